package org.evenkeel.core.statement;

import java.math.BigDecimal;

/**
 * How the forecasts of one sleeve have done, all as fractions.
 *
 * @param sleeve the name
 * @param riskBudget share of the risk that it should bear
 * @param forecastShare share that it was forecast to bear
 * @param realizedShare share that it bore
 * @param parityError realized share minus budget
 * @param bias root mean square of its returns in units of their forecast volatility
 */
public record SleeveScoreRow(
    String sleeve,
    BigDecimal riskBudget,
    BigDecimal forecastShare,
    BigDecimal realizedShare,
    BigDecimal parityError,
    BigDecimal bias) {}
