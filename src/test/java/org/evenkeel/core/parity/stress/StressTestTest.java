package org.evenkeel.core.parity.stress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.ReturnMatrix;
import org.evenkeel.core.estimate.regime.RegimeReading;
import org.evenkeel.core.estimate.regime.RegimeReading.Detector;
import org.evenkeel.core.estimate.regime.RegimeSettings;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.SleeveTarget;
import org.evenkeel.core.parity.TargetWeights;
import org.junit.jupiter.api.Test;

/** The scenarios against arithmetic by hand, and the overlay that follows. */
class StressTestTest {

  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId ETH = SleeveId.of("eth");
  private static final Universe UNIVERSE = Samples.universe("BTC", "ETH");

  /** Volatilities 40 % and 60 %, correlation one half. */
  private static final CovarianceEstimate ESTIMATE =
      CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{0.16, 0.12}, {0.12, 0.36}});

  private static ReturnMatrix returns(double[]... rows) {
    List<Instant> closes = new ArrayList<>();
    for (int t = 0; t < rows.length; t++) {
      closes.add(Instant.EPOCH.plus(Duration.ofDays(t)));
    }
    return new ReturnMatrix(List.of(BTC, ETH), closes, rows, 1);
  }

  private static final ReturnMatrix PAST =
      returns(
          new double[] {0.01, 0.02},
          new double[] {-0.05, -0.10},
          new double[] {-0.02, 0.01},
          new double[] {0.03, 0.03});

  static TargetWeights targets(String btc, String eth) {
    return new TargetWeights(
        List.of(target(BTC, btc), target(ETH, eth)),
        Ratio.of(btc).plus(Ratio.of(eth)),
        Ratio.of("0.2"),
        TargetWeights.Binding.TARGET_VOLATILITY);
  }

  private static SleeveTarget target(SleeveId sleeve, String exposure) {
    Ratio half = Ratio.of("0.5");
    return new SleeveTarget(sleeve, half, Ratio.of(exposure), half, half);
  }

  private static StressSettings settings(double maxLoss, StressShock... shocks) {
    return new StressSettings(2.5, 3, maxLoss, 2, 2, List.of(shocks), 0.25);
  }

  private static List<StressOutcome> outcomes(TargetWeights targets, StressSettings settings) {
    return new StressTest(UNIVERSE, ESTIMATE, PAST, 365, settings).of(targets, 0.2);
  }

  @Test
  void correlations_to_one_add_the_volatilities_up() {
    StressOutcome outcome = outcomes(targets("0.3", "0.2"), settings(1)).get(0);
    assertThat(outcome.volatilityAnnual()).isCloseTo(0.3 * 0.4 + 0.2 * 0.6, within(1e-12));
    assertThat(outcome.loss()).isCloseTo(2.326348 * 0.24 * Math.sqrt(2 / 365.0), within(1e-6));
    assertThat(outcome.limit()).contains(0.5);
    assertThat(outcome.factor()).isEqualTo(1);
    assertThat(outcomes(targets("1", "1"), settings(1)).get(0).factor())
        .isCloseTo(0.5 / 1.0, within(1e-12));
  }

  /** The largest two-bar volatilities are those of the bars 2 and 1 or 2 and 3, interpolated to the 99th percentile. */
  @Test
  void extreme_volatilities_are_the_99th_percentile_of_rolling_ones() {
    double[] btc = {rms(0.01, 0.05), rms(0.05, 0.02), rms(0.02, 0.03)};
    double[] eth = {rms(0.02, 0.10), rms(0.10, 0.01), rms(0.01, 0.03)};
    double a = 0.3 * percentile(btc) * Math.sqrt(365);
    double b = 0.2 * percentile(eth) * Math.sqrt(365);
    StressOutcome outcome = outcomes(targets("0.3", "0.2"), settings(1)).get(1);
    assertThat(outcome.volatilityAnnual())
        .isCloseTo(Math.sqrt(a * a + b * b + a * b), within(1e-12));
  }

  private static double rms(double x, double y) {
    return Math.sqrt((x * x + y * y) / 2);
  }

  private static double percentile(double[] three) {
    double[] sorted = three.clone();
    java.util.Arrays.sort(sorted);
    return sorted[1] + 0.98 * (sorted[2] - sorted[1]);
  }

  @Test
  void the_worst_window_is_found_with_its_time() {
    StressOutcome outcome = outcomes(targets("1", "1"), settings(0.1)).get(2);
    assertThat(outcome.loss()).isCloseTo(0.15 + 0.01, within(1e-12));
    assertThat(outcome.detail()).contains("2 bars to 1970-01-03");
    assertThat(outcome.factor()).isCloseTo(0.1 / 0.16, within(1e-12));
  }

  @Test
  void a_shock_is_looked_up_by_sleeve_then_class_then_market() {
    TreeMap<String, Double> moves = new TreeMap<>();
    moves.put("btc", -0.4);
    moves.put("default", -0.1);
    StressOutcome outcome =
        outcomes(targets("0.5", "1"), settings(1, new StressShock("crash", moves))).get(3);
    assertThat(outcome.loss()).isCloseTo(0.5 * 0.4 + 0.1, within(1e-12));

    Sleeve carry =
        Samples.sleeve(
            "carry",
            Samples.leg(Samples.spot("BTC"), "1"),
            Samples.leg(Samples.perpetual("BTC"), "-1"));
    assertThat(StressShock.market("m", -0.4).returnOf(carry)).isZero();
    moves.put("majors", -0.05);
    assertThat(new StressShock("m", moves).returnOf(carry)).isEqualTo(-0.05);
    assertThat(carry.sleeveClass()).isEqualTo(SleeveClass.of("majors"));
  }

  @Test
  void the_default_of_a_venue_is_shown_and_limits_nothing() {
    StressOutcome outcome =
        new StressTest(UNIVERSE, ESTIMATE, PAST, 365, settings(0.1))
            .venueDefault("binance", 0.8, targets("1", "1"));
    assertThat(outcome.loss()).isCloseTo(0.8 * 0.75, within(1e-12));
    assertThat(outcome.factor()).isEqualTo(1);
  }

  private static RiskOverlay overlay(
      TargetWeights targets, StressSettings settings, boolean alarm) {
    RegimeReading reading =
        new RegimeReading(
            Detector.TURBULENCE,
            java.util.Optional.of(5.0),
            java.util.Optional.of(1.0),
            java.util.Optional.of(4.0),
            50,
            alarm);
    return RiskOverlay.of(
        targets,
        outcomes(targets, settings),
        List.of(reading),
        RegimeSettings.defaults(),
        List.of());
  }

  @Test
  void without_stress_or_alarm_nothing_changes() {
    TargetWeights targets = targets("0.3", "0.2");
    RiskOverlay calm = overlay(targets, settings(1), false);
    assertThat(calm.binding()).isEmpty();
    assertThat(calm.applyTo(targets)).isEqualTo(targets);
    assertThat(calm.inWords()).isEmpty();
  }

  @Test
  void the_smallest_factor_binds_and_is_named() {
    TargetWeights targets = targets("1", "1");
    RiskOverlay overlay = overlay(targets, settings(0.02), true);
    assertThat(overlay.binding().orElseThrow().cause()).isEqualTo("stress: worst window");
    TargetWeights after = overlay.applyTo(targets);
    assertThat(after.binding()).isEqualTo(TargetWeights.Binding.EXPOSURE_SCALE);
    assertThat(outcomes(after, settings(0.02)).get(2).loss())
        .isCloseTo(0.02, within(1e-9))
        .isLessThanOrEqualTo(0.02);
    assertThat(overlay(targets("0.3", "0.2"), settings(1), true).inWords())
        .contains("75.0 %", "alarm: turbulence");
  }

  /** More stress never means more exposure: tighter limits, more alarms, larger targets. */
  @Test
  void the_overlay_is_monotone() {
    double before = Double.POSITIVE_INFINITY;
    for (double maxLoss = 1; maxLoss > 0.001; maxLoss *= 0.7) {
      TargetWeights targets = targets("1", "0.7");
      double quiet = held(targets, settings(maxLoss), false);
      double alarmed = held(targets, settings(maxLoss), true);
      assertThat(quiet).isLessThanOrEqualTo(before);
      assertThat(alarmed).isLessThanOrEqualTo(quiet);
      before = quiet;
    }
    double larger = 0;
    for (int tenths = 1; tenths < 40; tenths++) {
      String size = BigDecimal.valueOf(tenths, 1).toPlainString();
      double held = held(targets(size, size), settings(0.1), false);
      assertThat(held).isBetween(larger - 1e-9, tenths / 5.0);
      larger = held;
    }
  }

  private static double held(TargetWeights targets, StressSettings settings, boolean alarm) {
    return overlay(targets, settings, alarm).applyTo(targets).grossLeverage().value().doubleValue();
  }

  @Test
  void causes_do_not_multiply_and_none_raises() {
    ExposureScale high = ExposureScale.of("high", 1.7, "");
    ExposureScale low = ExposureScale.of("low", 0.8, "");
    ExposureScale lowest = ExposureScale.of("lowest", 0.65, "");
    assertThat(high.factor()).isEqualTo(Ratio.ONE);
    assertThat(ExposureScale.binding(List.of(high))).isEmpty();
    assertThat(ExposureScale.binding(List.of(high, low, lowest))).contains(lowest);
  }

  @Test
  void what_if_covariances_change_one_thing_only() {
    CovarianceEstimate one = StressedCovariance.withCorrelation(ESTIMATE, 1);
    assertThat(one.correlation(BTC, ETH)).isCloseTo(1, within(1e-12));
    assertThat(one.annualVolatility(ETH)).isCloseTo(0.6, within(1e-12));
    CovarianceEstimate twice = StressedCovariance.withVolatilityTimes(ESTIMATE, 2);
    assertThat(twice.annualVolatility(BTC)).isCloseTo(0.8, within(1e-12));
    assertThat(twice.correlation(BTC, ETH)).isCloseTo(0.5, within(1e-12));
  }
}
