package org.evenkeel.core.data;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Currency;

/**
 * What is held of one stablecoin in all wallets, profit of futures settled in it included.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param coin the coin
 * @param issuer who owes the dollars
 * @param value at market, in NAV currency
 * @param usable what positions are sized on, in NAV currency; never more than the value
 */
public record CoinHolding(Currency coin, String issuer, BigDecimal value, BigDecimal usable) {}
