package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.ClassRule;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRange;
import org.evenkeel.core.catalog.WeightRules;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

class WeightRulesTest {

  private static final List<SleeveId> NAMES =
      List.of(SleeveId.of("ada"), SleeveId.of("btc"), SleeveId.of("sol"));
  private static final CovarianceEstimate ESTIMATE =
      CovarianceEstimate.given(NAMES, Problems.equallyCorrelated(0.5, 0.9, 0.6, 1.2));
  private static final SleeveClass ALTS = SleeveClass.of("alts");

  @Test
  void a_class_budget_is_shared_by_its_sleeves_parts() {
    TreeMap<SleeveClass, Double> ofClasses = new TreeMap<>();
    ofClasses.put(ALTS, 1.0);

    RiskBudgets budgets =
        RiskBudgets.nested(NAMES, List.of(ALTS, SleeveClass.of("majors"), ALTS), ofClasses, 1, 1, 3)
            .orThrow();

    assertThat(budgets.fractions()).containsExactly(0.125, 0.5, 0.375);
  }

  @Test
  void a_class_budget_that_is_no_number_is_refused() {
    TreeMap<SleeveClass, Double> ofClasses = new TreeMap<>();
    ofClasses.put(ALTS, -1.0);

    assertThat(
            Problems.refusal(
                    RiskBudgets.nested(NAMES, List.of(ALTS, ALTS, ALTS), ofClasses, 1, 1, 1))
                .detail())
        .startsWith("the risk budget of the class alts is -1.0");
  }

  @Test
  void the_decision_obeys_class_budgets_and_shares_the_risk_so() {
    ParityDecision decision = decide(alts(Optional.of(BigDecimal.ONE), WeightRange.ANY));

    assertThat(decision.solution().riskContributions().get(1)).isCloseTo(0.5, within(1e-12));
    assertThat(decision.solution().riskContributions().get(0)).isCloseTo(0.25, within(1e-12));
  }

  @Test
  void a_class_bound_binds_in_the_certificate_of_the_decision() {
    ParityDecision decision =
        decide(alts(Optional.empty(), new WeightRange(Ratio.ZERO, Ratio.of("0.4"))));

    List<Double> weights = decision.solution().weights();
    assertThat(weights.get(0) + weights.get(2)).isCloseTo(0.4, within(1e-14));
    assertThat(certified(decision).certificate().active())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.name()).isEqualTo("class alts at most 0.4");
              assertThat(one.multiplier()).isPositive();
            });
  }

  @Test
  void a_sleeve_bound_binds_in_the_certificate_of_the_decision() {
    TreeMap<SleeveId, WeightRange> ranges = new TreeMap<>();
    ranges.put(NAMES.get(2), new WeightRange(Ratio.of("0.3"), Ratio.ONE));

    ParityDecision decision = decide(new WeightRules(false, ranges, new TreeMap<>()));

    assertThat(decision.solution().weights().get(2)).isEqualTo(0.3);
    assertThat(certified(decision).certificate().active())
        .singleElement()
        .satisfies(one -> assertThat(one.name()).isEqualTo("sol"));
  }

  @Test
  void bounds_that_an_exclusion_makes_impossible_are_refused_and_not_relaxed() {
    WeightRules rules = alts(Optional.empty(), new WeightRange(Ratio.ZERO, Ratio.of("0.4")));
    TreeSet<SleeveId> excluded = new TreeSet<>(List.of(NAMES.get(1)));

    Refusal refusal =
        Problems.refusal(
            RiskParity.decide(
                universe(rules),
                ESTIMATE,
                ParitySettings.defaults(),
                new SleeveAdjustments(new TreeMap<>(), new TreeMap<>(), excluded)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INFEASIBLE);
    assertThat(refusal.detail())
        .contains("'class alts at most 0.4'", "without btc, excluded by the operator");
  }

  @Test
  void a_rule_for_nothing_is_a_mistake() {
    TreeMap<SleeveId, WeightRange> ranges = new TreeMap<>();
    ranges.put(SleeveId.of("doge"), new WeightRange(Ratio.ZERO, Ratio.of("0.1")));

    assertThatThrownBy(() -> universe(new WeightRules(false, ranges, new TreeMap<>())))
        .hasMessageContaining("doge");
    assertThatThrownBy(() -> new WeightRange(Ratio.of("0.5"), Ratio.of("0.4")))
        .hasMessageContaining("found 0.5 to 0.4");
  }

  private static WeightRules alts(Optional<BigDecimal> budget, WeightRange range) {
    TreeMap<SleeveClass, ClassRule> classes = new TreeMap<>();
    classes.put(ALTS, new ClassRule(budget, range));
    return new WeightRules(false, new TreeMap<>(), classes);
  }

  private static ParityDecision decide(WeightRules rules) {
    return RiskParity.decide(
            universe(rules), ESTIMATE, ParitySettings.defaults(), SleeveAdjustments.none())
        .orThrow();
  }

  private static Universe universe(WeightRules rules) {
    List<Sleeve> sleeves =
        NAMES.stream()
            .map(
                name ->
                    new Sleeve(
                        name,
                        name.value().equals("btc") ? SleeveClass.of("majors") : ALTS,
                        BigDecimal.ONE,
                        List.of(
                            new Leg(
                                InstrumentId.of(
                                    name.value().toUpperCase(Locale.ROOT) + "-USDT-PERP@binance"),
                                BigDecimal.ONE))))
            .toList();
    return new Universe(Currency.of("USDT"), sleeves, List.of(), rules, List.of());
  }

  private static RiskParitySolution certified(ParityDecision decision) {
    return (RiskParitySolution) decision.solution();
  }
}
