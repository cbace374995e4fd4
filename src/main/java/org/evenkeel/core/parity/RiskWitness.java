package org.evenkeel.core.parity;

import java.util.List;
import org.evenkeel.core.basics.SleeveId;

/**
 * A combination of sleeves that proves why a covariance has no risk-parity portfolio.
 *
 * <p>Either it is long-only and its variance w'Sw is at most 2^-52 (sum w vol)^2, which is zero as far as the rounding
 * of the matrix goes; or it may have shorts and its variance is below zero, so the matrix is no covariance.
 * For example, 0.6 and 0.4 of two sleeves with volatilities 0.2 and 0.3 and correlation -1.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves the names
 * @param weights one per sleeve, with sum |w| = 1
 */
public record RiskWitness(List<SleeveId> sleeves, List<Double> weights) {

  public RiskWitness {
    sleeves = List.copyOf(sleeves);
    weights = List.copyOf(weights);
  }
}
