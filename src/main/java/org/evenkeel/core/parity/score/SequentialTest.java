package org.evenkeel.core.parity.score;

import java.util.ArrayList;
import java.util.List;

/**
 * A bet against the claim that numbers have a mean of at most one, whatever their distribution.
 *
 * <p>Numbers x are not negative. A bet of fraction l on each turns wealth 1 into the product of 1 + l (x - 1), which is
 * fair or worse under the claim, given all that came before; so the chance that it ever reaches 1/a is at most a
 * (Ville's inequality), and looking after every number is allowed.
 * Waudby-Smith and Ramdas, 'Estimating means of bounded random variables by betting', 2024, have the construction;
 * Wang, Wang and Ziegel, 'E-backtesting', 2022, use it on forecasts of value at risk and variance.
 *
 * <p>The wealth here is an average over {@link #BETS} and over the number at which betting begins; 1/sqrt(t) of it has not
 * begun before number t. An average of fair bets is fair.
 * So wealth is not lost in the time when nothing was wrong, and a change after a year of good forecasts is still found
 * in weeks, at a price of about two more weeks than at the start.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param numbers how many were seen
 * @param running for each bet, the weighted wealth of all that have begun
 */
public record SequentialTest(int numbers, List<Double> running) {

  /** From a bet that finds small and lasting errors to one that finds gross ones within days. */
  private static final List<Double> BETS = List.of(0.02, 0.06, 0.2, 0.5);

  /** Far above any threshold; giving wealth away keeps the bet fair or worse, and the numbers finite. */
  private static final double ENOUGH = 1e12;

  public SequentialTest {
    running = List.copyOf(running);
    if (running.size() != BETS.size() || numbers < 0) {
      throw new IllegalArgumentException(
          "needs " + BETS.size() + " running bets, found " + running + " after " + numbers);
    }
  }

  /** Before the first number. */
  public static SequentialTest fresh() {
    return new SequentialTest(0, BETS.stream().map(bet -> 0.0).toList());
  }

  /**
   * The test after one more number.
   *
   * @throws IllegalArgumentException if the number is negative or not finite
   */
  public SequentialTest after(double x) {
    if (!(x >= 0) || !Double.isFinite(x)) {
      throw new IllegalArgumentException("can bet on finite numbers from 0 on only, found " + x);
    }
    int t = numbers + 1;
    double begins = waiting(numbers) - waiting(t);
    List<Double> next = new ArrayList<>();
    for (int i = 0; i < BETS.size(); i++) {
      double wealth = (running.get(i) + begins) * (1 + BETS.get(i) * (x - 1));
      next.add(Math.min(wealth, ENOUGH));
    }
    return new SequentialTest(t, next);
  }

  /** The evidence against the claim: the wealth, with what has not begun to bet yet. */
  public double evidence() {
    double sum = 0;
    for (double wealth : running) {
      sum += wealth;
    }
    return sum / BETS.size() + waiting(numbers);
  }

  /** The part of the wealth that has not begun to bet after so many numbers. */
  private static double waiting(int after) {
    return 1 / StrictMath.sqrt(after + 1.0);
  }
}
