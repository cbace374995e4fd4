package org.evenkeel.core.parity.lots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * The search for whole lots that restore risk parity as far as lots and smallest positions allow.
 *
 * <p>It descends on {@link LotScore} from several starts; for few sleeves a branch and bound then proves the end or
 * improves on it. No sleeve's share is further off than the worst by plain rounding, where that fits the caps.
 *
 * <p>This class is stateless and thread-safe; equal inputs in any order give equal bits on every machine.
 */
public final class LotSearch {

  /** How many lots to either side the proof reaches. */
  public static final int REACH = 2;

  /** Sleeves up to which the proof reaches further; beyond {@link #MOST_PROVEN} there is none. */
  private static final int FEW = 6;

  private static final int FAR_REACH = 8;
  private static final int DECIMALS = 12;
  private static final int MOST_PROVEN = 12;
  private static final int NODES = 80_000;

  private LotSearch() {}

  /**
   * The lots, or nothing if the ideal exposures have no risk to be shared.
   *
   * @param caps largest sums of what the choices use, in their order
   * @param nav the account for which the choices' steps are fractions
   * @param tolerance relative error of a risk contribution that counts as none
   */
  public static Optional<LotSolution> solve(
      CovarianceEstimate estimate,
      List<LotChoice> choices,
      List<Ratio> caps,
      Money nav,
      Ratio tolerance) {
    List<LotChoice> wanted = choices.stream().filter(choice -> !choice.ideal().isZero()).toList();
    LotProblem problem = LotProblem.of(estimate, wanted, caps);
    if (!problem.hasRisk()) {
      return Optional.empty();
    }
    long[] naive = naive(problem);
    LotScore ofNaive = LotScore.of(problem, naive);
    double worstAllowed = worstAllowed(problem, naive);
    long[] best = best(problem, naive, worstAllowed);
    boolean isProven = false;
    if (problem.size <= MOST_PROVEN) {
      LotEnumeration enumeration =
          new LotEnumeration(
              problem,
              best,
              problem.size <= FEW ? FAR_REACH : REACH,
              NODES / problem.size,
              worstAllowed);
      isProven = enumeration.run();
      best = enumeration.best();
    }
    LotScore score = LotScore.of(problem, best);
    LotReport report =
        new LotReport(
            ratio(score.worst()),
            ratio(ofNaive.worst()),
            volatility(problem, score),
            volatility(problem, ofNaive),
            isProven,
            tolerance,
            AccountSize.from(problem, tolerance.value().doubleValue(), nav));
    TreeMap<SleeveId, Long> lots = new TreeMap<>();
    choices.forEach(choice -> lots.put(choice.sleeve(), 0L));
    for (int i = 0; i < problem.size; i++) {
      lots.put(problem.sleeves.get(i), problem.side[i] * best[i]);
    }
    return Optional.of(new LotSolution(lots, report));
  }

  /** The largest relative error at a size of the account, by a few steps from plain rounding. */
  static double error(LotProblem problem) {
    long[] naive = naive(problem);
    double worst = LotScore.of(problem, naive).worst();
    long[] found =
        new LotDescent(problem, fitting(problem, naive), Double.POSITIVE_INFINITY).near();
    return problem.fits(naive)
        ? Math.min(worst, LotScore.of(problem, found).worst())
        : LotScore.of(problem, found).worst();
  }

  private static double worstAllowed(LotProblem problem, long[] naive) {
    return problem.fits(naive) ? LotScore.of(problem, naive).worst() : Double.POSITIVE_INFINITY;
  }

  private static long[] best(LotProblem problem, long[] naive, double worstAllowed) {
    long[] best = new LotDescent(problem, fitting(problem, naive), worstAllowed).end();
    double bestScore = LotScore.of(problem, best).total();
    for (long[] start : List.of(down(problem), up(problem))) {
      long[] end = new LotDescent(problem, fitting(problem, start), Double.POSITIVE_INFINITY).end();
      LotScore score = LotScore.of(problem, end);
      if (score.total() < bestScore && score.worst() <= worstAllowed) {
        best = end;
        bestScore = score.total();
      }
    }
    return best;
  }

  private static long[] naive(LotProblem problem) {
    long[] lots = new long[problem.size];
    for (int i = 0; i < lots.length; i++) {
      lots[i] = problem.allowed(i, problem.idealLots(i));
    }
    return lots;
  }

  private static long[] down(LotProblem problem) {
    long[] lots = new long[problem.size];
    for (int i = 0; i < lots.length; i++) {
      lots[i] = problem.allowed(i, StrictMath.floor(problem.idealLots(i)));
    }
    return lots;
  }

  private static long[] up(LotProblem problem) {
    long[] lots = new long[problem.size];
    for (int i = 0; i < lots.length; i++) {
      lots[i] =
          Math.max(problem.least[i], problem.allowed(i, StrictMath.ceil(problem.idealLots(i))));
    }
    return lots;
  }

  /** The start with lots taken off, those furthest above their ideal first, until every cap holds. */
  private static long[] fitting(LotProblem problem, long[] start) {
    long[] lots = start.clone();
    while (!problem.fits(lots)) {
      int most = -1;
      double farthest = Double.NEGATIVE_INFINITY;
      for (int i = 0; i < lots.length; i++) {
        double above = (lots[i] - problem.idealLots(i)) * problem.step[i] / problem.ideal[i];
        if (lots[i] > 0 && above > farthest) {
          farthest = above;
          most = i;
        }
      }
      if (most < 0) {
        throw new IllegalStateException("nothing is held and a cap does not hold");
      }
      lots[most] = problem.moved(most, lots[most], -1);
    }
    return lots;
  }

  private static Ratio volatility(LotProblem problem, LotScore score) {
    return ratio(StrictMath.sqrt(Math.max(0, score.tracking() * problem.idealVariance)));
  }

  private static Ratio ratio(double value) {
    return Ratio.of(BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
