package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SavedPlan;

/**
 * Two decisions, or two saved plans, beside each other.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param one the name of the one
 * @param other the name of the other
 * @param figures value, leverage, risk, exposures, prices and orders, by what is compared
 * @param inputs where the inputs differ
 */
public record Comparison(
    String one, String other, List<Figure> figures, List<Decisions.Difference> inputs) {

  private static final int MOST_OF_A_KIND = 5;

  public Comparison {
    figures = List.copyOf(figures);
    inputs = List.copyOf(inputs);
  }

  /**
   * A number of both.
   *
   * @param subject such as 'exposure of btc'
   */
  public record Figure(String subject, BigDecimal one, BigDecimal other) {}

  /** Two stored decisions, made again; refused if one of them cannot be. */
  public static Result<Comparison> of(Decisions decisions, CycleId one, CycleId other) {
    return decided(decisions, one)
        .then(first -> decided(decisions, other).map(second -> of(first, second, decisions)));
  }

  private static Result<Decided> decided(Decisions decisions, CycleId cycle) {
    return switch (decisions.of(cycle).orElseThrow().inputs().whole()) {
      case Result.Ok<DecisionInputs> ok -> Decided.again(cycle, ok.value(), DecisionStages.SILENT);
      case Result.Refused<DecisionInputs> no ->
          Result.refused(no.refusal().reason(), cycle + ": " + no.refusal().detail());
    };
  }

  /** Two decisions, by everything that they were made from. */
  private static Comparison of(Decided one, Decided other, Decisions decisions) {
    TreeMap<String, BigDecimal> left = figures(one);
    TreeMap<String, BigDecimal> right = figures(other);
    List<Decisions.Difference> inputs = new ArrayList<>();
    SortedMap<String, Object> these = parts(one.inputs());
    SortedMap<String, Object> those = parts(other.inputs());
    these.forEach(
        (name, part) -> {
          Object against = those.getOrDefault(name, "");
          for (Decisions.Difference at :
              decisions.differences(
                  decisions.text(part), decisions.text(against), MOST_OF_A_KIND)) {
            inputs.add(new Decisions.Difference(name + "." + at.field(), at.stored(), at.again()));
          }
        });
    return new Comparison(one.cycle().value(), other.cycle().value(), joined(left, right), inputs);
  }

  /** Two saved plans, by what they are bound to. */
  public static Comparison of(String one, SavedPlan first, String other, SavedPlan second) {
    List<Decisions.Difference> inputs = new ArrayList<>();
    differ(inputs, "database", first.database(), second.database());
    differ(inputs, "configuration", first.rules(), second.rules());
    differ(inputs, "overrides", first.adjustments(), second.adjustments());
    differ(inputs, "book", first.standing(), second.standing());
    differ(inputs, "expiry", first.expiresAt().toString(), second.expiresAt().toString());
    return new Comparison(one, other, joined(figures(first), figures(second)), inputs);
  }

  private static void differ(
      List<Decisions.Difference> inputs, String what, String one, String other) {
    if (!one.equals(other)) {
      inputs.add(new Decisions.Difference(what, one, other));
    }
  }

  private static List<Figure> joined(
      SortedMap<String, BigDecimal> left, SortedMap<String, BigDecimal> right) {
    TreeSet<String> names = new TreeSet<>(left.keySet());
    names.addAll(right.keySet());
    return names.stream()
        .map(
            name ->
                new Figure(
                    name,
                    left.getOrDefault(name, BigDecimal.ZERO),
                    right.getOrDefault(name, BigDecimal.ZERO)))
        .toList();
  }

  private static TreeMap<String, BigDecimal> figures(Decided decided) {
    TreeMap<String, BigDecimal> figures = new TreeMap<>();
    TargetWeights targets = decided.decision().parity().targets();
    figures.put("gross leverage wanted", targets.grossLeverage().value());
    figures.put("volatility wanted", targets.forecastVolatilityAnnual().value());
    targets
        .sleeves()
        .forEach(
            sleeve -> {
              figures.put("exposure of " + sleeve.sleeve(), sleeve.exposure().value());
              figures.put("weight of " + sleeve.sleeve(), sleeve.weight().value());
            });
    decided
        .inputs()
        .market()
        .quotes()
        .forEach(quote -> figures.put("price of " + quote.instrument(), quote.mark().value()));
    orders(figures, decided.decision().plan());
    return figures;
  }

  private static TreeMap<String, BigDecimal> figures(SavedPlan saved) {
    TreeMap<String, BigDecimal> figures = new TreeMap<>();
    for (Map.Entry<InstrumentId, Price> mark : saved.marks().entrySet()) {
      figures.put("price of " + mark.getKey(), mark.getValue().value());
    }
    orders(figures, saved.plan());
    return figures;
  }

  private static void orders(TreeMap<String, BigDecimal> figures, RebalancePlan plan) {
    figures.put("value of the portfolio", plan.nav().amount());
    plan.targets()
        .forEach(
            target -> {
              InstrumentId id = target.instrument();
              figures.put("contracts held of " + id, target.current().value());
              figures.put("order of " + id, PlanStages.traded(plan, id));
            });
  }

  /** Everything but market and account, which are never the same. */
  private static SortedMap<String, Object> parts(DecisionInputs inputs) {
    TreeMap<String, Object> parts = new TreeMap<>();
    parts.put("configuration", inputs.rules());
    parts.put("specifications", inputs.market().specs());
    parts.put("held-out money", inputs.heldOut());
    parts.put("overrides", inputs.adjustments());
    parts.put("books", inputs.standing());
    parts.put("score", inputs.score().exposureScale());
    parts.put("factors", inputs.earlier());
    parts.put("charges", inputs.charges());
    return parts;
  }
}
