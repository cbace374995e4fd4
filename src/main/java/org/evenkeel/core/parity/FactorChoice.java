package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.MethodProof.Kind;
import org.evenkeel.core.parity.factor.FactorBudgets;
import org.evenkeel.core.parity.factor.FactorRisk;
import org.evenkeel.core.parity.factor.NamedFactor;
import org.evenkeel.core.parity.factor.StatisticalFactors;
import org.evenkeel.core.parity.linear.Vectors;

/**
 * Weights by budgets over factors.
 *
 * <p>Everything is in units of each sleeve's volatility, so principal components of the correlations and given loadings
 * (divided by the volatilities) are treated alike and units do not matter.
 * Of several solutions the one near risk parity over the sleeves is taken.
 */
final class FactorChoice {

  private FactorChoice() {}

  static Result<SolvedWeights> solve(
      CovarianceEstimate estimate, RiskBudgets budgets, ParitySettings settings) {
    return RiskParity.solve(estimate, budgets, settings)
        .then(start -> near(start, estimate, settings.principle()));
  }

  private static Result<SolvedWeights> near(
      RiskParitySolution start, CovarianceEstimate estimate, WeightPrinciple principle) {
    TreeMap<String, Double> wanted = new TreeMap<>(principle.factorBudgets());
    double total = Vectors.sum(wanted.values().stream().mapToDouble(d -> d).toArray());
    wanted.remove(WeightPrinciple.RESIDUAL);
    double[][] covariance = estimate.annualCovariance();
    double[] volatility = Vectors.rootsOfDiagonal(covariance);
    List<String> names = List.copyOf(wanted.keySet());
    Result<double[][]> loadings = loadings(names, estimate, principle, volatility);
    return loadings.then(
        rows -> {
          Optional<FactorRisk> risk = FactorRisk.of(Vectors.correlation(covariance), rows);
          if (names.isEmpty() || risk.isEmpty()) {
            return Result.refused(
                RefusalReason.INVALID_INPUT,
                "the factors " + names + " are not independent of each other: leave one out");
          }
          double[] held = new double[volatility.length];
          for (int i = 0; i < held.length; i++) {
            held[i] = start.weights().get(i) * volatility[i];
          }
          double[] parts = wanted.values().stream().mapToDouble(part -> part / total).toArray();
          FactorBudgets.Answer answer = FactorBudgets.solve(risk.get(), parts, held);
          return judged(estimate, principle, names, parts, answer, volatility);
        });
  }

  private static Result<SolvedWeights> judged(
      CovarianceEstimate estimate,
      WeightPrinciple principle,
      List<String> names,
      double[] parts,
      FactorBudgets.Answer answer,
      double[] volatility) {
    StringBuilder shares = new StringBuilder();
    for (int j = 0; j < parts.length; j++) {
      shares.append(
          String.format(
              Locale.ROOT,
              "%s%s %.6f of %.6f",
              j == 0 ? "" : ", ",
              names.get(j),
              answer.shares().get(j),
              parts[j]));
    }
    if (!(answer.residual() <= principle.factorTolerance())) {
      return Result.refused(
          RefusalReason.INFEASIBLE,
          String.format(
              Locale.ROOT,
              "no long-only weights with these factor budgets were found: the least-squares fit has %s,"
                  + " off by %.3g with %.3g accepted; change risk.factor_budgets (what the factors do not"
                  + " span needs a budget under the name residual)",
              shares,
              answer.residual(),
              principle.factorTolerance()));
    }
    boolean exact = answer.fit() == FactorBudgets.Fit.EXACT;
    String statement =
        String.format(
            Locale.ROOT,
            "%s factor budgets: %s, off by %.1e",
            exact ? "exact" : "least-squares fit to",
            shares,
            answer.residual());
    double[] weights = new double[volatility.length];
    for (int i = 0; i < weights.length; i++) {
      weights[i] = answer.weights().get(i) / volatility[i];
    }
    return Result.ok(
        MethodWeights.of(
            estimate,
            Vectors.list(Vectors.normalized(weights)),
            new MethodProof(
                WeightMethod.RISK_PARITY.word() + " over factors " + String.join(", ", names),
                exact ? Kind.FACTOR_BUDGETS : Kind.FACTOR_FIT,
                statement,
                answer.residual(),
                0,
                Double.POSITIVE_INFINITY,
                answer.iterations())));
  }

  /** One row of standardized loadings per factor. */
  private static Result<double[][]> loadings(
      List<String> names,
      CovarianceEstimate estimate,
      WeightPrinciple principle,
      double[] volatility) {
    List<SleeveId> sleeves = estimate.sleeves();
    SortedMap<String, NamedFactor> components = new TreeMap<>();
    StatisticalFactors.first(estimate, sleeves.size())
        .forEach(factor -> components.put(factor.name(), factor));
    List<double[]> rows = new ArrayList<>();
    for (String name : names) {
      SortedMap<SleeveId, Double> given = principle.factorLoadings().get(name);
      NamedFactor component = components.get(name);
      double[] row = new double[sleeves.size()];
      if (given != null) {
        for (int i = 0; i < row.length; i++) {
          row[i] = given.getOrDefault(sleeves.get(i), 0.0) / volatility[i];
        }
      } else if (component != null) {
        for (int i = 0; i < row.length; i++) {
          row[i] = component.loadings().getOrDefault(sleeves.get(i), 0.0);
        }
      } else {
        return Result.refused(
            Refusal.of(
                RefusalReason.INVALID_INPUT,
                "factor "
                    + name
                    + " has a budget but no loadings: give the sleeves factor_loadings, or name a principal"
                    + " component from pc1 to pc"
                    + sleeves.size()));
      }
      rows.add(row);
    }
    return Result.ok(rows.toArray(double[][]::new));
  }
}
