package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The score of the forecasts at one moment.
 *
 * @param asOf when the forecast was judged
 * @param forecastVolatility the forecast, per year
 * @param realizedVolatility of the last outcomes, per year
 * @param standardized the outcome in units of its forecast
 * @param bias over the last outcomes
 * @param biasLow lower end of its 95 % band
 * @param biasHigh upper end of its 95 % band
 * @param exceeded whether the loss was beyond the value at risk
 * @param evidence wealth of the sequential test
 * @param factor factor on exposures that followed
 */
public record RiskPoint(
    Instant asOf,
    BigDecimal forecastVolatility,
    BigDecimal realizedVolatility,
    BigDecimal standardized,
    BigDecimal bias,
    BigDecimal biasLow,
    BigDecimal biasHigh,
    boolean exceeded,
    BigDecimal evidence,
    BigDecimal factor) {}
