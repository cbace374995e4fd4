package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * One funding settlement of a perpetual.
 *
 * <p>For example 0.0001 at 08:00 UTC: a long of 10,000 USDT notional pays 1 USDT to the shorts.
 * Immutable and thread-safe.
 *
 * @param timeMs instant of the settlement, epoch milliseconds UTC
 * @param symbol the perpetual's symbol
 * @param rate fraction of the notional per settlement, positive when longs pay; not annualised
 */
public record FundingEvent(long timeMs, String symbol, BigDecimal rate) {}
