package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;

/**
 * The funding that a venue announces for the settlements to come of a perpetual.
 *
 * <p>For example 0.0001 at 08:00 UTC every 8 hours: until midnight a long of 10,000 USDT is expected to pay 3 USDT if it is
 * held from 00:00. Venues announce the next settlement only; the ones after it are taken to be like it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument the perpetual
 * @param rate expected fraction of the notional for one settlement, positive when longs pay; not annualized
 * @param next the next settlement, by the venue's clock
 * @param interval the time from one settlement to the next, above zero
 */
public record FundingOutlook(
    InstrumentId instrument, BigDecimal rate, Instant next, Duration interval) {

  public FundingOutlook {
    rate = Decimals.normal(rate);
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException(
          "the funding of " + instrument + " cannot be settled every " + interval);
    }
  }

  /** How many settlements there are after one moment and not after another. */
  public long settlements(Instant afterExclusive, Instant untilInclusive) {
    Instant first = next;
    if (!first.isAfter(afterExclusive)) {
      long missed = Duration.between(first, afterExclusive).dividedBy(interval) + 1;
      first = first.plus(interval.multipliedBy(missed));
    }
    return first.isAfter(untilInclusive)
        ? 0
        : Duration.between(first, untilInclusive).dividedBy(interval) + 1;
  }

  /** The fraction of the notional that a long is expected to pay from one moment to another. */
  public BigDecimal expected(Instant afterExclusive, Instant untilInclusive) {
    return rate.multiply(BigDecimal.valueOf(settlements(afterExclusive, untilInclusive)));
  }
}
