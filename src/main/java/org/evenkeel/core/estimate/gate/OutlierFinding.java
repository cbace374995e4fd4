package org.evenkeel.core.estimate.gate;

import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;

/**
 * One bar whose move is far outside the instrument's own habit, and who says that it is real.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument whose bar
 * @param barClose when the bar closed
 * @param barReturn the move as a fraction
 * @param robustSigmas its distance from the median in robust volatilities; infinite if the price hardly ever moved
 * @param source who confirms it
 * @param evidence what was seen there
 */
public record OutlierFinding(
    InstrumentId instrument,
    Instant barClose,
    double barReturn,
    double robustSigmas,
    Source source,
    String evidence) {

  /** Where the confirmation of a move comes from. */
  public enum Source {
    /** A person looked and said so in the configuration. */
    OPERATOR,
    /** Another instrument on the same coin moved alike: the spot leg, or another venue. */
    OTHER_INSTRUMENT,
    /** At least half of the other coins moved the same way, far outside their own habit. */
    MARKET,
    /** The mark price of now agrees with the closes since. */
    MARK_PRICE,
    /** The next bar kept at least half of the move: a bad print comes back at once. */
    LATER_TRADING,
    /** Nobody. */
    NOBODY
  }

  /** Whether somebody says that it is real. */
  public boolean isConfirmed() {
    return source != Source.NOBODY;
  }
}
