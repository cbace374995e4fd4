package org.evenkeel.shell.config;

import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.estimate.gate.BarConfirmation;
import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.core.estimate.regime.RegimeSettings;
import org.evenkeel.core.parity.stress.RiskControls;
import org.evenkeel.core.parity.stress.StressSettings;
import org.evenkeel.core.parity.stress.StressShock;
import org.evenkeel.shell.config.read.ConfigValues;

/** The quality gate, the detectors and the stress limits, from checked values. */
final class ControlsFromValues {

  private final ConfigValues values;

  ControlsFromValues(ConfigValues values) {
    this.values = values;
  }

  RiskControls controls() {
    return new RiskControls(gate(), regime(), stress());
  }

  private GateSettings gate() {
    return new GateSettings(
        number("gate.coverage_reduce_only_fraction"),
        number("gate.staleness_reduce_only_bars"),
        number("gate.outlier_robust_sigmas"),
        number("gate.outlier_min_move_fraction"),
        number("gate.outlier_agreement_fraction"),
        number("gate.effective_observations_reduce_only"),
        number("gate.effective_observations_hold"),
        number("gate.condition_number_reduce_only"),
        number("gate.min_eigenvalue_reduce_only"),
        number("gate.min_eigenvalue_hold"),
        number("gate.repair_reduce_only"),
        number("gate.repair_hold"),
        number("gate.shrinkage_reduce_only_fraction"),
        text("gate.bad_sleeve").equals("set-aside")
            ? GateSettings.BadSleeve.SET_ASIDE
            : GateSettings.BadSleeve.HOLD_ALL,
        values.elements("gate.confirmed_bars").stream().map(this::confirmation).toList());
  }

  private BarConfirmation confirmation(String path) {
    return new BarConfirmation(
        InstrumentId.of(text(path + ".instrument")),
        values.instant(path + ".bar_close").orElseThrow(),
        text(path + ".finding").equals("real"),
        text(path + ".author"),
        text(path + ".reason"));
  }

  private RegimeSettings regime() {
    return new RegimeSettings(
        whole("regime.window_bars"),
        whole("regime.turbulence_bars"),
        number("regime.alarm_quantile_fraction"),
        whole("regime.min_history_readings"),
        number("regime.average_correlation_factor_ratio"),
        number("regime.absorption_factor_ratio"),
        number("regime.turbulence_factor_ratio"));
  }

  private StressSettings stress() {
    List<StressShock> named = values.elements("stress.shocks").stream().map(this::shock).toList();
    return new StressSettings(
        number("stress.max_volatility_correlations_one_ratio"),
        number("stress.max_volatility_extreme_ratio"),
        number("stress.max_loss_fraction"),
        whole("stress.volatility_window_bars"),
        whole("stress.loss_window_bars"),
        named.isEmpty() ? StressSettings.defaults().shocks() : named,
        number("stress.venue_recovery_fraction"));
  }

  private StressShock shock(String path) {
    TreeMap<String, Double> moves = new TreeMap<>();
    values.numbers(path + ".moves").forEach((who, move) -> moves.put(who, move.doubleValue()));
    return new StressShock(text(path + ".name"), moves);
  }

  private String text(String path) {
    return values.text(path).orElseThrow();
  }

  private int whole(String path) {
    return values.whole(path).orElseThrow().intValue();
  }

  private double number(String path) {
    return values.decimal(path).orElseThrow().doubleValue();
  }
}
