package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.cycle.ClockOffsets;
import org.evenkeel.cycle.Observation;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.whatif.AssumptionReader;
import org.evenkeel.shell.cli.whatif.WhatIf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Assumptions: how they are written, what they do to an estimate and to an account, how the answer looks. */
class WhatIfTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");
  private static final SleeveId BTC_SLEEVE = SleeveId.of("btc");
  private static final SleeveId ETH_SLEEVE = SleeveId.of("eth");
  private static final Instant NOW = Instant.parse("2026-01-20T00:00:00Z");
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private static final Universe UNIVERSE =
      new Universe(
          Currency.of("USDT"),
          List.of(sleeve(BTC_SLEEVE, BTC), sleeve(ETH_SLEEVE, ETH)),
          List.of());

  /** Volatilities 0.5 and 0.8, correlation 0.25. */
  private static final CovarianceEstimate ESTIMATE =
      CovarianceEstimate.given(
          List.of(BTC_SLEEVE, ETH_SLEEVE), new double[][] {{0.25, 0.1}, {0.1, 0.64}});

  private final CommandLineRig evenkeel = new CommandLineRig();

  private static Sleeve sleeve(SleeveId id, InstrumentId instrument) {
    return new Sleeve(
        id, SleeveClass.of("majors"), BigDecimal.ONE, List.of(new Leg(instrument, BigDecimal.ONE)));
  }

  private static WhatIf whatIf(String... words) {
    return new WhatIf(UNIVERSE, AssumptionReader.parse(List.of(words)));
  }

  private static CovarianceEstimate changed(String... words) {
    return whatIf(words).estimate(ESTIMATE);
  }

  @Test
  void correlations_are_set_and_volatilities_stay() {
    CovarianceEstimate one = changed("corr=1");
    assertThat(one.correlation(BTC_SLEEVE, ETH_SLEEVE)).isEqualTo(1, CLOSE);
    assertThat(one.annualVolatility(BTC_SLEEVE)).isEqualTo(0.5, CLOSE);

    assertThat(changed("corr.eth.btc=-20%").correlation(BTC_SLEEVE, ETH_SLEEVE))
        .isEqualTo(-0.2, CLOSE);
  }

  @Test
  void volatilities_are_multiplied_together_or_one_by_one_and_correlations_stay() {
    CovarianceEstimate twice = changed("vol*=2", "vol.btc*=150%");

    assertThat(twice.annualVolatility(BTC_SLEEVE)).isEqualTo(1.5, CLOSE);
    assertThat(twice.annualVolatility(ETH_SLEEVE)).isEqualTo(1.6, CLOSE);
    assertThat(twice.correlation(BTC_SLEEVE, ETH_SLEEVE)).isEqualTo(0.25, CLOSE);
  }

  @Test
  void a_jump_of_prices_leaves_the_estimate_alone() {
    assertThat(changed("btc=-40%")).isEqualTo(ESTIMATE);
  }

  /** Long 2 BTC at 50,000 and short 10 ETH at 3,000 beside 200,000 USDT. */
  private static Observation observation() {
    AccountSnapshot account =
        new AccountSnapshot(
            VenueId.of("binance"),
            NOW,
            NOW,
            List.of(
                new Balance(
                    Wallets.FUTURES,
                    Currency.of("USDT"),
                    new BigDecimal("200000"),
                    new BigDecimal("200000"))),
            List.of(
                new VenuePosition(
                    BTC, Contracts.of("2"), new BigDecimal("49000"), new BigDecimal("2000")),
                new VenuePosition(
                    ETH, Contracts.of("-10"), new BigDecimal("3000"), BigDecimal.ZERO)));
    MarketSnapshot market =
        new MarketSnapshot(
            NOW,
            NOW,
            List.of(spec(BTC), spec(ETH)),
            List.of(),
            List.of(quote(BTC, "50000"), quote(ETH, "3000")));
    return new Observation(
        market,
        account,
        new Money(new BigDecimal("202000"), Currency.of("USDT")),
        new ClockOffsets(new TreeMap<>()));
  }

  private static InstrumentSpec spec(InstrumentId id) {
    BigDecimal small = new BigDecimal("0.001");
    return new InstrumentSpec(
        Instrument.parse(id), small, small, small, BigDecimal.TEN, small, BigDecimal.ONE, true);
  }

  private static Quote quote(InstrumentId id, String price) {
    return new Quote(id, Price.of(price), Price.of(price), Price.of(price), NOW, NOW);
  }

  @ParameterizedTest
  @CsvSource({
    "btc=-40%, 162000", // 2 contracts lose 20,000 each
    "eth=+10%, 199000", // 10 contracts short lose 300 each
    "all=-10%, 195000", // long loses 10,000, short gains 3,000
    "usdt=-10%, none",
  })
  void a_jump_of_prices_changes_what_the_account_is_worth(String word, String nav) {
    if (nav.equals("none")) {
      assertThatThrownBy(() -> whatIf(word)).isInstanceOf(InputProblem.class);
      return;
    }
    Observation after = whatIf(word).observation(observation()).orThrow();

    assertThat(after.nav().amount()).isEqualByComparingTo(nav);
  }

  @Test
  void quotes_move_with_the_jump() {
    Observation after = whatIf("btc=-40%").observation(observation()).orThrow();

    assertThat(after.market().quote(BTC).orElseThrow().bid().value()).isEqualByComparingTo("30000");
    assertThat(after.market().quote(ETH).orElseThrow().ask().value()).isEqualByComparingTo("3000");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "corr=2 | a correlation lies in -1..1",
        "corr.btc=0.5 | not understood",
        "corr.btc.sol=0.5 | there is no sleeve 'sol'; there are [btc, eth]",
        "vol=2 | volatilities are multiplied with *=",
        "vol*=0 | above zero",
        "vol.sol*=2 | there is no sleeve 'sol'",
        "sol=-5% | there is no sleeve 'sol'",
        "btc=-100% | a percentage above -100%",
        "btc=-40 | a percentage above -100%",
        "panic | not understood",
      })
  void what_is_not_understood_is_explained(String word, String complaint) {
    assertThatThrownBy(() -> whatIf(word))
        .isInstanceOf(InputProblem.class)
        .hasMessageStartingWith("--what-if: found '" + word + "'")
        .hasMessageContaining(complaint);
  }

  @Test
  void the_command_shows_both_plans_and_says_that_nothing_was_done() {
    PlanPreview plan = evenkeel.bot.preview;
    WhatIfPreview.Case now = side(plan, "1000000", "0.48", "0.2");
    WhatIfPreview.Case then = side(plan, "900000", "0.50", "0.41");
    evenkeel.bot.whatIf =
        new WhatIfPreview(
            Samples.AS_OF,
            List.of("corr=1", "btc=-40%"),
            Optional.empty(),
            Optional.of(now),
            Optional.of(then));

    assertThat(evenkeel.execute("plan", "--what-if", "corr=1", "btc=-40%")).isZero();
    assertThat(evenkeel.out)
        .contains("what if corr=1, btc=-40%", "900,000.00", "-100,000.00 (-10.0 %)", "41.0 %")
        .contains("orders now", "orders what if", "BTC-USDT-PERP@binance")
        .endsWith("Nothing was sent or recorded.\n");
    assertThat(evenkeel.bot.calls).hasSize(1).first().asString().contains("corr=1", "btc");
    assertThat(evenkeel.execute("plan", "--what-if", "corr=1", "--json")).isZero();
    assertThat(evenkeel.out).startsWith("{").contains("\"heldVolatility\" : 0.41");
  }

  private static WhatIfPreview.Case side(
      PlanPreview plan, String nav, String leverage, String volatility) {
    return new WhatIfPreview.Case(
        new Money(new BigDecimal(nav), Currency.of("USDT")),
        Optional.empty(),
        Optional.empty(),
        plan.plan(),
        Optional.of(new BigDecimal(leverage)),
        Optional.of(new BigDecimal(volatility)),
        plan.weights());
  }

  @Test
  void a_market_that_cannot_be_read_is_said_and_ends_with_its_code() {
    evenkeel.bot.whatIf =
        new WhatIfPreview(
            Samples.AS_OF,
            List.of("corr=1"),
            Optional.of(Refusal.of(RefusalReason.VENUE_UNAVAILABLE, "read timed out")),
            Optional.empty(),
            Optional.empty());

    assertThat(evenkeel.execute("plan", "--what-if", "corr=1")).isEqualTo(5);
    assertThat(evenkeel.out).contains("nothing can be said: VENUE_UNAVAILABLE: read timed out");
  }

  @Test
  void wrong_words_end_with_the_code_of_usage() {
    assertThat(evenkeel.execute("plan", "--what-if", "corr")).isEqualTo(2);
    assertThat(evenkeel.err).contains("write corr=1", "vol.btc*=3");
  }
}
