package org.evenkeel.shell.cli.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.cli.print.TextTable;
import org.evenkeel.shell.cli.table.BarTable;

/**
 * The estimators side by side over two periods: one to choose by, and a later one to see whether the choice holds.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rows one per estimator, the first the reference
 */
public record EstimatorTrial(List<Row> rows) {

  /** An estimator with its scores before and after the split. */
  record Row(String name, Scores before, Scores after) {}

  /**
   * Runs the trial.
   *
   * @param table prices
   * @param bar length of a bar
   * @param horizon bars that a forecast is for, and between two decisions
   * @param split end of the first period and beginning of the second
   * @param only part of the estimators' names; empty for all
   */
  public static EstimatorTrial of(
      BarTable table, Duration bar, int horizon, Instant split, String only) {
    Panel panel = new Panel(table, bar);
    int days = (int) Math.max(1, Duration.ofDays(1).dividedBy(bar));
    WalkForward walk =
        new WalkForward(panel, horizon, Math.max(1, 21 * days / horizon), 120 * days);
    double stepsPerYear = 365.0 * days / horizon;
    List<Candidate> candidates = Candidates.of(bar, panel.hasRanges());
    Track reference = walk.of(candidates.get(0));
    List<Row> rows = new ArrayList<>();
    for (Candidate candidate : candidates) {
      boolean isReference = candidate.equals(candidates.get(0));
      if (isReference || candidate.name().contains(only)) {
        Track track = isReference ? reference : walk.of(candidate);
        rows.add(
            new Row(
                candidate.name(),
                Scores.of(track, reference, Instant.MIN, split, stepsPerYear),
                Scores.of(track, reference, split, Instant.MAX, stepsPerYear)));
      }
    }
    return new EstimatorTrial(rows);
  }

  /** The table of both periods; each cell is before / after the split. */
  public String text() {
    TextTable table =
        new TextTable(
            "estimator",
            ">QLIKE",
            ">error",
            ">later",
            ">error",
            ">assets",
            ">later",
            ">portfolios",
            ">later",
            ">bias",
            ">later",
            ">random",
            ">later",
            ">worst year",
            ">parity err",
            ">later",
            ">turnover",
            ">later",
            ">exposure",
            ">later");
    for (Row row : rows) {
      Scores a = row.before();
      Scores b = row.after();
      double worst =
          Math.abs(StrictMath.log(a.worstYear())) > Math.abs(StrictMath.log(b.worstYear()))
              ? a.worstYear()
              : b.worstYear();
      table.row(
          row.name(),
          signed(a.loss()),
          number(a.lossError(), 4),
          signed(b.loss()),
          number(b.lossError(), 4),
          signed(a.assetLoss()),
          signed(b.assetLoss()),
          signed(a.portfolioLoss()),
          signed(b.portfolioLoss()),
          number(a.parityBias(), 3),
          number(b.parityBias(), 3),
          number(a.randomBias(), 3),
          number(b.randomBias(), 3),
          number(worst, 2),
          number(a.parityError(), 3),
          number(b.parityError(), 3),
          number(a.weightTurnover(), 1),
          number(b.weightTurnover(), 1),
          number(a.exposureTurnover(), 1),
          number(b.exposureTurnover(), 1));
    }
    return String.format(
            Locale.ROOT,
            "%d forecasts before the split and %d after it; the first estimator is the reference\n\n",
            rows.get(0).before().steps(),
            rows.get(0).after().steps())
        + table;
  }

  private static String signed(double value) {
    return String.format(Locale.ROOT, "%+.4f", value);
  }

  private static String number(double value, int digits) {
    return String.format(Locale.ROOT, "%." + digits + "f", value);
  }
}
