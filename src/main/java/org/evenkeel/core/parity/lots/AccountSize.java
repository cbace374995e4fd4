package org.evenkeel.core.parity.lots;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Money;

/**
 * The account size from which on lots are fine enough for an error to vanish.
 *
 * <p>Lots are smaller parts of a larger account. The error falls with the size, though not at every step of it; so round
 * sizes, ten to a power of ten, are tried from a large one downward until one fails. The sizes do not depend on the present
 * account, and a smaller tolerance never gives a smaller size.
 *
 * <p>This class is stateless and thread-safe.
 */
final class AccountSize {

  /** Far beyond what a share's error is of its lot's: a half lot of relative size h moves a share by up to about 4 h. */
  private static final double MARGIN = 8;

  /** Preferred numbers of the series R10 of ISO 3. */
  private static final List<String> ROUND =
      List.of("1", "1.25", "1.6", "2", "2.5", "3.15", "4", "5", "6.3", "8");

  private static final int LEAST = 0;
  private static final int MOST = 150;

  private AccountSize() {}

  /** The size; empty if even a very large account has the error. */
  static Optional<Money> from(LotProblem now, double tolerance, Money nav) {
    double coarsest = 0;
    for (int i = 0; i < now.size; i++) {
      coarsest = Math.max(coarsest, now.step[i] * now.least[i] / now.ideal[i]);
    }
    double present = nav.amount().doubleValue();
    double fine = present * MARGIN * coarsest / tolerance;
    int place = LEAST;
    while (place < MOST && size(place).doubleValue() < fine) {
      place++;
    }
    int smallest = -1;
    while (place >= LEAST
        && LotSearch.error(now.grown(size(place).doubleValue() / present)) <= tolerance) {
      smallest = place--;
    }
    return smallest < 0 ? Optional.empty() : Optional.of(new Money(size(smallest), nav.currency()));
  }

  private static BigDecimal size(int place) {
    return new BigDecimal(ROUND.get(place % ROUND.size())).scaleByPowerOfTen(place / ROUND.size());
  }
}
