package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;

/**
 * An execution as the engine has booked it, in its newest version.
 *
 * @param quantity contracts executed; zero if the venue has taken the execution back
 * @param fee what was charged
 * @param profit what was realized with it
 */
public record BookedFill(
    InstrumentId instrument,
    String tradeId,
    String orderId,
    BigDecimal quantity,
    Money fee,
    BigDecimal profit,
    Instant venueTime) {

  /** Whether it was said and then taken back: nothing is known of whether another source still shows it. */
  boolean isTakenBack() {
    return quantity.signum() == 0;
  }

  /** Whether it moved no money of a wallet. */
  boolean isFree() {
    return fee.amount().signum() == 0 && profit.signum() == 0;
  }

  /** The key of the trace that would show it, by itself or with its order. */
  String key(Trace.Kind kind) {
    return instrument + " " + kind.of(kind == Trace.Kind.TRADE ? tradeId : orderId);
  }
}
