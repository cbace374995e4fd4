package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * What whole lots are chosen by: the risk that they share, and how much may be held in all.
 *
 * @param estimate the covariance of the sleeves
 * @param maxGrossLeverage largest sum of absolute exposures over NAV
 */
public record LotBasis(CovarianceEstimate estimate, Ratio maxGrossLeverage) {}
