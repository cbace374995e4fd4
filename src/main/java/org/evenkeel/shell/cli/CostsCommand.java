package org.evenkeel.shell.cli;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.statement.CostDrift;
import org.evenkeel.core.statement.CostFacts;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.CostStatement;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.shell.cli.print.CostsText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows what trading has cost. */
@Command(
    name = "costs",
    description =
        "Show what orders have cost against the price at which they were decided, and what the planner reckons with.")
final class CostsCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(names = "--from", paramLabel = "TIME", description = "A date or an instant; default all.")
  @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "A date or an instant; default all.")
  @Nullable String to;

  @Option(
      names = "--by",
      paramLabel = "WHAT",
      description = "instrument, venue or style; default ${DEFAULT-VALUE}.",
      defaultValue = "instrument")
  String by = "instrument";

  CostsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    String first = from;
    String last = to;
    Instant begin = first == null ? Instant.EPOCH : Times.from(first, Instant.EPOCH);
    Instant end = last == null ? Instant.parse("9999-01-01T00:00:00Z") : Times.to(last);
    Function<String, String> ofInstrument = ofInstrument();
    return cli.inSession(
        session ->
            cli.answer(
                statement(session.records().costs(begin, end), ofInstrument), CostsText::of));
  }

  private Function<String, String> ofInstrument() {
    return switch (by.toLowerCase(Locale.ROOT)) {
      case "instrument", "style" -> Function.identity();
      case "venue" -> id -> Instrument.parse(InstrumentId.of(id)).venue().value();
      default ->
          throw new CommandFailed(
              ExitCode.USAGE, "--by is instrument, venue or style, found '" + by + "'");
    };
  }

  private CostStatement statement(CostFacts facts, Function<String, String> ofInstrument) {
    boolean isByStyle = by.equalsIgnoreCase("style");
    Function<MeasuredOrder, String> keyOf =
        order ->
            isByStyle ? order.arrival().style().name() : ofInstrument.apply(order.instrument());
    Function<Forgone, String> keyOfForgone =
        forgone -> isByStyle ? forgone.style() : ofInstrument.apply(forgone.instrument());
    List<CostRow> rows = CostRow.of(facts.orders(), keyOf, facts.forgone(), keyOfForgone);
    return CostStatement.of(facts.currency(), rows, CostDrift.of(facts.orders()));
  }
}
