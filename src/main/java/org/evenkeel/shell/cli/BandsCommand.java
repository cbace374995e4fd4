package org.evenkeel.shell.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.shell.cli.bands.BandCurve;
import org.evenkeel.shell.cli.bands.BandPicture;
import org.evenkeel.shell.cli.bands.BandTrial;
import org.evenkeel.shell.cli.print.BandsText;
import org.evenkeel.shell.cli.table.InputProblem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Sweeps the width of no-trade bands over past prices. */
@Command(
    name = "bands",
    description =
        "Show what no-trade bands of different widths would have cost on past daily prices, and mark the best.")
final class BandsCommand implements Callable<Integer> {

  private final Cli cli;

  @Mixin private final PastPrices past = new PastPrices();

  @Option(
      names = "--funding",
      paramLabel = "FILE",
      description = "Settled funding: 'venue,symbol,ts,funding_rate'; none is paid if not given.")
  @Nullable Path funding;

  @Option(names = "--fee-bp", paramLabel = "BP", description = "Fee of a trade; default 5.")
  double fee = 5;

  @Option(
      names = "--spread-bp",
      paramLabel = "BP",
      description = "Spread of the book, of which a trade pays half; default 1.")
  double spread = 1;

  @Option(
      names = "--impact-bp",
      paramLabel = "BP",
      description = "Impact of a trade on its own price; default 0.5.")
  double impact = 0.5;

  @Option(
      names = "--risk-aversion",
      paramLabel = "RATIO",
      description = "plan.band.risk_aversion_ratio; default 5.")
  double riskAversion = 5;

  @Option(
      names = "--max-shift",
      paramLabel = "FRACTION",
      description = "plan.band.max_exposure_shift_fraction; default 0.03.")
  double maxShift = 0.03;

  @Option(
      names = "--trade-to",
      paramLabel = "WHERE",
      description = "centre or edge; default centre.")
  String tradeTo = "centre";

  @Option(
      names = "--target-volatility",
      paramLabel = "FRACTION",
      description = "Target volatility a year; default 0.2.")
  double targetVolatility = 0.2;

  @Option(
      names = "--half-life-days",
      paramLabel = "DAYS",
      description = "Half-life of the covariance; default 30.")
  double halfLife = 30;

  @Option(names = "--svg", paramLabel = "FILE", description = "Where to draw the curve.")
  @Nullable Path svg;

  BandsCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    BandCurve curve =
        BandTrial.of(
            past.table(),
            new BandTrial.Words(
                past.from(),
                past.to(),
                positive("--target-volatility", targetVolatility),
                positive("--half-life-days", halfLife),
                positive("--fee-bp, --spread-bp and --impact-bp", fee + spread / 2 + impact)
                    / 10_000,
                Optional.ofNullable(funding)),
            settings());
    if (svg != null) {
      draw(svg, curve);
    }
    cli.answer(curve, BandsText::of);
    return ExitCode.DONE.code();
  }

  private BandSettings settings() {
    BandSettings usual = BandSettings.usual();
    return new BandSettings(
        BandSettings.Method.COST,
        usual.protocol(),
        destination(),
        positive("--risk-aversion", riskAversion),
        usual.width(),
        shift(),
        usual.calendar(),
        usual.futuresFee(),
        usual.spotFee());
  }

  private BandSettings.Destination destination() {
    return switch (tradeTo.toLowerCase(Locale.ROOT)) {
      case "centre" -> BandSettings.Destination.CENTRE;
      case "edge" -> BandSettings.Destination.EDGE;
      default -> throw InputProblem.ofOption("--trade-to", "is centre or edge, not " + tradeTo);
    };
  }

  private double shift() {
    if (!(maxShift >= 0) || maxShift > 1) {
      throw InputProblem.ofOption("--max-shift", "must lie in 0..1, found " + maxShift);
    }
    return maxShift;
  }

  private static double positive(String option, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw InputProblem.ofOption(option, "must be a finite number above zero, found " + value);
    }
    return value;
  }

  private static void draw(Path file, BandCurve curve) {
    try {
      Files.writeString(file, BandPicture.svg(curve));
    } catch (IOException e) {
      throw new CommandFailed(ExitCode.USAGE, file + " cannot be written (" + e + ")");
    }
  }
}
