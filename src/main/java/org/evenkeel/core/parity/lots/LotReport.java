package org.evenkeel.core.parity.lots;

import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;

/**
 * What whole lots cost in risk parity.
 *
 * <p>An error of a risk contribution is relative: 0.1 means that a sleeve bears 11 % of the variance where it should bear
 * 10 %, and a sleeve that cannot be held at all has an error of 1.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param error largest relative error of a sleeve's share of the variance at the chosen lots
 * @param naiveError the same if every sleeve were rounded by itself to its nearest lot
 * @param trackingVolatilityAnnual volatility of the difference from the ideal exposures, fraction of NAV per year
 * @param naiveTrackingVolatilityAnnual the same for rounding by itself
 * @param isProven true if no better combination lies within {@link LotSearch#REACH} lots of each sleeve's
 * @param tolerance error that counts as none
 * @param vanishesFrom the smallest account from which on the error is within the tolerance; empty if none was found
 */
public record LotReport(
    Ratio error,
    Ratio naiveError,
    Ratio trackingVolatilityAnnual,
    Ratio naiveTrackingVolatilityAnnual,
    boolean isProven,
    Ratio tolerance,
    Optional<Money> vanishesFrom) {

  /** The report in one line, for people. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "residual risk-contribution error %s because of lots (by plain rounding %s), tracking"
            + " volatility %s a year; %s",
        percent(error),
        percent(naiveError),
        percent(trackingVolatilityAnnual),
        vanishesFrom
            .map(
                account ->
                    String.format(
                        Locale.ROOT,
                        "would be below %s from an account of %,.0f %s",
                        percent(tolerance),
                        account.amount(),
                        account.currency()))
            .orElse("no account size was found at which it is below " + percent(tolerance)));
  }

  private static String percent(Ratio ratio) {
    return String.format(Locale.ROOT, "%.2f %%", ratio.value().movePointRight(2));
  }
}
