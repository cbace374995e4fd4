package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * The risk of one stablecoin.
 *
 * @param coin the coin
 * @param issuer who owes the dollars
 * @param navFraction its value over the portfolio's
 * @param usableFraction what counts of it for the size of positions, over the portfolio's value
 * @param volatility of the coin, jumps included, per year
 */
public record CoinRiskRow(
    String coin,
    String issuer,
    BigDecimal navFraction,
    BigDecimal usableFraction,
    BigDecimal volatility) {}
