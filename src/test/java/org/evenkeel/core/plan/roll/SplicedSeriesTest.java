package org.evenkeel.core.plan.roll;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.junit.jupiter.api.Test;

class SplicedSeriesTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration BAR = Duration.ofHours(4);
  private static final InstrumentId NEAR = InstrumentId.of("BTC-USDT-20260327@binance");
  private static final InstrumentId NEXT = InstrumentId.of("BTC-USDT-20260626@binance");

  static BarSeries series(InstrumentId id, int first, String... closes) {
    List<Bar> bars = new ArrayList<>();
    for (int i = 0; i < closes.length; i++) {
      Instant open = START.plus(BAR.multipliedBy(first + i));
      Price price = Price.of(closes[i]);
      bars.add(new Bar(open, open.plus(BAR), price, price, price, price, BigDecimal.ONE));
    }
    return new BarSeries(id, BAR, bars);
  }

  private static List<Double> closes(BarSeries series) {
    return series.bars().stream().map(bar -> bar.close().value().doubleValue()).toList();
  }

  private static List<Double> returns(BarSeries series) {
    List<Double> closes = closes(series);
    List<Double> returns = new ArrayList<>();
    for (int i = 1; i < closes.size(); i++) {
      returns.add(closes.get(i) / closes.get(i - 1) - 1);
    }
    return returns;
  }

  @Test
  void every_return_is_one_within_a_contract_and_the_gap_between_two_is_none() {
    BarSeries spliced =
        SplicedSeries.of(
            series(NEAR, 0, "100", "102", "101"), series(NEXT, 1, "107.1", "105", "108"));
    assertThat(spliced.instrument()).isEqualTo(NEXT);
    assertThat(closes(spliced)).containsExactly(105.0, 107.1, 105.0, 108.0);
    List<Double> returns = returns(spliced);
    assertThat(returns.get(0)).as("of the old contract, not 7.1 %").isCloseTo(0.02, within());
    assertThat(returns.get(1)).as("of the new one").isCloseTo(105 / 107.1 - 1, within());
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-12);
  }

  @Test
  void contracts_without_a_common_bar_are_not_chained() {
    BarSeries next = series(NEXT, 3, "107", "108");
    assertThat(SplicedSeries.of(series(NEAR, 0, "100", "102"), next)).isEqualTo(next);
  }

  @Test
  void where_the_newer_contract_goes_back_as_far_its_own_prices_are_all() {
    BarSeries next = series(NEXT, 0, "107", "108", "109");
    assertThat(SplicedSeries.of(series(NEAR, 0, "100", "102", "101"), next)).isEqualTo(next);
  }
}
