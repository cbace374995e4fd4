package org.evenkeel.shell.cli.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.parity.SolverCertificate;

/**
 * Weights with what is known about them, whatever principle they follow.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param weights one per asset; all digits that the solver has
 * @param riskContributions the part of the risk that each bears, with sum one
 * @param volatility of the weights, in the unit of the matrix
 * @param certificate the proof that they are risk parity, if they are
 * @param proof what is proven otherwise, in words; blank with a certificate
 * @param residual largest relative violation of the optimality conditions
 */
public record Solved(
    List<BigDecimal> weights,
    List<Double> riskContributions,
    double volatility,
    Optional<SolverCertificate> certificate,
    String proof,
    double residual) {

  public Solved {
    weights = List.copyOf(weights);
    riskContributions = List.copyOf(riskContributions);
  }

  static Solved of(RiskParitySolution solution) {
    return new Solved(
        solution.exactWeights(),
        solution.riskContributions(),
        solution.volatilityAnnual(),
        Optional.of(solution.certificate()),
        "",
        solution.certificate().kktResidual());
  }

  /** Weights without a certificate; their contributions to the volatility are computed here. */
  static Solved withoutCertificate(
      double[][] covariance, List<Double> weights, String proof, double residual) {
    double[] held = weights.stream().mapToDouble(Double::doubleValue).toArray();
    double[] marginal = product(covariance, held);
    double variance = 0;
    for (int i = 0; i < held.length; i++) {
      variance += held[i] * marginal[i];
    }
    List<Double> contributions = new ArrayList<>();
    for (int i = 0; i < held.length; i++) {
      contributions.add(held[i] * marginal[i] / variance);
    }
    return new Solved(
        weights.stream().map(ExactDecimals::of).toList(),
        contributions,
        Math.sqrt(variance),
        Optional.empty(),
        proof,
        residual);
  }

  static double[] product(double[][] covariance, double[] held) {
    double[] product = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      for (int j = 0; j < held.length; j++) {
        product[i] += covariance[i][j] * held[j];
      }
    }
    return product;
  }

  /** The same with other contributions: those to another risk than the volatility. */
  Solved withContributions(List<Double> contributions, double violation) {
    return new Solved(weights, contributions, volatility, certificate, proof, violation);
  }
}
