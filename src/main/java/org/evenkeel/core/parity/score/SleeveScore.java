package org.evenkeel.core.parity.score;

import org.evenkeel.core.basics.SleeveId;

/**
 * How the forecasts of one sleeve have done.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeve the name
 * @param riskBudget average fraction of the risk that it should bear
 * @param forecastShare average fraction that it was forecast to bear
 * @param realizedShare fraction that it did bear; outcomes count in units of their forecast variance
 * @param parityError realized share minus budget
 * @param bias root mean square of its returns in units of their forecast volatility; above one if it was too low
 */
public record SleeveScore(
    SleeveId sleeve,
    double riskBudget,
    double forecastShare,
    double realizedShare,
    double parityError,
    double bias) {}
