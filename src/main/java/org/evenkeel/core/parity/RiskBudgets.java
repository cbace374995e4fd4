package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

/**
 * The part of the portfolio's risk that each sleeve may bear; the parts sum to one.
 *
 * <p>For example, budgets 2, 1, 1 become 0.5, 0.25, 0.25.
 * A budget of zero is refused: whether its sleeve ends at weight zero depends on the covariance, so leave the sleeve
 * out instead.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves the names
 * @param fractions one per sleeve, above zero, with sum one
 */
public record RiskBudgets(List<SleeveId> sleeves, List<Double> fractions) {

  public RiskBudgets {
    sleeves = List.copyOf(sleeves);
    fractions = List.copyOf(fractions);
    if (sleeves.size() != fractions.size()) {
      throw new IllegalArgumentException(
          sleeves.size() + " sleeves but " + fractions.size() + " budgets");
    }
  }

  /** The budgets as given, divided by their sum; refused if one is not a finite number above zero. */
  public static Result<RiskBudgets> of(List<SleeveId> sleeves, double... budgets) {
    double sum = 0;
    for (int i = 0; i < budgets.length; i++) {
      if (!Double.isFinite(budgets[i]) || budgets[i] <= 0) {
        return Result.refused(
            RefusalReason.INVALID_INPUT,
            "the risk budget of "
                + (i < sleeves.size() ? sleeves.get(i) : "sleeve " + i)
                + " is "
                + budgets[i]
                + "; it must be a finite number above zero (to hold none of it, leave it out)");
      }
      sum += budgets[i];
    }
    List<Double> fractions = new ArrayList<>();
    for (double budget : budgets) {
      fractions.add(budget / sum);
    }
    if (!Double.isFinite(sum) || fractions.contains(0.0)) {
      return Result.refused(
          RefusalReason.INVALID_INPUT, "the risk budgets are too far apart to be added up");
    }
    return Result.ok(new RiskBudgets(sleeves, fractions));
  }

  /** The budgets of a universe's sleeves, in its order. */
  public static Result<RiskBudgets> from(Universe universe) {
    return from(universe, Collections.emptySortedSet());
  }

  /** The budgets of the sleeves that are not excluded; what the excluded ones had goes to the others. */
  static Result<RiskBudgets> from(Universe universe, SortedSet<SleeveId> excluded) {
    List<Sleeve> kept =
        universe.sleeves().stream().filter(sleeve -> !excluded.contains(sleeve.id())).toList();
    double[] parts =
        kept.stream().mapToDouble(sleeve -> sleeve.riskBudget().doubleValue()).toArray();
    SortedMap<SleeveClass, Double> ofClasses = new TreeMap<>();
    universe
        .rules()
        .classes()
        .forEach(
            (name, rule) ->
                rule.riskBudget().ifPresent(budget -> ofClasses.put(name, budget.doubleValue())));
    return nested(
        kept.stream().map(Sleeve::id).toList(),
        kept.stream().map(Sleeve::sleeveClass).toList(),
        ofClasses,
        parts);
  }

  /**
   * Budgets in two levels: a class that has parts of its own bears those, and its sleeves share them by their parts; the
   * other sleeves bear their parts.
   *
   * <p>For example, with 1 part for the class 'alts' of two sleeves with 1 and 3 parts, beside one sleeve of another class
   * with 1 part, the budgets are 0.125, 0.375 and 0.5.
   *
   * @param classes the class of each sleeve
   * @param ofClasses parts of classes, each a finite number above zero
   * @param parts of sleeves, each a finite number above zero
   */
  public static Result<RiskBudgets> nested(
      List<SleeveId> sleeves,
      List<SleeveClass> classes,
      SortedMap<SleeveClass, Double> ofClasses,
      double... parts) {
    double[] budgets = parts.clone();
    for (Map.Entry<SleeveClass, Double> entry : ofClasses.entrySet()) {
      double ofClass = entry.getValue();
      if (!Double.isFinite(ofClass) || ofClass <= 0) {
        return Result.refused(
            RefusalReason.INVALID_INPUT,
            "the risk budget of the class "
                + entry.getKey()
                + " is "
                + ofClass
                + "; it must be a finite number above zero");
      }
      double sum = 0;
      for (int i = 0; i < parts.length; i++) {
        sum += classes.get(i).equals(entry.getKey()) ? parts[i] : 0;
      }
      for (int i = 0; i < parts.length; i++) {
        if (classes.get(i).equals(entry.getKey())) {
          budgets[i] = parts[i] * (ofClass / sum);
        }
      }
    }
    return of(sleeves, budgets);
  }

  double[] toArray() {
    return fractions.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
