package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

class RiskContributionsTest {

  private static final SleeveId BTC = SleeveId.of("btc");
  private static final SleeveId ETH = SleeveId.of("eth");
  private static final CovarianceEstimate ESTIMATE =
      CovarianceEstimate.given(List.of(BTC, ETH), new double[][] {{0.04, 0.06}, {0.06, 0.36}});

  @Test
  void two_holdings_share_the_variance() {
    RiskContributions risk = RiskContributions.of(ESTIMATE, held("0.3", "0.1"));

    // 0.3 (0.3*0.04 + 0.1*0.06) = 0.0054 and 0.1 (0.3*0.06 + 0.1*0.36) = 0.0054.
    assertThat(risk.fractions())
        .containsEntry(BTC, Ratio.of("0.5"))
        .containsEntry(ETH, Ratio.of("0.5"));
    assertThat(risk.volatilityAnnual()).isEqualTo(Ratio.of("0.103923048454"));
  }

  @Test
  void a_hedge_takes_risk_away() {
    RiskContributions risk = RiskContributions.of(ESTIMATE, held("1", "-0.1"));

    assertThat(risk.fractions().get(ETH)).isLessThan(Ratio.ZERO);
    assertThat(risk.fractions().get(BTC)).isGreaterThan(Ratio.ONE);
  }

  @Test
  void an_empty_portfolio_has_no_risk() {
    RiskContributions risk = RiskContributions.of(ESTIMATE, new TreeMap<>());

    assertThat(risk.volatilityAnnual()).isEqualTo(Ratio.ZERO);
    assertThat(risk.fractions().values()).containsOnly(Ratio.ZERO);
  }

  @Test
  void a_holding_that_the_estimate_does_not_know_is_a_mistake_of_the_caller() {
    TreeMap<SleeveId, Ratio> unknown = new TreeMap<>();
    unknown.put(SleeveId.of("sol"), Ratio.ONE);

    assertThatThrownBy(() -> RiskContributions.of(ESTIMATE, unknown)).hasMessageContaining("sol");
  }

  private static SortedMap<SleeveId, Ratio> held(String btc, String eth) {
    TreeMap<SleeveId, Ratio> held = new TreeMap<>();
    held.put(BTC, Ratio.of(btc));
    held.put(ETH, Ratio.of(eth));
    return held;
  }
}
