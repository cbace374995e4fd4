package org.evenkeel.core.plan;

import java.time.Instant;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * What lots and bands are chosen by: the risk that is shared, how much may be held in all, and the time until the next
 * decision.
 *
 * @param estimate the covariance of the sleeves
 * @param maxGrossLeverage largest sum of absolute exposures over NAV by which targets are sized; limits cut plans later
 * @param next when the next decision is due
 */
public record LotBasis(CovarianceEstimate estimate, Ratio maxGrossLeverage, Instant next) {}
