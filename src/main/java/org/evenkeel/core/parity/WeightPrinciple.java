package org.evenkeel.core.parity;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.factor.NamedFactor;

/**
 * The choice of how weights are found.
 *
 * <p>Another measure and budgets over factors go with risk parity only, and not with each other.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param method the principle; default risk parity
 * @param measure what counts as risk; default the volatility
 * @param factorBudgets parts of the risk by factor, empty for budgets over sleeves; the name {@link #RESIDUAL} stands for
 *     what the factors do not span, and pc1, pc2, ... for principal components
 * @param factorLoadings by factor the loadings of the sleeves, for factors that are no principal components
 * @param factorTolerance largest absolute difference of a factor's share from its budget with which weights are traded;
 *     default 0.001
 */
public record WeightPrinciple(
    WeightMethod method,
    RiskMeasure measure,
    SortedMap<String, Double> factorBudgets,
    SortedMap<String, SortedMap<SleeveId, Double>> factorLoadings,
    double factorTolerance) {

  /** The name under which factor budgets speak of what no factor spans. */
  public static final String RESIDUAL = "residual";

  private static final String COMPONENT = "pc";

  public WeightPrinciple {
    factorBudgets = Collections.unmodifiableSortedMap(new TreeMap<>(factorBudgets));
    factorLoadings = Collections.unmodifiableSortedMap(new TreeMap<>(factorLoadings));
    boolean otherMeasure = measure.kind() != RiskMeasure.Kind.VOLATILITY;
    boolean byFactors = !factorBudgets.isEmpty();
    if (method != WeightMethod.RISK_PARITY && (otherMeasure || byFactors)) {
      throw new IllegalArgumentException(
          "another measure and factor budgets go with risk-parity only, found " + method.word());
    }
    if (otherMeasure && byFactors) {
      throw new IllegalArgumentException("factor budgets go with the volatility only");
    }
    factorBudgets.forEach(
        (name, budget) -> {
          if (!(budget > 0) || Double.isInfinite(budget)) {
            throw new IllegalArgumentException(
                "the budget of factor " + name + " must be above zero, found " + budget);
          }
        });
    if (!(factorTolerance > 0 && factorTolerance < 1)) {
      throw new IllegalArgumentException(
          "factorTolerance must lie between 0 and 1, found " + factorTolerance);
    }
  }

  /** Risk parity of the sleeves' volatilities. */
  public static WeightPrinciple riskParity() {
    return of(WeightMethod.RISK_PARITY);
  }

  /** A method on the volatility. */
  public static WeightPrinciple of(WeightMethod method) {
    return new WeightPrinciple(
        method, RiskMeasure.volatility(), new TreeMap<>(), new TreeMap<>(), 0.001);
  }

  /** Risk parity under a measure. */
  public static WeightPrinciple of(RiskMeasure measure) {
    return new WeightPrinciple(
        WeightMethod.RISK_PARITY, measure, new TreeMap<>(), new TreeMap<>(), 0.001);
  }

  /** Whether a budget speaks of a principal component: such a factor must be followed from cycle to cycle. */
  public boolean hasComponents() {
    return factorBudgets.keySet().stream()
        .anyMatch(name -> isComponent(name) && !factorLoadings.containsKey(name));
  }

  private static boolean isComponent(String name) {
    return name.startsWith(COMPONENT)
        && name.length() > COMPONENT.length()
        && name.substring(COMPONENT.length()).chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** The same with principal components as they are named today; their loadings are per unit of volatility. */
  WeightPrinciple withComponents(List<NamedFactor> components, CovarianceEstimate estimate) {
    TreeMap<String, SortedMap<SleeveId, Double>> all = new TreeMap<>();
    for (NamedFactor component : components) {
      TreeMap<SleeveId, Double> loadings = new TreeMap<>();
      component
          .loadings()
          .forEach(
              (sleeve, loading) ->
                  loadings.put(sleeve, loading * estimate.annualVolatility(sleeve)));
      all.put(component.name(), loadings);
    }
    all.putAll(factorLoadings);
    return new WeightPrinciple(method, measure, factorBudgets, all, factorTolerance);
  }
}
