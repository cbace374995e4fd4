package org.evenkeel.core.policy;

import java.util.List;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/**
 * Limits that are small now, because what runs is new or what stops it was not rehearsed.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param ratio what the limits of value are multiplied by
 * @param until when they are whole again, in words: an instant by the bot's clock, or what must be done
 * @param cause why, in words
 */
public record Canary(Ratio ratio, String until, String cause) {

  private static final List<LimitKey> SMALL =
      List.of(LimitKey.MAX_ORDER_NOTIONAL, LimitKey.MAX_CYCLE_TURNOVER, LimitKey.MAX_DAY_NOTIONAL);

  /** The limits with those of value made small. */
  public LimitValues of(LimitValues whole) {
    LimitValues small = whole;
    for (LimitKey key : SMALL) {
      LimitName name = LimitName.of(key);
      small = small.with(name, Decimals.normal(whole.get(key).multiply(ratio.value())));
    }
    return small;
  }

  /** Such as 'values of an order, a decision and a day times 0.1 until 2026-01-04T00:00:00Z: version 2 after 1'. */
  public String text() {
    return "values of an order, a decision and a day times "
        + ratio
        + " until "
        + until
        + ": "
        + cause;
  }
}
