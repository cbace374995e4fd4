package org.evenkeel.core.estimate.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.estimate.gate.OutlierFinding.Source;
import org.junit.jupiter.api.Test;

/** Which moves are doubted, and who may confirm them (F12). */
class OutlierTestTest {

  private static final InstrumentId BTC = Closes.perpetual("BTC");
  private static final InstrumentId ETH = Closes.perpetual("ETH");
  private static final InstrumentId SOL = Closes.perpetual("SOL");

  private static GateVerdict verdict(Closes closes, BarConfirmation... words) {
    return closes.judged(GateSettings.defaults().with(List.of(words))).verdict();
  }

  private static BarConfirmation word(int barsAgo, boolean isReal) {
    return new BarConfirmation(BTC, Closes.closeTime(barsAgo), isReal, "ann", "other venues");
  }

  @Test
  void a_move_is_doubted_by_the_instruments_own_habit_not_by_its_size_alone() {
    assertThat(verdict(Closes.of("BTC", "ETH").spike(BTC, 30, 0.09)).outliers()).isEmpty();
    GateVerdict doubted = verdict(Closes.of("BTC", "ETH").spike(BTC, 30, 0.30));
    assertThat(doubted.outliers()).hasSize(2);
    assertThat(doubted.permission()).isEqualTo(Permission.REDUCE_ONLY);
    assertThat(doubted.reasons()).contains("unconfirmed outlier", BTC.value(), "no second source");
  }

  @Test
  void a_bad_print_is_found_and_the_way_back_from_it_is_not_blamed() {
    GateVerdict verdict = verdict(Closes.of("BTC", "ETH").spike(BTC, 30, 0.30));
    assertThat(verdict.outliers())
        .filteredOn(finding -> !finding.isConfirmed())
        .singleElement()
        .satisfies(finding -> assertThat(finding.barClose()).isEqualTo(Closes.closeTime(30)));
  }

  @Test
  void an_unbelievable_print_holds_everything_until_a_person_has_looked() {
    Closes closes = Closes.of("BTC", "ETH").spike(BTC, 30, 1.2);
    GateVerdict verdict = verdict(closes);
    assertThat(verdict.permission()).isEqualTo(Permission.HOLD);
    assertThat(verdict.refusal().reason()).isEqualTo(RefusalReason.DATA_OUTLIER);

    assertThat(verdict(closes, word(30, true)).outliers())
        .extracting(OutlierFinding::source)
        .contains(Source.OPERATOR);
    assertThat(verdict(closes, word(30, true)).permission()).isEqualTo(Permission.TRADE);
    assertThat(verdict(closes, word(31, true)).permission())
        .as("another bar")
        .isEqualTo(Permission.HOLD);
  }

  @Test
  void a_bar_called_bad_leaves_the_data() {
    Closes closes = Closes.of("BTC", "ETH").spike(BTC, 30, 1.2);
    GatedEstimate gated = closes.judged(GateSettings.defaults().with(List.of(word(30, false))));
    assertThat(gated.verdict().outliers()).isEmpty();
    assertThat(gated.verdict().permission()).isEqualTo(Permission.TRADE);
    assertThat(gated.returns().orElseThrow().barCloses())
        .hasSize(98)
        .doesNotContain(Closes.closeTime(30), Closes.closeTime(29));
  }

  @Test
  void the_spot_leg_confirms_a_move_and_a_quiet_one_does_not() {
    Closes carry = Closes.of("BTC", "ETH").sleeve("btc-carry", Closes.spot("BTC"), BTC);
    GateVerdict alone = verdict(carry.spike(BTC, 30, -0.3));
    assertThat(alone.permission()).isEqualTo(Permission.REDUCE_ONLY);

    Closes both = Closes.of("BTC", "ETH").sleeve("btc-carry", Closes.spot("BTC"), BTC);
    GateVerdict confirmed =
        verdict(both.spike(BTC, 30, -0.30).spike(Closes.spot("BTC"), 30, -0.28));
    assertThat(confirmed.permission()).isEqualTo(Permission.TRADE);
    assertThat(confirmed.outliers())
        .extracting(OutlierFinding::source)
        .containsOnly(Source.OTHER_INSTRUMENT);
  }

  @Test
  void a_crash_of_the_whole_market_is_real() {
    Closes crash =
        Closes.of("BTC", "ETH", "SOL").jump(BTC, 0, -0.3).jump(ETH, 0, -0.3).jump(SOL, 0, -0.3);
    GateVerdict verdict = verdict(crash);
    assertThat(verdict.permission()).isEqualTo(Permission.TRADE);
    assertThat(verdict.outliers()).hasSize(3);
    assertThat(verdict.outliers()).extracting(OutlierFinding::source).containsOnly(Source.MARKET);
  }

  @Test
  void the_mark_price_confirms_the_newest_move_and_goes_on_confirming_it() {
    for (int barsAgo : new int[] {0, 1, 20, 90}) {
      Closes closes = Closes.of("BTC", "ETH").jump(BTC, barsAgo, 0.9).marked(BTC, 1.01);
      assertThat(verdict(closes).outliers())
          .as("%d bars ago", barsAgo)
          .singleElement()
          .satisfies(finding -> assertThat(finding.source()).isEqualTo(Source.MARK_PRICE));
    }
    Closes denied = Closes.of("BTC", "ETH").jump(BTC, 0, 0.9).marked(BTC, 1 / 1.9);
    assertThat(verdict(denied).permission()).isEqualTo(Permission.HOLD);
  }

  @Test
  void the_mark_price_of_now_says_nothing_about_a_print_that_came_back() {
    Closes closes = Closes.of("BTC", "ETH").spike(BTC, 30, 1.2).marked(BTC, 1);
    assertThat(verdict(closes).permission()).isEqualTo(Permission.HOLD);
  }

  @Test
  void a_renamed_contract_is_not_confirmed_by_its_own_mark_price() {
    Closes closes = Closes.of("BTC", "ETH").jump(BTC, 5, 999).marked(BTC, 1);
    assertThat(verdict(closes).permission()).isEqualTo(Permission.HOLD);
    assertThat(verdict(closes).reasons()).contains("power of ten");
  }

  @Test
  void later_trading_confirms_a_believable_move_that_stayed() {
    GateVerdict verdict = verdict(Closes.of("BTC", "ETH").jump(BTC, 30, 0.4));
    assertThat(verdict.permission()).isEqualTo(Permission.TRADE);
    assertThat(verdict.outliers())
        .extracting(OutlierFinding::source)
        .containsExactly(Source.LATER_TRADING);
    assertThat(verdict(Closes.of("BTC", "ETH").jump(BTC, 30, 0.9)).permission())
        .as("beyond belief it does not suffice")
        .isEqualTo(Permission.HOLD);
  }

  @Test
  void a_coin_that_hardly_moves_is_not_doubted_for_a_small_step() {
    Closes closes = Closes.of("BTC", "ETH", "USDC");
    InstrumentId usdc = Closes.perpetual("USDC");
    closes.calmed(usdc, 0.01);
    assertThat(verdict(closes.spike(usdc, 30, 0.02)).outliers()).isEmpty();
    assertThat(verdict(closes.spike(usdc, 50, -0.12)).permission())
        .isEqualTo(Permission.REDUCE_ONLY);
  }
}
