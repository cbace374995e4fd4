package org.evenkeel.core.estimate.gate;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;

/**
 * A covariance with the gate's verdict on it.
 *
 * <p>Returns and covariance are there whenever they could be computed, also under a verdict of HOLD, so that a person
 * can see what was judged; {@link #decided()} is what a decision may use.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param verdict what may be done with it
 * @param universe the sleeves that take part in the decision
 * @param returns the returns it is made from
 * @param estimate the covariance of exactly these sleeves
 */
public record GatedEstimate(
    GateVerdict verdict,
    Universe universe,
    Optional<ReturnMatrix> returns,
    Optional<CovarianceEstimate> estimate) {

  /** The same with its covariance changed, if there is one. */
  public GatedEstimate with(UnaryOperator<CovarianceEstimate> change) {
    return new GatedEstimate(verdict, universe, returns, estimate.map(change));
  }

  /** The covariance, or the refusal that a verdict of HOLD means. */
  public Result<CovarianceEstimate> decided() {
    return verdict.permission() == Permission.HOLD || estimate.isEmpty()
        ? Result.refused(verdict.refusal())
        : Result.ok(estimate.get());
  }
}
