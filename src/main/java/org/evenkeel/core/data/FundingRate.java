package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;

/**
 * One settled funding payment of a perpetual, as the venue publishes it for everybody.
 *
 * <p>For example 0.0001 at 08:00 UTC: a long of 10,000 USDT pays 1 USDT to the shorts.
 *
 * @param instrument the perpetual
 * @param settledAt when it was settled, by the venue's clock
 * @param rate fraction of the notional for this one settlement, positive when longs pay; not annualized
 */
public record FundingRate(InstrumentId instrument, Instant settledAt, BigDecimal rate) {

  public FundingRate {
    rate = Decimals.normal(rate);
  }
}
