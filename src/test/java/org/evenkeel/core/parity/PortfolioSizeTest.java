package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.TargetWeights.Binding;
import org.junit.jupiter.api.Test;

class PortfolioSizeTest {

  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId CARRY = SleeveId.of("carry");
  private static final SleeveId ETH = SleeveId.of("eth");
  private static final InstrumentId BTC_PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId BTC_SPOT = InstrumentId.of("BTC-USDT-SPOT@binance");
  private static final InstrumentId ETH_PERP = InstrumentId.of("ETH-USDT-PERP@binance");

  private static final Universe MAJORS =
      universe(sleeve(BTC, leg(BTC_PERP, 1)), sleeve(ETH, leg(ETH_PERP, 1)));

  /** Volatilities 0.4 and 0.8, uncorrelated: weights 2/3 and 1/3, volatility sqrt(2) * 0.8 / 3. */
  private static final CovarianceEstimate CALM =
      CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{0.16, 0}, {0, 0.64}});

  @Test
  void exposures_have_the_target_volatility() {
    TargetWeights targets = decide(MAJORS, CALM, settings(0.2, 3), SleeveAdjustments.none());

    assertThat(targets.binding()).isEqualTo(Binding.TARGET_VOLATILITY);
    assertThat(targets.forecastVolatilityAnnual()).isEqualTo(Ratio.of("0.2"));
    assertThat(exposure(targets, BTC)).isCloseTo(0.2 / StrictMath.sqrt(2) / 0.4, within(1e-11));
    assertThat(exposure(targets, ETH)).isCloseTo(0.2 / StrictMath.sqrt(2) / 0.8, within(1e-11));
    assertThat(targets.of(ETH).orElseThrow().riskContribution()).isEqualTo(Ratio.of("0.5"));
    assertThat(targets.of(ETH).orElseThrow().riskBudget()).isEqualTo(Ratio.of("0.5"));
  }

  @Test
  void the_leverage_cap_binds_when_it_comes_first() {
    TargetWeights targets = decide(MAJORS, CALM, settings(0.9, 1.2), SleeveAdjustments.none());

    assertThat(targets.binding()).isEqualTo(Binding.GROSS_LEVERAGE);
    assertThat(targets.grossLeverage()).isEqualTo(Ratio.of("1.2"));
    assertThat(exposure(targets, BTC)).isCloseTo(0.8, within(1e-11));
    assertThat(targets.forecastVolatilityAnnual()).isLessThan(Ratio.of("0.9"));
  }

  @Test
  void both_legs_of_a_carry_sleeve_count_for_leverage() {
    Universe universe = universe(sleeve(CARRY, leg(BTC_SPOT, 1), leg(BTC_PERP, -1)));
    CovarianceEstimate estimate =
        CovarianceEstimate.given(List.of(CARRY), new double[][] {{0.0004}});

    TargetWeights targets = decide(universe, estimate, settings(0.2, 1), SleeveAdjustments.none());

    assertThat(targets.grossLeverage()).isEqualTo(Ratio.ONE);
    assertThat(exposure(targets, CARRY)).isEqualTo(0.5);
  }

  @Test
  void what_a_cap_frees_stays_in_cash() {
    TreeMap<SleeveId, Ratio> caps = new TreeMap<>();
    caps.put(BTC, Ratio.of("0.1"));
    SleeveAdjustments capped = new SleeveAdjustments(caps, new TreeMap<>(), new TreeSet<>());

    TargetWeights before = decide(MAJORS, CALM, settings(0.2, 3), SleeveAdjustments.none());
    TargetWeights after = decide(MAJORS, CALM, settings(0.2, 3), capped);

    assertThat(exposure(after, BTC)).isEqualTo(0.1);
    assertThat(exposure(after, ETH)).isEqualTo(exposure(before, ETH));
    assertThat(after.of(BTC).orElseThrow().weight())
        .isEqualTo(before.of(BTC).orElseThrow().weight());
    assertThat(after.forecastVolatilityAnnual()).isLessThan(Ratio.of("0.2"));
    assertThat(after.of(ETH).orElseThrow().riskContribution()).isGreaterThan(Ratio.of("0.9"));
  }

  @Test
  void a_cap_on_a_hedge_never_raises_the_risk() {
    CovarianceEstimate hedged =
        CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{0.16, -0.12}, {-0.12, 0.16}});
    TreeMap<SleeveId, Ratio> caps = new TreeMap<>();
    caps.put(ETH, Ratio.of("0.05"));

    TargetWeights targets =
        decide(
            MAJORS,
            hedged,
            settings(0.2, 3),
            new SleeveAdjustments(caps, new TreeMap<>(), new TreeSet<>()));

    assertThat(targets.forecastVolatilityAnnual()).isEqualTo(Ratio.of("0.2"));
    assertThat(exposure(targets, ETH)).isLessThan(0.05);
  }

  @Test
  void a_multiplier_lowers_one_sleeve() {
    TreeMap<SleeveId, Ratio> half = new TreeMap<>();
    half.put(ETH, Ratio.of("0.5"));

    TargetWeights targets =
        decide(
            MAJORS,
            CALM,
            settings(0.2, 3),
            new SleeveAdjustments(new TreeMap<>(), half, new TreeSet<>()));

    assertThat(exposure(targets, ETH)).isCloseTo(0.1 / StrictMath.sqrt(2) / 0.8, within(1e-11));
  }

  @Test
  void a_sleeve_whose_volatility_has_collapsed_does_not_fill_the_portfolio() {
    CovarianceEstimate collapsed =
        CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{1e-8, 0}, {0, 0.64}});

    TargetWeights targets =
        decide(
            MAJORS,
            collapsed,
            new ParitySettings(0.2, 5, 0.4, 1e-10, 500, 1e-8),
            SleeveAdjustments.none());

    assertThat(exposure(targets, BTC)).isEqualTo(0.4);
  }

  @Test
  void an_excluded_sleeve_is_to_be_flat_and_the_others_share_its_budget() {
    TreeSet<SleeveId> excluded = new TreeSet<>(List.of(BTC));

    ParityDecision decision =
        RiskParity.decide(
                MAJORS,
                CALM,
                settings(0.2, 3),
                new SleeveAdjustments(new TreeMap<>(), new TreeMap<>(), excluded))
            .orThrow();

    assertThat(decision.solution().sleeves()).containsExactly(ETH);
    assertThat(decision.targets().of(BTC).orElseThrow())
        .isEqualTo(new SleeveTarget(BTC, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO));
    assertThat(exposure(decision.targets(), ETH)).isCloseTo(0.25, within(1e-11));
  }

  @Test
  void when_all_are_excluded_nothing_is_to_be_held() {
    TreeSet<SleeveId> excluded = new TreeSet<>(List.of(BTC, ETH));

    ParityDecision decision =
        RiskParity.decide(
                MAJORS,
                CALM,
                settings(0.2, 3),
                new SleeveAdjustments(new TreeMap<>(), new TreeMap<>(), excluded))
            .orThrow();

    assertThat(decision.targets().binding()).isEqualTo(Binding.NOTHING_TO_HOLD);
    assertThat(decision.targets().sleeves()).allMatch(target -> target.exposure().isZero());
    assertThat(decision.solution()).isEqualTo(RiskParitySolution.ofNothing());
  }

  @Test
  void adjustments_that_would_raise_risk_are_no_adjustments() {
    TreeMap<SleeveId, Ratio> twice = new TreeMap<>();
    twice.put(BTC, Ratio.of("2"));
    TreeMap<SleeveId, Ratio> negative = new TreeMap<>();
    negative.put(BTC, Ratio.of("-0.1"));

    assertThatThrownBy(() -> new SleeveAdjustments(new TreeMap<>(), twice, new TreeSet<>()))
        .hasMessageContaining("multiplier of btc must lie in 0..1");
    assertThatThrownBy(() -> new SleeveAdjustments(negative, new TreeMap<>(), new TreeSet<>()))
        .hasMessageContaining("cap of btc");
  }

  private static ParitySettings settings(double targetVolatility, double maxGross) {
    return new ParitySettings(targetVolatility, maxGross, 2, 1e-12, 500, 1e-8);
  }

  private static TargetWeights decide(
      Universe universe,
      CovarianceEstimate estimate,
      ParitySettings settings,
      SleeveAdjustments adjustments) {
    return RiskParity.decide(universe, estimate, settings, adjustments).orThrow().targets();
  }

  private static double exposure(TargetWeights targets, SleeveId sleeve) {
    return targets.of(sleeve).orElseThrow().exposure().value().doubleValue();
  }

  private static Leg leg(InstrumentId instrument, int ratio) {
    return new Leg(instrument, BigDecimal.valueOf(ratio));
  }

  private static Sleeve sleeve(SleeveId id, Leg... legs) {
    return new Sleeve(id, SleeveClass.of("majors"), BigDecimal.ONE, List.of(legs));
  }

  private static Universe universe(Sleeve... sleeves) {
    return new Universe(Currency.of("USDT"), new ArrayList<>(List.of(sleeves)), List.of());
  }
}
