package org.evenkeel.shell.cli.solver;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParityConstraints;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;

/**
 * A risk-parity problem as somebody stated it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param names what the assets are called
 * @param estimate their covariance
 * @param budgets one per asset, not yet divided by their sum
 * @param constraints bounds, rows and directions
 * @param drift expected returns, if risk is an expected shortfall with drift
 */
public record Problem(
    AssetNames names,
    CovarianceEstimate estimate,
    List<Double> budgets,
    ParityConstraints constraints,
    Optional<Drift> drift) {

  /**
   * What makes the risk c sigma - pi'w instead of the volatility.
   *
   * @param expectedReturns pi, one per asset
   * @param factor c, above zero
   */
  public record Drift(List<Double> expectedReturns, double factor) {

    public Drift {
      expectedReturns = List.copyOf(expectedReturns);
    }
  }

  public Problem {
    budgets = List.copyOf(budgets);
  }

  /** The certified weights, or why there are none; the refusal speaks of the solver's identifiers. */
  public Result<RiskParitySolution> solve(ParitySettings settings) {
    return normalBudgets().then(found -> RiskParity.solve(estimate, found, constraints, settings));
  }

  /** The budgets divided by their sum. */
  public Result<RiskBudgets> normalBudgets() {
    return RiskBudgets.of(names.ids(), budgets.stream().mapToDouble(Double::doubleValue).toArray());
  }
}
