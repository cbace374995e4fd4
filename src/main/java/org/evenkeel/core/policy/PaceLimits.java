package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;

/**
 * The bounds of a single order's quantity and of what adds up over time, by the journal's count of everything sent.
 *
 * <p>What was sent counts at its full size from its commit on, whatever becomes of it.
 * Source: RTS 6 (Delegated Regulation (EU) 2017/589), article 15(1)(c), 15(2) and 15(3).
 *
 * @param maxOrderQty the largest order of an instrument, in contracts; an instrument without one has only limits of value
 * @param maxDayNotional largest value ordered within 24 hours, in NAV currency; default 50,000,000
 * @param maxOneWayOrders most orders of one instrument and side within the window; one more latches the instrument until a
 *     person re-enables it; default 60
 * @param oneWayWindow the window; default one hour
 */
public record PaceLimits(
    SortedMap<InstrumentId, Contracts> maxOrderQty,
    BigDecimal maxDayNotional,
    int maxOneWayOrders,
    Duration oneWayWindow) {

  public PaceLimits {
    maxOrderQty = Collections.unmodifiableSortedMap(new TreeMap<>(maxOrderQty));
    if (maxDayNotional.signum() <= 0 || maxOneWayOrders < 1) {
      throw new IllegalArgumentException("a pace that allows nothing is no limit but a halt");
    }
    if (oneWayWindow.isNegative() || oneWayWindow.isZero()) {
      throw new IllegalArgumentException("the window must have a length, found " + oneWayWindow);
    }
  }

  public static PaceLimits defaults() {
    return new PaceLimits(new TreeMap<>(), new BigDecimal("50000000"), 60, Duration.ofHours(1));
  }

  /** The largest order of an instrument, if it has a limit of its own. */
  public Optional<Contracts> maxOrderQty(InstrumentId instrument) {
    return Optional.ofNullable(maxOrderQty.get(instrument));
  }
}
