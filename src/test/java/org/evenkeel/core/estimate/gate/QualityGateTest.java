package org.evenkeel.core.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.EstimateQuality;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.estimate.gate.GateSettings.BadSleeve;
import org.junit.jupiter.api.Test;

/** Every criterion on both sides of its limits, and what follows (F11, F12, F19). */
class QualityGateTest {

  private static final InstrumentId BTC = Closes.perpetual("BTC");
  private static final InstrumentId ETH = Closes.perpetual("ETH");

  private static CriterionResult result(GatedEstimate gated, Criterion criterion) {
    return gated.verdict().criteria().stream()
        .filter(each -> each.criterion() == criterion)
        .findFirst()
        .orElseThrow();
  }

  private static Permission permission(Closes closes) {
    return closes.judged().verdict().permission();
  }

  @Test
  void clean_data_may_trade_and_every_criterion_is_shown() {
    GatedEstimate gated = Closes.of("BTC", "ETH", "SOL").judged();
    assertThat(gated.verdict().permission()).isEqualTo(Permission.TRADE);
    assertThat(gated.verdict().failures()).isEmpty();
    assertThat(gated.verdict().criteria())
        .extracting(CriterionResult::criterion)
        .containsExactly(Criterion.values());
    assertThat(gated.decided()).isInstanceOf(Result.Ok.class);
  }

  /** A missing bar costs two returns of the hundred; F11. */
  @Test
  void gaps_first_forbid_to_add_and_then_to_trade() {
    assertThat(permission(Closes.of("BTC", "ETH").without(BTC, 9, 4))).isEqualTo(Permission.TRADE);
    GatedEstimate few = Closes.of("BTC", "ETH").without(BTC, 9, 5).judged();
    assertThat(few.verdict().permission()).isEqualTo(Permission.REDUCE_ONLY);
    assertThat(result(few, Criterion.COVERAGE).value()).isCloseTo(0.94, within(1e-12));
    assertThat(few.decided()).isInstanceOf(Result.Ok.class);
    assertThat(permission(Closes.of("BTC", "ETH").without(BTC, 20, 9)))
        .isEqualTo(Permission.REDUCE_ONLY);
    GatedEstimate many = Closes.of("BTC", "ETH").without(BTC, 20, 10).judged();
    assertThat(many.verdict().permission()).isEqualTo(Permission.HOLD);
    assertThat(many.verdict().refusal().reason()).isEqualTo(RefusalReason.COVERAGE_TOO_LOW);
    assertThat(many.verdict().refusal().detail())
        .contains("BTC-USDT-PERP@binance", "0.89", "89 of 100");
    assertThat(many.decided()).isInstanceOf(Result.Refused.class);
  }

  @Test
  void a_young_listing_is_told_from_a_gap() {
    GatedEstimate young = Closes.of("BTC", "ETH").without(BTC, 80, 21).judged();
    assertThat(result(young, Criterion.COVERAGE).detail())
        .contains("no close before " + Closes.closeTime(79));
  }

  @Test
  void staleness_has_two_steps() {
    EstimateSettings patient =
        new EstimateSettings(
            Closes.HOUR, 100, 1000, 1000, 0.5, 3, 0.75, 1e5, new TreeMap<>(), 1e-4);
    for (int lag = 0; lag <= 4; lag++) {
      Closes closes = Closes.of("BTC", "ETH").without(BTC, 0, lag);
      GatedEstimate gated =
          new QualityGate(patient, GateSettings.defaults())
              .judge(closes.universe(), closes.market());
      assertThat(result(gated, Criterion.STALENESS).permission())
          .as("%d bars", lag)
          .isEqualTo(
              lag <= 1 ? Permission.TRADE : lag <= 3 ? Permission.REDUCE_ONLY : Permission.HOLD);
    }
  }

  @Test
  void an_instrument_without_any_bar_holds_and_the_others_are_judged_all_the_same() {
    GatedEstimate gated = Closes.of("BTC", "ETH").without(BTC, 0, 101).spike(ETH, 40, 0.4).judged();
    assertThat(gated.verdict().failures())
        .extracting(CriterionResult::criterion)
        .contains(
            Criterion.COVERAGE,
            Criterion.STALENESS,
            Criterion.UNCONFIRMED_OUTLIER,
            Criterion.ESTIMATE);
    assertThat(result(gated, Criterion.ESTIMATE).detail()).isNotBlank();
  }

  private static CriterionResult measured(Criterion criterion, double value) {
    EstimateQuality quality =
        new EstimateQuality(
            100,
            criterion == Criterion.EFFECTIVE_OBSERVATIONS ? value : 100,
            1,
            Closes.NOON,
            criterion == Criterion.SHRINKAGE ? value : 0,
            criterion == Criterion.CONDITION_NUMBER ? value : 2,
            criterion == Criterion.MIN_EIGENVALUE ? value : 0.5,
            List.of(),
            0,
            criterion == Criterion.REPAIR_DISTANCE ? 2 * value : 0);
    GateSettings gate = GateSettings.defaults();
    return new EstimateCriteria(Closes.estimate(), gate)
            .of(
                Result.ok(
                    new CovarianceEstimate(
                        List.of(SleeveId.of("btc"), SleeveId.of("eth")),
                        new double[][] {{1, 0}, {0, 1}},
                        quality)))
            .stream()
            .filter(each -> each.criterion() == criterion)
            .findFirst()
            .orElseThrow();
  }

  private static void assertSteps(
      Criterion criterion, double trade, double reduce, double reduceToo, double hold) {
    assertThat(measured(criterion, trade).permission()).isEqualTo(Permission.TRADE);
    assertThat(measured(criterion, reduce).permission()).isEqualTo(Permission.REDUCE_ONLY);
    assertThat(measured(criterion, reduceToo).permission()).isEqualTo(Permission.REDUCE_ONLY);
    assertThat(measured(criterion, hold).permission()).isEqualTo(Permission.HOLD);
  }

  @Test
  void the_limits_of_the_covariance_are_exact() {
    assertSteps(Criterion.EFFECTIVE_OBSERVATIONS, 20, 19.999, 12, 11.999);
    assertSteps(Criterion.CONDITION_NUMBER, 30_000, 30_001, 1e5, 100_001);
    assertSteps(Criterion.MIN_EIGENVALUE, 1e-4, 0.9999e-4, 1e-6, 0.9999e-6);
    assertSteps(Criterion.REPAIR_DISTANCE, 0.02, 0.0201, 0.1, 0.1001);
    assertThat(measured(Criterion.SHRINKAGE, 1).permission()).isEqualTo(Permission.TRADE);
  }

  @Test
  void a_number_that_is_none_passes_no_limit() {
    for (Criterion criterion :
        List.of(
            Criterion.EFFECTIVE_OBSERVATIONS,
            Criterion.CONDITION_NUMBER,
            Criterion.MIN_EIGENVALUE)) {
      assertThat(measured(criterion, Double.NaN).permission()).isEqualTo(Permission.HOLD);
    }
  }

  /** F19: two sleeves that are one thing. */
  @Test
  void practically_equal_sleeves_are_held() {
    GatedEstimate gated = Closes.of("BTC", "ETH").like(ETH, BTC, 1e-5).judged();
    assertThat(gated.verdict().permission()).isEqualTo(Permission.HOLD);
    assertThat(gated.verdict().reasons()).contains("condition number");
  }

  @Test
  void one_bad_sleeve_holds_all_unless_it_may_be_set_aside() {
    Closes closes = Closes.of("BTC", "ETH", "SOL").without(BTC, 20, 20);
    assertThat(closes.judged().verdict().permission()).isEqualTo(Permission.HOLD);

    GatedEstimate rest = closes.judged(GateSettings.defaults().with(BadSleeve.SET_ASIDE));
    assertThat(rest.verdict().permission()).isEqualTo(Permission.TRADE);
    assertThat(rest.verdict().setAside()).containsOnlyKeys(SleeveId.of("btc"));
    assertThat(rest.estimate().orElseThrow().sleeves())
        .containsExactly(SleeveId.of("eth"), SleeveId.of("sol"));
    assertThat(rest.verdict().criteria())
        .filteredOn(each -> !each.isDecisive())
        .extracting(CriterionResult::subject)
        .containsOnly(BTC.value());
  }

  @Test
  void sleeves_that_share_an_instrument_are_set_aside_together() {
    Closes closes =
        Closes.of("BTC", "ETH")
            .sleeve("btc-carry", Closes.spot("BTC"), BTC)
            .without(Closes.spot("BTC"), 20, 20);
    GatedEstimate rest = closes.judged(GateSettings.defaults().with(BadSleeve.SET_ASIDE));
    assertThat(rest.verdict().setAside())
        .containsOnlyKeys(SleeveId.of("btc"), SleeveId.of("btc-carry"));
  }

  @Test
  void if_every_sleeve_is_bad_nothing_is_set_aside() {
    Closes closes = Closes.of("BTC", "ETH").without(BTC, 20, 20).without(ETH, 20, 20);
    GatedEstimate all = closes.judged(GateSettings.defaults().with(BadSleeve.SET_ASIDE));
    assertThat(all.verdict().permission()).isEqualTo(Permission.HOLD);
    assertThat(all.verdict().setAside()).isEmpty();
  }
}
