package org.evenkeel.shell.cli.trial;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The scores of one estimator over a period.
 *
 * @param steps forecasts judged
 * @param loss mean of the multivariate QLIKE per asset, minus that of the reference: below zero is better
 * @param lossError standard error of that difference by blocks of twenty forecasts
 * @param assetLoss the same for single assets
 * @param portfolioLoss the same for random portfolios
 * @param parityBias root mean square of the risk-parity portfolio's moves in forecast volatilities: 1 is right, more is
 *     risk that was forecast too low
 * @param randomBias the same for random portfolios
 * @param worstYear the bias of the risk-parity portfolio in the calendar year where it was farthest from 1
 * @param parityError mean over windows of the root mean square of relative distances of realised risk contributions
 *     from equal ones
 * @param weightTurnover changes of the weights per year, sales and purchases together
 * @param exposureTurnover the same for exposures scaled to a target volatility of 20 %
 */
record Scores(
    int steps,
    double loss,
    double lossError,
    double assetLoss,
    double portfolioLoss,
    double parityBias,
    double randomBias,
    double worstYear,
    double parityError,
    double weightTurnover,
    double exposureTurnover) {

  private static final int BLOCK = 20;

  /** The scores between two instants, against a reference that made the same steps. */
  static Scores of(Track track, Track reference, Instant from, Instant to, double stepsPerYear) {
    List<Track.Step> steps = track.steps(from, to);
    List<Track.Step> theirs = reference.steps(from, to);
    double[] difference = new double[steps.size()];
    for (int t = 0; t < difference.length; t++) {
      if (!steps.get(t).at().equals(theirs.get(t).at())) {
        throw new IllegalStateException("steps differ at " + steps.get(t).at());
      }
      difference[t] = steps.get(t).multivariateLoss() - theirs.get(t).multivariateLoss();
    }
    return new Scores(
        steps.size(),
        Loss.mean(difference),
        BlockBootstrap.standardError(difference, BLOCK),
        mean(steps, Track.Step::assetLoss) - mean(theirs, Track.Step::assetLoss),
        mean(steps, Track.Step::portfolioLoss) - mean(theirs, Track.Step::portfolioLoss),
        rootMeanSquare(steps),
        StrictMath.sqrt(mean(steps, Track.Step::randomSquares)),
        worstYear(steps),
        track.windows(from, to).stream()
            .mapToDouble(Track.Window::parityError)
            .average()
            .orElse(Double.NaN),
        stepsPerYear * known(steps, Track.Step::weightTurnover),
        stepsPerYear * known(steps, Track.Step::exposureTurnover));
  }

  private static double mean(List<Track.Step> steps, ToDoubleFunction<Track.Step> part) {
    return steps.stream().mapToDouble(part).average().orElse(Double.NaN);
  }

  /** The mean without the steps at which assets came or went. */
  private static double known(List<Track.Step> steps, ToDoubleFunction<Track.Step> part) {
    return steps.stream()
        .mapToDouble(part)
        .filter(value -> !Double.isNaN(value))
        .average()
        .orElse(Double.NaN);
  }

  private static double rootMeanSquare(List<Track.Step> steps) {
    return StrictMath.sqrt(mean(steps, step -> step.parityScore() * step.parityScore()));
  }

  private static double worstYear(List<Track.Step> steps) {
    double worst = 1;
    int from = 0;
    while (from < steps.size()) {
      int to = from;
      while (to < steps.size() && year(steps.get(to)) == year(steps.get(from))) {
        to++;
      }
      double bias = rootMeanSquare(steps.subList(from, to));
      boolean farther =
          Math.abs(StrictMath.log(bias)) > Math.abs(StrictMath.log(worst))
              && to - from >= 2 * BLOCK;
      worst = farther ? bias : worst;
      from = to;
    }
    return worst;
  }

  private static int year(Track.Step step) {
    return step.at().atOffset(ZoneOffset.UTC).getYear();
  }
}
