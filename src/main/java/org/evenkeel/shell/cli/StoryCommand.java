package org.evenkeel.shell.cli;

import java.util.List;
import java.util.concurrent.Callable;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.shell.cli.print.StoryText;
import org.evenkeel.shell.cli.story.RiskStory;
import org.evenkeel.shell.cli.story.StoryDay;
import org.evenkeel.shell.cli.story.StoryKnobs;
import org.evenkeel.shell.cli.table.PriceTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Retells past days: what gate, detectors and overlay would have said. */
@Command(
    name = "story",
    description =
        "Retell past days from a table of prices: what the quality gate, the detectors, the stress limits"
            + " and the overlay would have said at the end of each.")
final class StoryCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin private final PastPrices past = new PastPrices();

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
    PriceTable table = past.table();
    StoryKnobs knobs =
        new StoryKnobs(
            table.usualStep(),
            lookbackDays,
            10,
            30,
            targetVolatility,
            setAside ? GateSettings.BadSleeve.SET_ASIDE : GateSettings.BadSleeve.HOLD_ALL);
    List<StoryDay> days = RiskStory.tell(table, knobs, past.from(), past.to());
    cli.answer(days, StoryText::of);
    return ExitCode.DONE.code();
  }
}
