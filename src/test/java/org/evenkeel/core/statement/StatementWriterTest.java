package org.evenkeel.core.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.core.catalog.Samples.USDT;
import static org.evenkeel.core.catalog.Samples.leg;
import static org.evenkeel.core.catalog.Samples.perpetual;
import static org.evenkeel.core.catalog.Samples.sleeve;
import static org.evenkeel.core.catalog.Samples.spot;
import static org.evenkeel.core.data.Books.NOON;
import static org.evenkeel.core.data.Books.account;
import static org.evenkeel.core.data.Books.futures;
import static org.evenkeel.core.data.Books.position;
import static org.evenkeel.core.data.Books.quote;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.SleeveTarget;
import org.evenkeel.core.parity.TargetWeights;
import org.junit.jupiter.api.Test;

class StatementWriterTest {

  private static final Money NAV = Money.of("100000", "USDT");
  private static final List<InstrumentSpec> SPECS =
      List.of(
          Samples.spec(perpetual("BTC")),
          Samples.spec(perpetual("ETH")),
          Samples.spec(spot("BTC")),
          Samples.usdc());
  private static final List<Quote> QUOTES =
      List.of(
          quote(perpetual("BTC"), "50000"),
          quote(perpetual("ETH"), "2500"),
          quote(spot("BTC"), "50000"),
          quote(spot("USDC"), "0.9998"));

  private static CycleStatement draw(
      List<Sleeve> sleeves, List<String> targets, AccountSnapshot account) {
    Universe universe = new Universe(USDT, sleeves, List.of(Samples.share("USDC", "0.4")));
    List<SleeveId> ids = universe.sleeves().stream().map(Sleeve::id).toList();
    double[][] covariance = new double[ids.size()][ids.size()];
    List<SleeveTarget> wanted = new ArrayList<>();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = 0; j < ids.size(); j++) {
        covariance[i][j] = i == j ? 0.36 : 0.18;
      }
      Ratio half = Ratio.of("0.5");
      wanted.add(new SleeveTarget(ids.get(i), half, Ratio.of(targets.get(i)), half, half));
    }
    TreeMap<SleeveId, String> remarks = new TreeMap<>();
    remarks.put(SleeveId.of("btc"), "CAP 0.1");
    return new StatementWriter(universe, SPECS, QUOTES)
        .draw(
            NOON,
            account,
            NAV,
            CovarianceEstimate.given(ids, covariance),
            new TargetWeights(
                wanted, Ratio.ONE, Ratio.ZERO, TargetWeights.Binding.TARGET_VOLATILITY),
            "risk-parity: proven",
            new BigDecimal("123.40"),
            List.of(),
            remarks);
  }

  private static BigDecimal current(CycleStatement statement, String sleeve) {
    return row(statement, sleeve).currentExposure();
  }

  private static WeightRow row(CycleStatement statement, String sleeve) {
    return statement.weights().stream()
        .filter(row -> row.sleeve().equals(sleeve))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void a_sleeves_exposure_is_its_notional_over_nav_and_drift_the_distance_to_its_target() {
    CycleStatement statement =
        draw(
            List.of(sleeve("BTC"), sleeve("ETH")),
            List.of("0.3", "0.2"),
            account(
                futures("USDT", "100000"),
                position(perpetual("BTC"), "0.5", "0"),
                position(perpetual("ETH"), "10", "0")));
    assertThat(current(statement, "btc")).isEqualByComparingTo("0.25");
    assertThat(row(statement, "btc").drift()).isEqualByComparingTo("-0.05");
    assertThat(row(statement, "btc").override()).isEqualTo("CAP 0.1");
    assertThat(row(statement, "eth").drift()).isEqualByComparingTo("0.05");
    assertThat(row(statement, "eth").override()).isEmpty();
    assertThat(statement.grossLeverage()).isEqualByComparingTo("0.5");
    assertThat(statement.turnover()).isEqualTo(new BigDecimal("123.4"));
    assertThat(statement.nav()).isEqualByComparingTo("100000");
    assertThat(statement.principle()).isEqualTo("risk-parity: proven");
  }

  @Test
  void a_leg_ratio_is_taken_back_out_of_the_notional() {
    CycleStatement statement =
        draw(
            List.of(sleeve("half", leg(perpetual("BTC"), "0.5"))),
            List.of("0.4"),
            account(futures("USDT", "100000"), position(perpetual("BTC"), "0.4", "0")));
    assertThat(current(statement, "half")).isEqualByComparingTo("0.4");
  }

  @Test
  void a_short_sleeve_that_is_short_is_exposed_and_one_that_is_long_is_exposed_the_wrong_way() {
    List<Sleeve> shorts = List.of(sleeve("short", leg(perpetual("BTC"), "-1")));
    assertThat(
            current(
                draw(shorts, List.of("0.2"), account(position(perpetual("BTC"), "-0.4", "0"))),
                "short"))
        .isEqualByComparingTo("0.2");
    assertThat(
            current(
                draw(shorts, List.of("0.2"), account(position(perpetual("BTC"), "0.4", "0"))),
                "short"))
        .isEqualByComparingTo("-0.2");
  }

  @Test
  void a_carry_sleeve_is_exposed_by_the_mean_of_its_two_legs() {
    CycleStatement statement =
        draw(
            List.of(sleeve("carry", leg(spot("BTC"), "1"), leg(perpetual("BTC"), "-1"))),
            List.of("0.5"),
            account(
                Books.spot("BTC", "1"),
                futures("USDT", "50000"),
                position(perpetual("BTC"), "-0.8", "0")));
    assertThat(current(statement, "carry")).isEqualByComparingTo("0.45");
    assertThat(statement.grossLeverage()).isEqualByComparingTo("0.4");
  }

  @Test
  void an_instrument_of_two_sleeves_is_shared_by_what_each_wants() {
    List<Sleeve> both =
        List.of(
            sleeve("a", leg(perpetual("BTC"), "1")),
            sleeve("b", leg(perpetual("BTC"), "1"), leg(perpetual("ETH"), "1")));
    CycleStatement statement =
        draw(
            both,
            List.of("0.3", "0.1"),
            account(position(perpetual("BTC"), "0.8", "0"), position(perpetual("ETH"), "4", "0")));
    assertThat(current(statement, "a")).isEqualByComparingTo("0.3");
    assertThat(current(statement, "b")).isEqualByComparingTo("0.1");
    CycleStatement unwanted =
        draw(both, List.of("0", "0"), account(position(perpetual("BTC"), "0.8", "0")));
    assertThat(current(unwanted, "a")).isEqualByComparingTo("0.2");
    assertThat(current(unwanted, "b")).isEqualByComparingTo("0.1");
  }

  @Test
  void sleeves_on_both_sides_of_one_instrument_keep_their_own_sides() {
    CycleStatement statement =
        draw(
            List.of(
                sleeve("a", leg(perpetual("BTC"), "1")), sleeve("b", leg(perpetual("BTC"), "-1"))),
            List.of("0.6", "0.2"),
            account(position(perpetual("BTC"), "0.8", "0")));
    assertThat(current(statement, "a")).isEqualByComparingTo("0.6");
    assertThat(current(statement, "b")).isEqualByComparingTo("0.2");
  }

  /** Two with volatility 0.6 and correlation one half at 0.3 and 0.2: 0.02844 and 0.01836 of variance. */
  @Test
  void realized_risk_contributions_add_up_to_one_and_follow_what_is_held() {
    CycleStatement statement =
        draw(
            List.of(sleeve("BTC"), sleeve("ETH")),
            List.of("0.5", "0.5"),
            account(position(perpetual("BTC"), "0.6", "0"), position(perpetual("ETH"), "8", "0")));
    double btc = row(statement, "btc").realizedRiskContribution().doubleValue();
    double eth = row(statement, "eth").realizedRiskContribution().doubleValue();
    assertThat(btc + eth).isCloseTo(1, within(1e-11));
    double variance = 0.36 * 0.09 + 0.36 * 0.04 + 2 * 0.18 * 0.06;
    assertThat(btc).isCloseTo((0.36 * 0.09 + 0.18 * 0.06) / variance, within(1e-11));
    assertThat(statement.forecastVolatility().doubleValue())
        .isCloseTo(Math.sqrt(variance), within(1e-11));
  }

  @Test
  void without_positions_there_is_no_risk_and_no_division_by_zero() {
    CycleStatement statement =
        draw(
            List.of(sleeve("BTC"), sleeve("ETH")),
            List.of("0.5", "0.5"),
            account(futures("USDT", "100000")));
    assertThat(statement.forecastVolatility()).isZero();
    assertThat(row(statement, "btc").realizedRiskContribution()).isZero();
    assertThat(statement.grossLeverage()).isZero();
  }

  @Test
  void every_holding_has_a_row_at_its_market_price() {
    CycleStatement statement =
        draw(
            List.of(sleeve("BTC"), sleeve("ETH")),
            List.of("0.5", "0.5"),
            account(
                futures("USDT", "60000"),
                Books.spot("USDC", "1000"),
                Books.spot("USDT", "0"),
                position(perpetual("BTC"), "-0.6", "0")));
    assertThat(statement.positions())
        .containsExactly(
            new PositionRow(
                "BTC-USDT-PERP@binance",
                new BigDecimal("-0.6"),
                new BigDecimal("50000"),
                new BigDecimal("-30000"),
                new BigDecimal("-0.3")),
            new PositionRow(
                "FUTURES@binance/USDT",
                new BigDecimal("60000"),
                BigDecimal.ONE,
                new BigDecimal("60000"),
                new BigDecimal("0.6")),
            new PositionRow(
                "SPOT@binance/USDC",
                new BigDecimal("1000"),
                new BigDecimal("0.9998"),
                new BigDecimal("999.8"),
                new BigDecimal("0.009998")));
  }

  @Test
  void every_slot_ends_in_one_of_four_ways() {
    assertThat(List.of(CycleStatus.values()))
        .filteredOn(CycleStatus::isEnded)
        .containsExactly(
            CycleStatus.DONE, CycleStatus.SKIPPED, CycleStatus.HELD, CycleStatus.FAILED);
  }
}
