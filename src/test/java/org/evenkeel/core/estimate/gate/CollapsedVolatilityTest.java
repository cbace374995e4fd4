package org.evenkeel.core.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.TargetWeights;
import org.junit.jupiter.api.Test;

/** F22: a coin whose volatility has collapsed gets the floor of its class, and no enormous exposure. */
class CollapsedVolatilityTest {

  @Test
  void a_price_that_hardly_moves_neither_passes_as_riskless_nor_fills_the_book() {
    InstrumentId quiet = Closes.perpetual("USDC");
    Closes closes = Closes.of("BTC", "ETH", "USDC").calmed(quiet, 1e-6);
    TreeMap<SleeveClass, Double> floors = new TreeMap<>();
    floors.put(SleeveClass.of("majors"), 0.05);
    EstimateSettings settings =
        new EstimateSettings(Closes.HOUR, 100, 1000, 1000, 0.9, 1, 0.75, 1e5, floors, 0.02);
    GatedEstimate gated =
        new QualityGate(settings, GateSettings.defaults())
            .judge(closes.universe(), closes.market());

    CovarianceEstimate estimate = gated.decided().orThrow();
    assertThat(estimate.annualVolatility(SleeveId.of("usdc"))).isEqualTo(0.05);
    assertThat(estimate.quality().floored()).containsExactly(SleeveId.of("usdc"));

    TargetWeights targets =
        RiskParity.decide(
                gated.universe(), estimate, ParitySettings.defaults(), SleeveAdjustments.none())
            .orThrow()
            .targets();
    assertThat(targets.of(SleeveId.of("usdc")).orElseThrow().exposure())
        .isLessThanOrEqualTo(Ratio.ONE);
    assertThat(targets.grossLeverage()).isLessThanOrEqualTo(Ratio.of("2"));
  }
}
