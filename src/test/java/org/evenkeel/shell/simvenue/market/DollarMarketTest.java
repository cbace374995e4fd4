package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DollarMarketTest {

  private static final SeriesId BTC = SeriesId.perpetual("BTCUSDT");
  private static final SeriesId USDC = SeriesId.spot("USDCUSDT");
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  private final Market tether = GeneratedMarket.standard(7, START, Duration.ofDays(3).toMillis());
  private final Market dollar = new DollarMarket(tether);

  private BigDecimal tetherPerDollar(long hourOpen) {
    return tether.baseBar(USDC, hourOpen).orElseThrow().open();
  }

  @Test
  void a_price_in_dollars_is_the_price_in_tether_over_that_of_a_dollar() {
    int differing = 0;
    for (long at = START - 40 * HOUR + 1_234_567; at < START; at += HOUR) {
      long open = at - Math.floorMod(at, HOUR);
      Quote here = dollar.quote(BTC, at).orElseThrow();
      Quote there = tether.quote(BTC, at).orElseThrow();
      BigDecimal expected = there.mark().divide(tetherPerDollar(open), MathContext.DECIMAL64);
      assertThat(here.mark().subtract(expected).abs()).isLessThan(new BigDecimal("0.00000002"));
      assertThat(here.bid()).isLessThan(here.ask());
      assertThat(here.bid().remainder(new BigDecimal("0.1"))).isEqualByComparingTo("0");
      differing += here.mark().compareTo(there.mark()) == 0 ? 0 : 1;
    }
    assertThat(differing).isGreaterThan(20);
  }

  @Test
  void bars_of_several_hours_are_made_of_the_hours() {
    long from = START - 48 * HOUR;
    List<Bar> days = dollar.bars(BTC, 24 * HOUR, from, START - HOUR, 10, START);
    assertThat(days).hasSize(2);
    for (Bar day : days) {
      BigDecimal high = BigDecimal.ZERO;
      BigDecimal volume = BigDecimal.ZERO;
      for (long open = day.openTimeMs(); open < day.openTimeMs() + 24 * HOUR; open += HOUR) {
        Bar hour = dollar.baseBar(BTC, open).orElseThrow();
        high = high.max(hour.high());
        volume = volume.add(hour.volume());
      }
      assertThat(day.high()).isEqualByComparingTo(high);
      assertThat(day.volume()).isEqualByComparingTo(volume);
      assertThat(day.open())
          .isEqualByComparingTo(dollar.baseBar(BTC, day.openTimeMs()).orElseThrow().open());
      assertThat(day.close())
          .isEqualByComparingTo(
              dollar.baseBar(BTC, day.openTimeMs() + 23 * HOUR).orElseThrow().close());
      assertThat(day.closeTimeMs()).isEqualTo(day.openTimeMs() + 24 * HOUR - 1);
    }
    assertThat(dollar.bars(BTC, 24 * HOUR, from, START - HOUR, 1, START)).hasSize(1);
  }

  @Test
  void the_same_bars_are_listed_as_in_tether() {
    long from = START - 30 * HOUR + 5;
    for (long interval : new long[] {HOUR, 4 * HOUR, 24 * HOUR}) {
      assertThat(dollar.bars(BTC, interval, from, START, 100, START + 77))
          .extracting(Bar::openTimeMs)
          .containsExactlyElementsOf(
              tether.bars(BTC, interval, from, START, 100, START + 77).stream()
                  .map(Bar::openTimeMs)
                  .toList());
    }
  }
}
