package org.evenkeel.shell.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.shell.cli.print.StoryText;
import org.evenkeel.shell.cli.story.RiskStory;
import org.evenkeel.shell.cli.story.StoryDay;
import org.evenkeel.shell.cli.story.StoryKnobs;
import org.evenkeel.shell.cli.table.PriceTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Retells past days: what gate, detectors and overlay would have said. */
@Command(
    name = "story",
    description =
        "Retell past days from a table of prices: what the quality gate, the detectors, the stress limits"
            + " and the overlay would have said at the end of each.")
final class StoryCommand implements Callable<Integer> {

  private final Cli cli;

  @CommandLine.Spec CommandLine.Model.@Nullable CommandSpec spec;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      required = true,
      description =
          "Closing prices: 'date,BTC,ETH,...' or 'date,symbol,close'; a row is named by the beginning of its"
              + " bar; empty is missing.")
  @Nullable Path prices;

  @Option(names = "--from", paramLabel = "DATE", required = true, description = "The first day.")
  @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DATE", required = true, description = "The last day.")
  @Nullable LocalDate to;

  @Option(
      names = "--assets",
      paramLabel = "LIST",
      split = ",",
      description = "The columns to hold; all if not given.")
  List<String> assets = List.of();

  @Option(
      names = "--lookback-days",
      paramLabel = "N",
      description = "Days of returns wanted of each asset; default 90.")
  int lookbackDays = 90;

  @Option(
      names = "--target-volatility",
      paramLabel = "FRACTION",
      description = "Target volatility a year; default 0.2.")
  double targetVolatility = 0.2;

  @Option(
      names = "--set-aside",
      description =
          "Go on without assets whose data fail (gate.bad_sleeve: set-aside); otherwise they hold the book.")
  boolean setAside;

  StoryCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (prices == null || from == null || to == null || spec == null) {
      throw new IllegalStateException("required options are always there");
    }
    if (to.isBefore(from)) {
      throw new ParameterException(spec.commandLine(), "--to " + to + " is before --from " + from);
    }
    PriceTable table = PriceTable.read(prices);
    StoryKnobs knobs =
        new StoryKnobs(
            table.usualStep(),
            lookbackDays,
            10,
            30,
            targetVolatility,
            setAside ? GateSettings.BadSleeve.SET_ASIDE : GateSettings.BadSleeve.HOLD_ALL);
    List<StoryDay> days =
        RiskStory.tell(assets.isEmpty() ? table : table.only(assets), knobs, from, to);
    cli.answer(days, StoryText::of);
    return ExitCode.DONE.code();
  }
}
