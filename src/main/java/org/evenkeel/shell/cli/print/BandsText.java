package org.evenkeel.shell.cli.print;

import java.util.Locale;
import org.evenkeel.shell.cli.bands.BandCurve;
import org.evenkeel.shell.cli.bands.BandPoint;

/** The cost and tracking error of bands by their width, as a table with the optimum marked. */
public final class BandsText {

  private static final int BAR = 40;

  private BandsText() {}

  public static String of(BandCurve curve) {
    BandPoint best = curve.optimum();
    double highest = curve.curve().stream().mapToDouble(BandPoint::loss).max().orElse(1);
    TextTable table =
        new TextTable(
            "rebalancing",
            ">trades",
            ">turnover",
            ">cost",
            ">tracking",
            ">realized",
            ">funding",
            ">loss",
            "");
    curve.curve().forEach(point -> row(table, point, highest, point.equals(best)));
    curve.others().forEach(point -> row(table, point, highest, false));
    return String.format(
            Locale.ROOT,
            "%d days, %.2f basis points for what is traded; loss = cost + %.3g / 2 x tracking variance,"
                + " all per year%n%n",
            curve.days(),
            10_000 * curve.cost(),
            curve.riskAversion())
        + table
        + String.format(
            Locale.ROOT,
            "%noptimum: bands of %.2f times the cube-root width, loss %s a year%n",
            best.width(),
            percent(best.loss()));
  }

  private static void row(TextTable table, BandPoint point, double highest, boolean isBest) {
    table.row(
        point.label(),
        String.format(Locale.ROOT, "%.0f", point.trades()),
        String.format(Locale.ROOT, "%.2f", point.turnover()),
        percent(point.cost()),
        percent(point.trackingVolatility()),
        percent(point.realizedTracking()),
        percent(point.funding()),
        percent(point.loss()),
        "#".repeat((int) Math.min(BAR, Math.round(BAR * point.loss() / highest)))
            + (isBest ? " < optimum" : ""));
  }

  private static String percent(double fraction) {
    return String.format(Locale.ROOT, "%.3f %%", 100 * fraction);
  }
}
