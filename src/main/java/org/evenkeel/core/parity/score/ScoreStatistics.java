package org.evenkeel.core.parity.score;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.SleeveId;

/**
 * How the forecasts of a number of outcomes have done.
 *
 * <p>The bias statistic is the root mean square of the standardised outcomes: its mean over a few weeks is too uncertain
 * to be taken off, and a string of losses is risk too (Menchero, Morozov, Shepard, 'Global equity risk modeling', 2010).
 * Its band is that of a chi-square with the degrees of freedom that the outcomes' own fourth moment leaves, because
 * crypto returns have fat tails: 2 n / (kurtosis - 1), and never more than the n of a normal distribution.
 * QLIKE is the mean of log h + r^2/h (Patton, 'Volatility forecast comparison using imperfect volatility proxies',
 * 2011), by which forecasts of the same returns can be ranked: lower is better.
 *
 * <p>This class is immutable and thread-safe. All numbers but the counts are zero if there is no outcome.
 *
 * @param outcomes how many
 * @param bias root mean square of outcomes in units of their forecasts; above one if forecasts were too low
 * @param biasLow lower end of its 95 % band
 * @param biasHigh upper end of its 95 % band
 * @param qlike mean QLIKE loss
 * @param exceedances losses beyond the value at risk
 * @param expectedExceedances how many the level promises
 * @param kupiecPValue chance of a count as far off by luck (Kupiec, 1995), for one look and not for one every day
 * @param sleeves by sleeve, in order of name
 */
public record ScoreStatistics(
    int outcomes,
    double bias,
    double biasLow,
    double biasHigh,
    double qlike,
    int exceedances,
    double expectedExceedances,
    double kupiecPValue,
    List<SleeveScore> sleeves) {

  private static final double BAND = 0.025;

  public ScoreStatistics {
    sleeves = List.copyOf(sleeves);
  }

  /** The statistics of outcomes in any order. */
  public static ScoreStatistics of(List<Outcome> outcomes, double varLevel) {
    int n = outcomes.size();
    if (n == 0) {
      return new ScoreStatistics(0, 0, 0, 0, 0, 0, 0, 1, List.of());
    }
    double loss = 0;
    int exceedances = 0;
    double atRisk = -Normal.quantile(varLevel);
    for (Outcome outcome : outcomes) {
      double z = outcome.standardized();
      loss += 2 * StrictMath.log(outcome.volatility()) + z * z;
      if (z < -atRisk) {
        exceedances++;
      }
    }
    return new ScoreStatistics(
        n,
        bias(outcomes),
        bound(outcomes, 1 - BAND),
        bound(outcomes, BAND),
        loss / n,
        exceedances,
        varLevel * n,
        kupiec(n, exceedances, varLevel),
        sleeves(outcomes));
  }

  /** Root mean square of the standardised outcomes. */
  static double bias(List<Outcome> outcomes) {
    double sum = 0;
    for (Outcome outcome : outcomes) {
      sum += outcome.standardized() * outcome.standardized();
    }
    return StrictMath.sqrt(sum / outcomes.size());
  }

  /** The bias that would be exceeded by what was seen with a probability of {@code p} below it. */
  static double bound(List<Outcome> outcomes, double p) {
    double second = 0;
    double fourth = 0;
    for (Outcome outcome : outcomes) {
      double square = outcome.standardized() * outcome.standardized();
      second += square;
      fourth += square * square;
    }
    int n = outcomes.size();
    if (second <= 0) {
      return 0;
    }
    double kurtosis = Math.max(3, n * fourth / (second * second));
    double freedom = 2 * n / (kurtosis - 1);
    return StrictMath.sqrt(second / n * freedom / Normal.chiSquareQuantile(p, freedom));
  }

  /** Kupiec's proportion-of-failures test: likelihood ratio against chi-square with one degree of freedom. */
  static double kupiec(int n, int exceedances, double level) {
    double seen = (double) exceedances / n;
    double ratio =
        2
            * (times(exceedances, seen)
                + times(n - exceedances, 1 - seen)
                - times(exceedances, level)
                - times(n - exceedances, 1 - level));
    return 2 * (1 - Normal.below(StrictMath.sqrt(Math.max(0, ratio))));
  }

  private static double times(int count, double probability) {
    return count == 0 ? 0 : count * StrictMath.log(probability);
  }

  private static List<SleeveScore> sleeves(List<Outcome> outcomes) {
    TreeSet<SleeveId> names = new TreeSet<>();
    outcomes.forEach(outcome -> outcome.sleeves().forEach(row -> names.add(row.sleeve())));
    double squares = 0;
    for (Outcome outcome : outcomes) {
      squares += outcome.standardized() * outcome.standardized();
    }
    List<SleeveScore> scores = new ArrayList<>();
    for (SleeveId name : names) {
      scores.add(sleeve(name, outcomes, squares));
    }
    return scores;
  }

  private static SleeveScore sleeve(SleeveId name, List<Outcome> outcomes, double squares) {
    double budget = 0;
    double forecast = 0;
    double realized = 0;
    double own = 0;
    int seen = 0;
    for (Outcome outcome : outcomes) {
      for (SleeveOutcome row : outcome.sleeves()) {
        if (row.sleeve().equals(name)) {
          double variance = outcome.volatility() * outcome.volatility();
          budget += row.riskBudget().value().doubleValue();
          forecast += row.forecastShare();
          realized += row.exposure() * row.realized() * outcome.portfolioReturn() / variance;
          if (row.volatility() > 0) {
            double z = row.realized() / row.volatility();
            own += z * z;
            seen++;
          }
        }
      }
    }
    int n = outcomes.size();
    double share = squares > 0 ? realized / squares : 0;
    return new SleeveScore(
        name,
        budget / n,
        forecast / n,
        share,
        share - budget / n,
        seen > 0 ? StrictMath.sqrt(own / seen) : 0);
  }
}
