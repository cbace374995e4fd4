package org.evenkeel.core.policy.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.core.policy.watch.Looks.BTC;
import static org.evenkeel.core.policy.watch.Looks.ETH;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.policy.watch.WatchVerdict.Kind;

/** The figures against arithmetic in whole numbers: a bitcoin is worth 100, an ether 10, the account 100,000. */
class WatchPropertyTest {

  private static final int NAV = 100_000;

  private static Looks look(int btc, int eth, int buy, int sell) {
    return Looks.withMargin(String.valueOf(NAV))
        .holding(BTC, String.valueOf(btc))
        .holding(ETH, String.valueOf(eth))
        .ordered(BTC, Side.BUY, String.valueOf(buy))
        .ordered(BTC, Side.SELL, String.valueOf(sell));
  }

  @Property(tries = 150)
  void no_part_of_the_orders_that_may_be_filled_leads_beyond_the_figures(
      @ForAll @IntRange(min = -5000, max = 5000) int btc,
      @ForAll @IntRange(min = -5000, max = 5000) int eth,
      @ForAll @IntRange(max = 3000) int buy,
      @ForAll @IntRange(max = 3000) int sell,
      @ForAll @IntRange(max = 100) int bought,
      @ForAll @IntRange(max = 100) int sold) {
    WatchFigures figures = look(btc, eth, buy, sell).figures();
    int after = btc + buy * bought / 100 - sell * sold / 100;

    assertThat(figures.gross())
        .isGreaterThanOrEqualTo(BigDecimal.valueOf(100L * Math.abs(after) + 10L * Math.abs(eth)));
    assertThat(figures.net())
        .isGreaterThanOrEqualTo(BigDecimal.valueOf(Math.abs(100L * after + 10L * eth)));
  }

  @Property(tries = 150)
  void the_verdict_is_that_of_whole_numbers(
      @ForAll @IntRange(min = -5000, max = 5000) int btc,
      @ForAll @IntRange(min = -5000, max = 5000) int eth,
      @ForAll @IntRange(max = 3000) int buy,
      @ForAll @IntRange(max = 3000) int sell) {
    long worst = Math.max(Math.abs(btc + buy), Math.abs(btc - sell));
    long gross = 100 * worst + 10L * Math.abs(eth);
    long high = 100L * (btc + buy) + 10L * eth;
    long low = 100L * (btc - sell) + 10L * eth;
    long net = Math.max(Math.abs(high), Math.abs(low));
    boolean isBroken =
        gross > 4L * NAV || net > 4L * NAV || 100 * worst > 2L * NAV || gross * 25 > 700L * NAV;

    assertThat(look(btc, eth, buy, sell).verdict(WatchLimits.defaults()).kind())
        .isEqualTo(isBroken ? Kind.BREACH : Kind.WITHIN);
  }
}
