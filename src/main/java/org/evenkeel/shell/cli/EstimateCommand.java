package org.evenkeel.shell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.EstimatorChoice;
import org.evenkeel.shell.cli.history.EstimateAnswer;
import org.evenkeel.shell.cli.history.MethodWords;
import org.evenkeel.shell.cli.history.PriceEstimate;
import org.evenkeel.shell.cli.print.EstimateText;
import org.evenkeel.shell.cli.table.BarTable;
import org.evenkeel.shell.cli.table.PriceTable;
import org.evenkeel.shell.cli.trial.EstimatorTrial;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Estimates a covariance from a file of prices: no configuration, no database, no network. */
@Command(
    name = "estimate",
    description =
        "Estimate volatilities and correlations from a file of prices; the answer can be solved.")
final class EstimateCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      required = true,
      description =
          "Closes in CSV, plain or gzip: 'date,BTC,ETH' with one column per asset (an empty cell is"
              + " missing), or 'date,symbol,close'.")
  Path prices = Path.of("");

  @Option(
      names = "--assets",
      paramLabel = "NAME",
      split = ",",
      description = "Only these assets, in this order, such as BTC,ETH; default all.")
  List<String> assets = List.of();

  @Option(
      names = "--bar",
      paramLabel = "DURATION",
      description = "Length of a bar such as 1d or 4h; default the usual distance of the rows.")
  @Nullable String bar;

  @Option(
      names = "--lookback",
      paramLabel = "BARS",
      description = "Bars looked back at; default all, 540 at most.")
  @Nullable Integer lookback;

  @Option(
      names = "--volatility-half-life",
      paramLabel = "BARS",
      description = "Age at which a return counts half; default 15 days, 30 bars at least.")
  @Nullable Double volatilityHalfLife;

  @Option(
      names = "--correlation-half-life",
      paramLabel = "BARS",
      description = "The same for correlations; default 30 days, 60 bars at least.")
  @Nullable Double correlationHalfLife;

  @Option(
      names = "--min-coverage",
      paramLabel = "FRACTION",
      description = "Smallest part of the returns that each asset must have; default 0.9.")
  @Nullable Double minCoverage;

  @Option(
      names = "--method",
      paramLabel = "WORDS",
      description =
          "Estimators, such as 'newey-west,constant-correlation' or 'pairwise'; a wrong word lists all.")
  @Nullable String method;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description = "Look at nothing later than the row of this date or time.")
  @Nullable String asOf;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Also write the covariance to a new CSV file, for 'solve --cov'.")
  @Nullable Path out;

  @Option(
      names = "--compare",
      description =
          "Instead: walk through the whole file, forecast with many estimators and print how well"
              + " each did.")
  boolean compare;

  @Option(
      names = "--split",
      paramLabel = "DATE",
      defaultValue = "2023-01-01",
      description = "With --compare: where the second period begins; default ${DEFAULT-VALUE}.")
  String split = "";

  @Option(
      names = "--horizon",
      paramLabel = "BARS",
      defaultValue = "1",
      description = "With --compare: bars that a forecast is for; default ${DEFAULT-VALUE}.")
  int horizon;

  @Option(
      names = "--only",
      paramLabel = "TEXT",
      defaultValue = "",
      description = "With --compare: only estimators whose name has this text.")
  String only = "";

  EstimateCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (compare) {
      return comparison();
    }
    PriceTable table = PriceTable.read(prices);
    PriceTable chosen = assets.isEmpty() ? table : table.only(assets);
    return switch (estimate(chosen)) {
      case Result.Ok<EstimateAnswer> ok -> {
        write(ok.value());
        cli.answer(ok.value(), EstimateText::of);
        yield ExitCode.DONE.code();
      }
      case Result.Refused<EstimateAnswer> refused ->
          throw new CommandFailed(ExitCode.REFUSED, prices + ": " + refused.refusal());
    };
  }

  private int comparison() {
    if (horizon < 1) {
      throw new CommandFailed(ExitCode.USAGE, "--horizon: found " + horizon + "; at least 1");
    }
    BarTable table = BarTable.read(prices);
    Duration length = bar == null ? table.closes().usualStep() : Times.duration(bar);
    EstimatorTrial trial =
        EstimatorTrial.of(table, length, horizon, Times.from(split, cli.wall().instant()), only);
    cli.answer(trial, EstimatorTrial::text);
    return ExitCode.DONE.code();
  }

  private Result<EstimateAnswer> estimate(PriceTable table) {
    Optional<Duration> length = Optional.ofNullable(bar).map(Times::duration);
    Optional<Instant> last =
        Optional.ofNullable(asOf).map(text -> Times.from(text, cli.wall().instant()));
    EstimatorChoice choice =
        method == null ? EstimatorChoice.defaults() : MethodWords.parse(method);
    try {
      return PriceEstimate.of(
          table,
          new PriceEstimate.Words(
              length,
              lookback == null ? OptionalInt.empty() : OptionalInt.of(lookback),
              optional(volatilityHalfLife),
              optional(correlationHalfLife),
              optional(minCoverage),
              choice,
              last));
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(ExitCode.USAGE, String.valueOf(e.getMessage()));
    }
  }

  private static OptionalDouble optional(@Nullable Double value) {
    return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
  }

  private void write(EstimateAnswer answer) {
    if (out == null) {
      return;
    }
    try {
      Files.writeString(out, answer.csv());
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, out + " cannot be written (" + e + ")");
    }
  }
}
