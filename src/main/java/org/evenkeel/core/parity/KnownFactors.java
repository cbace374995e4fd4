package org.evenkeel.core.parity;

import java.util.List;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.factor.NamedFactor;
import org.evenkeel.core.parity.factor.StatisticalFactors;

/**
 * The principal components under the names that they keep from cycle to cycle.
 *
 * <p>A cycle stores its own, and the next one looks its components up among them, so that a budget for pc2 goes on
 * meaning the same factor when two eigenvalues change places.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param factors one per component, in the order of their names
 */
public record KnownFactors(List<NamedFactor> factors) {

  public KnownFactors {
    factors = List.copyOf(factors);
  }

  /** Nothing is known: components are named by falling eigenvalue. */
  public static KnownFactors none() {
    return new KnownFactors(List.of());
  }

  /** The components of an estimate, under the names that are known where there are any. */
  public KnownFactors today(CovarianceEstimate estimate) {
    return new KnownFactors(
        factors.isEmpty()
            ? StatisticalFactors.first(estimate, estimate.sleeves().size())
            : StatisticalFactors.followed(estimate, factors));
  }

  /** Settings in which budgets of components speak of these. */
  public ParitySettings in(ParitySettings settings, CovarianceEstimate estimate) {
    return settings.with(settings.principle().withComponents(factors, estimate));
  }
}
