package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The portfolio's value at one moment.
 *
 * @param asOf the moment
 * @param nav its value in NAV currency
 * @param grossLeverage gross exposure over NAV
 * @param forecastVolatility annualized forecast volatility of what is held, as a fraction
 */
public record NavPoint(
    Instant asOf, BigDecimal nav, BigDecimal grossLeverage, BigDecimal forecastVolatility) {}
