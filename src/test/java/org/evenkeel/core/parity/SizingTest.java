package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.CoinHolding;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.estimate.CashRisk;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

class SizingTest {

  private static final CashTerms TERMS = terms("0.25");

  private static CashTerms terms(String correlation) {
    return new CashTerms(
        coin("ANY", "any", "0.1", "0.1"),
        List.of(coin("USDC", "circle", "0.1", "0.2"), coin("DAI", "maker", "0.4", "0.3")),
        Ratio.of(correlation),
        Ratio.of("0.01"),
        Ratio.of("0.5"),
        true);
  }

  private static CoinTerms coin(String coin, String issuer, String rate, String loss) {
    return new CoinTerms(
        Currency.of(coin),
        issuer,
        Ratio.of("0.01"),
        Ratio.ONE,
        Ratio.of(rate),
        Ratio.of(loss),
        Ratio.of("0.02"));
  }

  private static CashRisk risk(CashTerms terms, String atVenue, CoinHolding... coins) {
    return CashRisk.of(
        new UsableEquity(
            Money.of("1000", "USDT"),
            Money.of("990", "USDT"),
            List.of(coins),
            Money.of(atVenue, "USDT")),
        terms);
  }

  private static CoinHolding holding(String coin, String issuer, String value) {
    return new CoinHolding(
        Currency.of(coin),
        issuer,
        Money.of(value, "USDT").amount(),
        Money.of(value, "USDT").amount());
  }

  /** Merton: rate times squared size, and for two coins a quarter of the smaller rate times both sizes. */
  @Test
  void the_jump_terms_are_rate_times_squared_loss_and_shared_falls() {
    CashRisk risk =
        risk(TERMS, "0", holding("USDC", "circle", "600"), holding("DAI", "maker", "400"));
    double usdc = 0.1 * 0.2 * 0.2 + 0.02 * 0.02;
    double dai = 0.4 * 0.3 * 0.3 + 0.02 * 0.02;
    double shared = 0.25 * 0.1 * 0.2 * 0.3;
    double variance = 0.36 * usdc + 0.16 * dai + 2 * 0.24 * shared;
    assertThat(risk.coinVolatilityAnnual()).isCloseTo(Math.sqrt(variance), within(1e-12));
    assertThat(risk.coins().get(0).volatilityAnnual()).isCloseTo(Math.sqrt(usdc), within(1e-12));
    assertThat(risk.coins().get(1).depegLoss()).isCloseTo(0.4 * 0.3, within(1e-12));
    assertThat(
            risk(terms("1"), "0", holding("USDC", "circle", "600"), holding("DAI", "maker", "400"))
                .coinVolatilityAnnual())
        .isGreaterThan(risk.coinVolatilityAnnual());
  }

  @Test
  void the_venues_default_is_one_draw_a_year() {
    CashRisk risk = risk(TERMS, "1200");
    assertThat(risk.venueLoss()).isCloseTo(0.6, within(1e-12));
    assertThat(risk.venueVolatilityAnnual()).isCloseTo(0.1 * 0.6, within(1e-12));
  }

  @Test
  void sleeves_get_what_usable_equity_and_the_risk_of_cash_leave() {
    CashRisk risk = risk(TERMS, "1200");
    ParitySettings sized =
        new Sizing(risk, List.of()).settings(ParitySettings.defaults()).orThrow();
    assertThat(sized.targetVolatilityAnnual())
        .isCloseTo(0.99 * Math.sqrt(0.04 - 0.0036), within(1e-12));
    assertThat(sized.maxGrossLeverage()).isCloseTo(1.98, within(1e-12));
    assertThat(Sizing.whole().settings(ParitySettings.defaults()).orThrow())
        .isEqualTo(ParitySettings.defaults());
  }

  @Test
  void cash_that_is_as_risky_as_the_whole_portfolio_may_be_is_refused() {
    assertThat(new Sizing(risk(TERMS, "4000"), List.of()).settings(ParitySettings.defaults()))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            refused -> {
              assertThat(refused.refusal().reason()).isEqualTo(RefusalReason.INFEASIBLE);
              assertThat(refused.refusal().detail()).contains("0.2000").contains("'cash'");
            });
  }

  @Test
  void a_sleeve_of_a_stablecoin_has_its_jumps_however_quiet_it_was() {
    Universe universe =
        new Universe(
            Samples.USDT,
            List.of(
                Samples.sleeve("BTC"),
                new Sleeve(
                    SleeveId.of("usdc"),
                    SleeveClass.of("stable"),
                    BigDecimal.ONE,
                    List.of(Samples.leg(Samples.spot("USDC"), "1")))),
            List.of());
    CovarianceEstimate quiet =
        CovarianceEstimate.given(
            List.of(SleeveId.of("btc"), SleeveId.of("usdc")),
            new double[][] {{0.36, 0.0001}, {0.0001, 1e-6}});
    CovarianceEstimate jumping = CashRisk.withJumps(quiet, universe, TERMS);
    assertThat(jumping.annualCovariance()[1][1]).isCloseTo(1e-6 + 0.1 * 0.2 * 0.2, within(1e-15));
    assertThat(jumping.annualCovariance()[0]).containsExactly(0.36, 0.0001);
    assertThat(CashRisk.withJumps(quiet, universe, CashTerms.riskless())).isEqualTo(quiet);
  }
}
