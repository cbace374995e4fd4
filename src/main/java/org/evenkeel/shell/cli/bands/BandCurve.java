package org.evenkeel.shell.cli.bands;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.parity.bands.BandSettings;

/**
 * Cost and tracking error against the width of bands, beside other ways of rebalancing.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param days length of the time
 * @param cost of one unit of turnover
 * @param riskAversion annual cost of tracking variance
 * @param curve by width, narrowest first
 * @param others other ways on the same days
 */
public record BandCurve(
    int days, double cost, double riskAversion, List<BandPoint> curve, List<BandPoint> others) {

  /** Factors of the cube-root widths that are tried; 0 trades to every target every day. */
  private static final double[] WIDTHS = {0, 0.25, 0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6};

  public BandCurve {
    curve = List.copyOf(curve);
    others = List.copyOf(others);
  }

  static BandCurve of(List<BandDay> days, double cost, BandSettings settings) {
    BandWalk walk = new BandWalk(cost, settings.riskAversion());
    List<BandPoint> curve = new ArrayList<>();
    for (double width : WIDTHS) {
      curve.add(
          walk.walk(
              String.format(Locale.ROOT, "width x %.2f", width),
              width,
              days,
              BandWalk.byCost(settings.wide(width))));
    }
    BandSettings.Destination other =
        settings.destination() == BandSettings.Destination.EDGE
            ? BandSettings.Destination.CENTRE
            : BandSettings.Destination.EDGE;
    List<BandPoint> others =
        List.of(
            walk.walk("to the target every day", Double.NaN, days, BandWalk.fixed(0)),
            walk.walk("fixed 2 %", Double.NaN, days, BandWalk.fixed(0.02)),
            walk.walk("fixed 10 %", Double.NaN, days, BandWalk.fixed(0.10)),
            walk.walk(
                String.format(
                    Locale.ROOT,
                    "width x %.2f, to the %s",
                    settings.width(),
                    other.name().toLowerCase(Locale.ROOT)),
                Double.NaN,
                days,
                BandWalk.byCost(settings.byCost(other))));
    return new BandCurve(days.size(), cost, settings.riskAversion(), curve, others);
  }

  /** The width with the least loss, the narrowest of equal ones. */
  public BandPoint optimum() {
    BandPoint best = curve.get(0);
    for (BandPoint point : curve) {
      best = point.loss() < best.loss() ? point : best;
    }
    return best;
  }
}
