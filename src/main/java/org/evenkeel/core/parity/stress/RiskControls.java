package org.evenkeel.core.parity.stress;

import org.evenkeel.core.estimate.gate.GateSettings;
import org.evenkeel.core.estimate.regime.RegimeSettings;

/**
 * The knobs of everything that stands between an estimate and the size of the portfolio.
 *
 * @param gate limits of the quality gate
 * @param regime the detectors
 * @param stress the scenarios
 */
public record RiskControls(GateSettings gate, RegimeSettings regime, StressSettings stress) {

  /** The knobs that need no thought. */
  public static RiskControls defaults() {
    return new RiskControls(
        GateSettings.defaults(), RegimeSettings.defaults(), StressSettings.defaults());
  }
}
