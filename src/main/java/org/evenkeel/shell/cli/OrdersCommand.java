package org.evenkeel.shell.cli;

import java.util.concurrent.Callable;
import org.evenkeel.shell.cli.print.OrdersText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows orders. */
@Command(name = "orders", description = "Show the newest orders and where they stand.")
final class OrdersCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--open", description = "Only orders whose fate is not settled.")
  boolean open;

  @Option(names = "--limit", paramLabel = "N", description = "Most orders to show; default 50.")
  int limit = 50;

  OrdersCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session -> cli.answer(session.records().orders(open, limit), OrdersText::of));
  }
}
