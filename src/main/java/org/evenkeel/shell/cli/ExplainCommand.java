package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.statement.Explanation;
import org.evenkeel.cycle.OrderReasons;
import org.evenkeel.shell.cli.print.ExplanationText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says why an order is as large as it is. */
@Command(
    name = "explain",
    description =
        "Take an order apart into what has changed since the decision before; the parts add up to it.")
final class ExplainCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      index = "0",
      paramLabel = "ORDER",
      description =
          "A client order id, an intent (CYCLE|INSTRUMENT|LEG), or a decision as in 'cycle show'.")
  String order = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "INSTRUMENT",
      description = "After a decision: only this instrument, such as BTC-USDT-PERP@binance.")
  @Nullable String instrument;

  ExplainCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    return cli.inSession(session -> cli.answer(reasons(session), ExplanationText::of));
  }

  private OrderReasons reasons(Session session) {
    Optional<String> intent =
        order.contains("|")
            ? Optional.of(order)
            : session.decisions().intentOf(order).map(IntentId::value);
    if (intent.isPresent()) {
      String[] parts = intent.get().split("\\|", 3);
      if (parts.length < 2) {
        throw new CommandFailed(ExitCode.USAGE, "found '" + order + "', which is no intent");
      }
      return reasons(session, CycleId.of(parts[0]), Optional.of(parts[1]));
    }
    return reasons(
        session, CycleCommands.named(session.records(), order), Optional.ofNullable(instrument));
  }

  private OrderReasons reasons(Session session, CycleId cycle, Optional<String> about) {
    Explanation all =
        session
            .decisions()
            .explanation(cycle)
            .orElseThrow(
                () ->
                    new CommandFailed(
                        ExitCode.REFUSED,
                        cycle
                            + " has no explanation: it made no plan, or is older than schema 24"));
    Explanation asked =
        about
            .map(
                id ->
                    new Explanation(
                        all.before(),
                        all.of(id).map(List::of).orElseThrow(() -> unknown(cycle, id)),
                        all.remarks()))
            .orElse(all);
    return new OrderReasons(cycle.value(), about.map(id -> order), asked);
  }

  private static CommandFailed unknown(CycleId cycle, String id) {
    return new CommandFailed(
        ExitCode.REFUSED,
        cycle
            + " trades nothing of "
            + id
            + ", and nothing of it has changed; try 'why-not "
            + id
            + "'");
  }
}
