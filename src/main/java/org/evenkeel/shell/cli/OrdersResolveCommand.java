package org.evenkeel.shell.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.cycle.QuarantineHandler;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Asks to end a quarantine. */
@Command(
    name = "resolve",
    description = "Ask to end the quarantine of an order; a second person must approve.")
final class OrdersResolveCommand implements Callable<Integer> {

  private static final int ALL = 10_000;

  private final Cli cli;

  @Parameters(paramLabel = "CLIENT-ORDER-ID", description = "The id in 'evenkeel orders --open'.")
  String id = "";

  @ArgGroup(multiplicity = "1")
  Verdict verdict = new Verdict();

  @Option(
      names = "--evidence",
      paramLabel = "TEXT",
      description = "With --absent: what shows that nothing came of it.")
  Optional<String> evidence = Optional.empty();

  @Mixin final ReasonOption reason = new ReasonOption();

  /** One of the two ways out. */
  static final class Verdict {

    @Option(
        names = "--adopt",
        description = "The venue's order, which must have ended, is accepted as it is.")
    boolean adopt;

    @Option(
        names = "--absent",
        description = "The order never existed, or ended without a fill that is not booked.")
    boolean absent;
  }

  OrdersResolveCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(
        session -> {
          OrderRow order =
              session.records().orders(true, ALL).stream()
                  .filter(row -> row.clientOrderId().equals(id))
                  .filter(row -> row.state().equals("QUARANTINED"))
                  .findFirst()
                  .orElseThrow(
                      () ->
                          new CommandFailed(
                              ExitCode.REFUSED,
                              "refused: no order "
                                  + id
                                  + " is in quarantine; look at 'evenkeel orders --open'"));
          throw ApprovalCommands.ask(cli, session, request(order), reason.text());
        });
  }

  private Request request(OrderRow order) {
    if (verdict.adopt) {
      return QuarantineHandler.adopt(order.clientOrderId(), order.detail());
    }
    String shown =
        evidence
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.USAGE,
                        "--absent needs --evidence: what shows that nothing came of the order"));
    return QuarantineHandler.absent(order.clientOrderId(), order.detail(), shown);
  }
}
