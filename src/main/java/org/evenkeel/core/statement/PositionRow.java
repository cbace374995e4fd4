package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * One holding: a futures position or a coin.
 *
 * @param subject instrument, or wallet and currency such as 'SPOT/USDC'
 * @param quantity contracts or coins
 * @param price mark price in NAV currency
 * @param notional value in NAV currency, signed
 * @param navFraction value over NAV
 */
public record PositionRow(
    String subject,
    BigDecimal quantity,
    BigDecimal price,
    BigDecimal notional,
    BigDecimal navFraction) {}
