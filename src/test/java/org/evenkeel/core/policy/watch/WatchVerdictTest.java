package org.evenkeel.core.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.policy.watch.Looks.BTC;
import static org.evenkeel.core.policy.watch.Looks.COIN;
import static org.evenkeel.core.policy.watch.Looks.ETH;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
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
