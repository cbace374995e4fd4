package org.evenkeel.core.parity.score;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * What was held of a sleeve when a forecast was made, and the share of the risk that it should bear.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeve the name
 * @param riskBudget fraction of the variance that it should bear
 * @param exposure held notional over the portfolio's value, negative for short
 */
public record SleeveForecast(SleeveId sleeve, Ratio riskBudget, Ratio exposure) {}
