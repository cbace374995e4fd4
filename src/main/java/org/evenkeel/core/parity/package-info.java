/**
 * The solver: a covariance in, certified risk-parity weights out, then the size of the portfolio.
 *
 * <p>Goes in: an estimate and budgets. Comes out: weights with a proof and what every sleeve should be, or a refusal that
 * names its reason. Must not know: prices, positions, orders.
 *
 * <h2>Equal risk from a matrix</h2>
 *
 * <p>Two sleeves with volatilities 0.2 and 0.6 and no correlation get weights as 3 to 1.
 *
 * {@snippet :
 * List<SleeveId> sleeves = List.of(SleeveId.of("btc"), SleeveId.of("sol"));
 * CovarianceEstimate estimate =
 *     CovarianceEstimate.given(sleeves, new double[][] {{0.04, 0}, {0, 0.36}});
 * RiskBudgets equal = RiskBudgets.of(sleeves, 1, 1).orThrow();
 * RiskParitySolution solution =
 *     RiskParity.solve(estimate, equal, ParitySettings.defaults()).orThrow();
 * List<Double> weights = solution.weights(); // 0.75 and 0.25
 * }
 *
 * <h2>The proof</h2>
 *
 * <p>Nothing is returned without one. It is computed from weights and covariance alone, and a second algorithm must agree.
 *
 * {@snippet :
 * SolverCertificate certificate = solution.certificate();
 * double error = certificate.maxRelativeError(); // of a risk contribution, relative to its budget
 * double bound = certificate.weightErrorBound(); // no weight is further from the truth than this
 * double agreement = certificate.agreementWithSecondAlgorithm();
 * }
 *
 * <h2>A refusal instead of an answer</h2>
 *
 * <p>Expected failures are values. A perfect hedge has no risk-parity portfolio, and the refusal names the combination
 * without risk.
 *
 * {@snippet :
 * CovarianceEstimate hedge =
 *     CovarianceEstimate.given(sleeves, new double[][] {{0.04, -0.04}, {-0.04, 0.04}});
 * String answer =
 *     switch (RiskParity.solve(hedge, equal, ParitySettings.defaults())) {
 *       case Result.Ok<RiskParitySolution> ok -> "weights " + ok.value().weights();
 *       case Result.Refused<RiskParitySolution> refused -> "no: " + refused.refusal().detail();
 *     };
 * }
 *
 * <h2>Bounds, rows and directions</h2>
 *
 * <p>{@link org.evenkeel.core.parity.ParityConstraints.Definition} says what risk parity means where a constraint binds.
 * The certificate lists what binds, and its price.
 *
 * {@snippet :
 * ParityConstraints atMost = ParityConstraints.box(sleeves, 0.0, 0.6);
 * RiskParitySolution bounded =
 *     RiskParity.solve(estimate, equal, atMost, ParitySettings.defaults()).orThrow();
 * ActiveConstraint binding = bounded.certificate().active().get(0); // UPPER btc
 * ParityConstraints shortSol =
 *     new ParityConstraints(
 *         ParityConstraints.Definition.RICHARD_RONCALLI,
 *         List.of(),
 *         List.of(),
 *         List.of(),
 *         List.of(1, -1));
 * RiskParitySolution longShort =
 *     RiskParity.solve(estimate, equal, shortSol, ParitySettings.defaults()).orThrow();
 * }
 *
 * <p>Every type here is immutable and thread-safe, and equal inputs give equal bits on every machine.
 */
@NullMarked
package org.evenkeel.core.parity;

import org.jspecify.annotations.NullMarked;
