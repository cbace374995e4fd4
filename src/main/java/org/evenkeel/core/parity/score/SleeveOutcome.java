package org.evenkeel.core.parity.score;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * What was forecast of one sleeve over an interval, and what happened.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeve the name
 * @param riskBudget fraction of the variance that it should bear
 * @param forecastShare fraction of the variance that it was forecast to bear
 * @param exposure held notional over the portfolio's value
 * @param volatility forecast of its return over the interval, as a fraction of the sleeve
 * @param realized its return over the interval, as a fraction of the sleeve
 */
public record SleeveOutcome(
    SleeveId sleeve,
    Ratio riskBudget,
    double forecastShare,
    double exposure,
    double volatility,
    double realized) {}
