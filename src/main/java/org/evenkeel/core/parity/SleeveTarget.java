package org.evenkeel.core.parity;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;

/**
 * What one sleeve should be: 12 decimals each.
 *
 * <p>For example, weight 0.3 at a scale of 0.5 is an exposure of 0.15: 15,000 of a portfolio of 100,000.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeve the name
 * @param weight the solver's weight; all weights sum to one; zero for an excluded sleeve
 * @param exposure what to hold as a fraction of the portfolio's value, after scale, multiplier and caps
 * @param riskContribution fraction of the variance that this exposure bears, among all exposures
 * @param riskBudget the fraction it should bear; zero for an excluded sleeve
 */
public record SleeveTarget(
    SleeveId sleeve, Ratio weight, Ratio exposure, Ratio riskContribution, Ratio riskBudget) {}
