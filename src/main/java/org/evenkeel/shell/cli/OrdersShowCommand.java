package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.shell.cli.print.OrderDetailText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Shows one order. */
@Command(
    name = "show",
    description =
        "Show everything stored about one order: what was sent, every step, fills and costs.")
final class OrdersShowCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "CLIENT-ORDER-ID", description = "The id in 'evenkeel orders'.")
  String id = "";

  OrdersShowCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(session -> cli.answer(found(session), OrderDetailText::of));
  }

  private OrderDetail found(Session session) {
    return session
        .records()
        .order(id)
        .orElseThrow(
            () ->
                new CommandFailed(
                    ExitCode.USAGE, "no order '" + id + "'; look at 'evenkeel orders'"));
  }
}
