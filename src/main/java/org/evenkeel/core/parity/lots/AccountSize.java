package org.evenkeel.core.parity.lots;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;

/**
 * The account size from which on lots are fine enough for an error to vanish.
 *
 * <p>Lots are smaller parts of a larger account. The error falls with the size, though not at every step of it; so sizes
 * are tried from a large one downward by halves until one fails, and the last half is bisected. A smaller tolerance never
 * gives a smaller account.
 *
 * <p>This class is stateless and thread-safe.
 */
final class AccountSize {

  /** Far beyond what a share's error is of its lot's: a half lot of relative size h moves a share by up to about 4 h. */
  private static final double MARGIN = 8;

  private static final int HALVINGS = 40;
  private static final int BISECTIONS = 4;

  private AccountSize() {}

  /** The factor of growth, perhaps below one; empty if even a very large account has the error. */
  static Optional<Double> from(
      LotProblem now, double tolerance) {
    double coarsest = 0;
    for (int i = 0; i < now.size; i++) {
      coarsest = Math.max(coarsest, Math.max(now.step[i], now.step[i] * now.least[i]) / now.ideal[i]);
    }
    // A power of two, so that the sizes that are tried are the same for every tolerance.
    double fine = 1;
    while (fine < MARGIN * coarsest / tolerance) {
      fine *= 2;
    }
    while (fine / 2 >= MARGIN * coarsest / tolerance) {
      fine /= 2;
    }
    if (!(error(now, fine) <= tolerance)) {
      return Optional.empty();
    }
    for (int halving = 0; halving < HALVINGS; halving++) {
      if (!(error(now, fine / 2) <= tolerance)) {
        return Optional.of(bisected(now, tolerance, fine));
      }
      fine /= 2;
    }
    return Optional.of(fine);
  }

  /** The account after growth, up to the next whole unit. */
  static Money times(Money nav, double growth) {
    BigDecimal size =
        nav.amount().multiply(Ratio.of(new BigDecimal(growth)).value(), Decimals.PRECISION);
    return new Money(size.setScale(0, RoundingMode.CEILING), nav.currency());
  }

  private static double bisected(
      LotProblem now,
      double tolerance,
      double enough) {
    double high = enough;
    double low = enough / 2;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (low + high) / 2;
      if (error(now, middle) <= tolerance) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return high;
  }

  private static double error(
LotProblem now, double growth) {
    return LotSearch.error(now.grown(growth));
  }
}
