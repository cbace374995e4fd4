package org.evenkeel.core.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.policy.watch.Looks.BTC;
import static org.evenkeel.core.policy.watch.Looks.COIN;
import static org.evenkeel.core.policy.watch.Looks.ETH;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Books;
import org.evenkeel.core.policy.watch.WatchVerdict.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the watcher reckons and says of one look. */
class WatchVerdictTest {

  @Test
  void an_open_order_counts_in_full_at_whichever_end_is_worse() {
    WatchFigures figures =
        Looks.withMargin("1000").holding(BTC, "3").ordered(BTC, Side.SELL, "7").figures();

    assertThat(figures.gross()).isEqualByComparingTo("400");
    assertThat(figures.net()).isEqualByComparingTo("400");
    assertThat(figures.largest().orElseThrow().name()).isEqualTo(BTC.id().value());
  }

  @Test
  void orders_on_both_sides_are_not_netted() {
    WatchFigures figures =
        Looks.withMargin("1000")
            .ordered(BTC, Side.BUY, "2")
            .ordered(BTC, Side.SELL, "5")
            .ordered(ETH, Side.BUY, "9")
            .figures();

    assertThat(figures.gross()).isEqualByComparingTo("590");
    assertThat(figures.net()).isEqualByComparingTo("500");
  }

  @Test
  void a_coin_is_exposure_and_money_is_none() {
    WatchFigures figures =
        Looks.withMargin("1000")
            .coins("BTC", "2")
            .coins("USDC", "500")
            .holding(BTC, "-2")
            .figures();

    assertThat(figures.gross()).isEqualByComparingTo("400");
    assertThat(figures.net()).isEqualByComparingTo("0");
    assertThat(figures.nav()).isEqualByComparingTo("1700");
  }

  @Test
  void an_order_for_a_coin_counts_like_one_for_a_contract() {
    WatchFigures figures = Looks.withMargin("1000").ordered(COIN, Side.BUY, "1.5").figures();

    assertThat(figures.gross()).isEqualByComparingTo("150");
    assertThat(figures.margins()).isEmpty();
  }

  @Test
  void margin_is_what_the_worst_contracts_need_of_the_money_that_carries_them() {
    Margin margin =
        Looks.withMargin("500")
            .coins("USDT", "9000")
            .holding(BTC, "-4")
            .ordered(BTC, Side.SELL, "2")
            .figures()
            .tightest()
            .orElseThrow();

    assertThat(margin.pot()).isEqualTo("USDT@binance");
    assertThat(margin.ratio()).contains(Ratio.of("0.03"));
  }

  /** A dollar of the second kind is worth 0.9; each pot has its own money, its own profits and its own contracts. */
  @Test
  void profits_carry_only_what_is_settled_in_the_same_money_at_the_same_venue() {
    Currency usdc = Currency.of("USDC");
    Instrument ethOfUsdc =
        new Instrument.LinearPerpetual(Currency.of("ETH"), usdc, Samples.BINANCE);
    Instrument ethElsewhere =
        new Instrument.LinearPerpetual(Currency.of("ETH"), Samples.USDT, VenueId.of("okx"));
    WatchFigures figures =
        Looks.withMargin("1000")
            .listing(Samples.usdc(), "0.9")
            .listing(Samples.spec(ethOfUsdc), "10")
            .listing(Samples.spec(ethElsewhere), "10")
            .with(Books.futures("USDC", "200"))
            .with(Books.position(BTC, "5", "100"))
            .with(Books.position(ETH, "1", "30"))
            .with(Books.position(ethOfUsdc, "-10", "-50"))
            .with(Books.position(ethElsewhere, "2", "-7"))
            .figures();

    assertThat(figures.margins())
        .extracting(WatchVerdictTest::inWords)
        .containsExactly(
            // A fortieth of 10 x 10 x 0.9; 150 left of 200, at 0.9.
            "USDC@binance needs 2.25 of 135",
            "USDT@binance needs 12.75 of 1130",
            "USDT@okx needs 0.5 of -7");
    assertThat(figures.tightest().orElseThrow().pot())
        .as("what nothing carries is nearest to liquidation")
        .isEqualTo("USDT@okx");
    assertThat(figures.venues().get(VenueId.of("okx"))).isEqualByComparingTo("20");
  }

  private static String inWords(Margin margin) {
    return margin.pot()
        + " needs "
        + Decimals.text(margin.needed())
        + " of "
        + Decimals.text(margin.equity());
  }

  @Test
  void a_contract_is_worth_what_its_own_specification_says() {
    InstrumentSpec plain = Samples.spec(ETH);
    InstrumentSpec tenfold =
        new InstrumentSpec(
            ETH,
            plain.tickSize(),
            plain.lotSize(),
            plain.minQty(),
            plain.maxQty(),
            plain.minNotional(),
            BigDecimal.TEN,
            true);
    WatchFigures figures =
        Looks.withMargin("1000").listing(tenfold, "10").holding(ETH, "3").figures();
    assertThat(figures.gross()).isEqualByComparingTo("300");
    assertThat(
            Looks.withMargin("1000")
                .holding(ETH, "3")
                .withoutSpec(ETH)
                .verdict(WatchLimits.defaults())
                .kind())
        .isEqualTo(Kind.BLIND);
  }

  @Test
  void a_coin_counts_over_all_its_wallets_and_over_all_its_orders_of_each_side() {
    Carried coin =
        Looks.withMargin("1000")
            .coins("BTC", "2")
            .with(Books.futures("BTC", "1"))
            .ordered(COIN, Side.BUY, "1")
            .ordered(COIN, Side.BUY, "0.5")
            .ordered(COIN, Side.SELL, "4")
            .ordered(COIN, Side.SELL, "0.25")
            .figures()
            .largest()
            .orElseThrow();

    assertThat(coin.held()).isEqualByComparingTo("3");
    assertThat(coin.bought()).isEqualByComparingTo("1.5");
    assertThat(coin.sold()).isEqualByComparingTo("4.25");
    assertThat(coin.worst()).isEqualByComparingTo("450");
  }

  @Test
  void what_is_not_there_needs_no_price() {
    assertThat(Looks.withMargin("1").coins("DOGE", "0").verdict(WatchLimits.defaults()).kind())
        .isEqualTo(Kind.WITHIN);
    assertThat(new Margin("USDT@okx", BigDecimal.ZERO, BigDecimal.ZERO).isOver(Ratio.of("0.5")))
        .isFalse();
  }

  @Test
  void contracts_that_nothing_carries_have_a_margin_ratio_without_bound() {
    WatchVerdict verdict =
        Looks.withMargin("0").coins("USDT", "9000").holding(BTC, "1").verdict(Looks.limits("", ""));

    assertThat(verdict.kind()).isEqualTo(Kind.BREACH);
    assertThat(verdict.words()).contains("margin ratio of USDT@binance is without bound");
  }

  @ParameterizedTest
  @CsvSource({
    "gross, 0.6, gross exposure is 0.6001",
    "amount, 600, gross exposure is 600.1",
    "net, 0.4, net exposure is 0.4001",
    "instrument, 0.5, exposure to BTC-USDT-PERP@binance is 0.5001",
    "venue, 0.6, exposure at binance is 0.6001",
    "margin, 0.015, margin ratio of USDT@binance is 0.015"
  })
  void a_limit_is_broken_only_above_it_and_is_named_with_both_numbers(
      String name, String limit, String words) {
    // Long 5 bitcoins and short 10 ethers, of a value of 1000: 500 and 100.
    WatchLimits limits = Looks.limits(name, limit);
    Looks at = Looks.withMargin("1000").holding(BTC, "5").holding(ETH, "-10");
    assertThat(at.verdict(limits).kind()).isEqualTo(Kind.WITHIN);

    WatchVerdict above = at.ordered(BTC, Side.BUY, "0.001").verdict(limits);
    assertThat(above.kind()).isEqualTo(Kind.BREACH);
    assertThat(above.words()).startsWith(words).contains("the limit " + limit).doesNotContain(";");
  }

  @Test
  void whoever_owns_nothing_may_hold_nothing() {
    assertThat(Looks.withMargin("0").verdict(Looks.limits("", "")).kind()).isEqualTo(Kind.WITHIN);
    assertThat(Looks.withMargin("0").holding(BTC, "0.1").verdict(Looks.limits("", "")).words())
        .isEqualTo("the account is worth 0 and carries 10");
  }

  @Test
  void missing_is_not_flat() {
    WatchVerdict noLook =
        WatchVerdict.of(
            WatchLimits.defaults(),
            Looks.UNIVERSE,
            Result.refused(RefusalReason.VENUE_UNAVAILABLE, "okx did not answer"),
            Optional.of(Looks.claim(BTC, "1")));
    WatchVerdict noMark =
        Looks.withMargin("1").holding(BTC, "9").withoutMark(BTC).verdict(WatchLimits.defaults());
    WatchVerdict noPrice = Looks.withMargin("1").coins("DOGE", "5").verdict(WatchLimits.defaults());

    assertThat(
            Looks.withMargin("1")
                .ordered(Samples.spot("DOGE"), Side.BUY, "5")
                .verdict(WatchLimits.defaults())
                .kind())
        .as("a coin that is only ordered needs a price too")
        .isEqualTo(Kind.BLIND);
    assertThat(noLook.words()).isEqualTo("cannot see: okx did not answer");
    assertThat(noMark.words()).contains("BTC-USDT-PERP@binance is held or ordered");
    assertThat(noPrice.words()).contains("DOGE");
    assertThat(java.util.List.of(noLook, noMark, noPrice))
        .allMatch(verdict -> verdict.kind() == Kind.BLIND && verdict.figures().isEmpty());
  }

  @Test
  void what_the_engine_says_may_differ_by_the_tolerance_and_not_by_more() {
    Looks look = Looks.withMargin("1000").holding(BTC, "2");

    assertThat(look.verdict(Looks.claim(BTC, "1.5")).kind()).isEqualTo(Kind.WITHIN);
    WatchVerdict other = look.verdict(Looks.claim(BTC, "1.499"));
    assertThat(other.kind()).isEqualTo(Kind.DISAGREES);
    assertThat(other.words())
        .isEqualTo(
            "the venues and the engine differ by 50.1 USDT, the tolerance is 50:"
                + " BTC-USDT-PERP@binance 2 at the venue, 1.499 by the engine");
  }

  @Test
  void what_only_the_engine_holds_is_a_difference_too() {
    assertThat(Looks.withMargin("1000").verdict(Looks.claim(ETH, "-6")).words())
        .contains("ETH-USDT-PERP@binance 0 at the venue, -6 by the engine");
    assertThat(Looks.withMargin("1000").withoutMark(ETH).verdict(Looks.claim(ETH, "-1")).words())
        .contains("ETH-USDT-PERP@binance none at the venue, -1 by the engine");
  }

  @Test
  void coins_are_compared_and_money_is_not() {
    TreeMap<String, BigDecimal> coins = new TreeMap<>();
    coins.put("USDT@binance", new BigDecimal("1"));
    coins.put("BTC@binance", new BigDecimal("2"));
    EngineClaim claim = new EngineClaim(new TreeMap<>(), coins);

    assertThat(Looks.withMargin("1000").coins("BTC", "2").verdict(claim).kind())
        .isEqualTo(Kind.WITHIN);
    assertThat(Looks.withMargin("1000").coins("BTC", "3").verdict(claim).words())
        .contains("BTC@binance 3 at the venue, 2 by the engine");
  }

  /** A coin that only the engine holds is measured where the venue prices it, and worth a look anyway where it does not. */
  @Test
  void coins_that_only_the_engine_holds_are_a_difference_too() {
    assertThat(Looks.withMargin("1000").verdict(coin("BTC@binance", "0.5")).kind())
        .as("a value of 50 is the tolerance")
        .isEqualTo(Kind.WITHIN);
    assertThat(Looks.withMargin("1000").verdict(coin("BTC@binance", "0.51")).words())
        .contains("differ by 51 USDT", "BTC@binance 0 at the venue, 0.51 by the engine");
    assertThat(Looks.withMargin("1000").verdict(coin("DOGE@binance", "1")).words())
        .contains("DOGE@binance none at the venue, 1 by the engine");
    assertThat(Looks.withMargin("1000").verdict(coin("DOGE@binance", "0")).kind())
        .isEqualTo(Kind.WITHIN);
  }

  private static EngineClaim coin(String name, String amount) {
    TreeMap<String, BigDecimal> coins = new TreeMap<>();
    coins.put(name, new BigDecimal(amount));
    return new EngineClaim(new TreeMap<>(), coins);
  }

  @Test
  void what_is_as_the_engine_says_is_not_among_the_differences() {
    String words =
        Looks.withMargin("1000")
            .holding(BTC, "2")
            .holding(ETH, "7")
            .verdict(Looks.claim(BTC, "2", ETH, "-7"))
            .words();

    assertThat(words).contains("differ by 140 USDT").doesNotContain("BTC");
  }

  /** Debt makes the tolerance no less than nothing. */
  @Test
  void whoever_owes_and_holds_nothing_agrees_with_an_engine_that_says_so() {
    assertThat(Looks.withMargin("-5").verdict(Looks.claim()).kind()).isEqualTo(Kind.WITHIN);
  }

  @Test
  void a_broken_limit_comes_before_a_disagreement() {
    WatchVerdict verdict =
        Looks.withMargin("1000").holding(BTC, "90").verdict(Looks.claim(ETH, "7"));

    assertThat(verdict.kind()).isEqualTo(Kind.BREACH);
  }

  @Test
  void nothing_is_done_on_one_look_and_a_row_that_breaks_begins_anew() {
    WatchLimits limits = WatchLimits.defaults();
    WatchMemory once = WatchMemory.fresh().after(Kind.BREACH);

    assertThat(once.isProven(limits)).isFalse();
    assertThat(once.after(Kind.BREACH).isProven(limits)).isTrue();
    assertThat(once.after(Kind.WITHIN).after(Kind.BREACH).isProven(limits)).isFalse();
    assertThat(times(Kind.DISAGREES, 2).isProven(limits)).isFalse();
    assertThat(times(Kind.DISAGREES, 3).isProven(limits)).isTrue();
    assertThat(times(Kind.BLIND, 7).isProven(limits)).isFalse();
    assertThat(times(Kind.BLIND, 8).isProven(limits)).isTrue();
    assertThat(times(Kind.WITHIN, 99).isProven(limits)).isFalse();
  }

  @Test
  void a_watcher_that_is_told_to_only_tells_never_halts_for_being_blind() {
    WatchLimits only = looks(Optional.empty(), 3, 8, false);

    assertThat(times(Kind.BLIND, 999).isProven(only)).isFalse();
    assertThat(times(Kind.DISAGREES, 3).isProven(only)).isTrue();
  }

  @Test
  void looks_and_amounts_have_compiled_bounds_too() {
    assertThat(looks(Optional.of(new BigDecimal("0.01")), 1, 1000, true).blindLooks())
        .isEqualTo(1000);
    assertThatThrownBy(() -> looks(Optional.empty(), 0, 8, true)).hasMessageContaining("found 0");
    assertThatThrownBy(() -> looks(Optional.empty(), 3, 1001, true)).hasMessageContaining("1001");
    assertThatThrownBy(() -> looks(Optional.of(BigDecimal.ZERO), 3, 8, true))
        .hasMessageContaining("maxGrossAmount");
  }

  private static WatchLimits looks(
      Optional<BigDecimal> amount, int disagreeing, int blind, boolean haltsWhenBlind) {
    WatchLimits all = WatchLimits.defaults();
    return new WatchLimits(
        all.maxGross(),
        amount,
        all.maxNet(),
        all.maxInstrument(),
        all.maxVenue(),
        all.maxMarginRatio(),
        all.maintenanceRate(),
        all.tolerance(),
        disagreeing,
        blind,
        haltsWhenBlind);
  }

  private static WatchMemory times(Kind kind, int looks) {
    WatchMemory memory = WatchMemory.fresh();
    for (int i = 0; i < looks; i++) {
      memory = memory.after(kind);
    }
    return memory;
  }

  @ParameterizedTest
  @CsvSource({"gross, 20.1", "net, 0", "instrument, 21", "venue, 100.1", "margin, 1.01"})
  void no_limit_lies_beyond_the_compiled_bounds(String name, String value) {
    assertThatThrownBy(() -> Looks.limits(name, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("found " + value);
  }
}
