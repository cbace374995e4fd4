package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.junit.jupiter.api.Test;

class UrgencyTest {

  private static final Instant NOW = Instant.parse("2026-01-31T00:00:00Z");

  private static Quote quote(String bid, String ask) {
    return new Quote(
        Samples.perpetual("BTC").id(), Price.of(bid), Price.of(ask), Price.of(ask), NOW, NOW);
  }

  /** A = 5, X/NAV = 0.1, sigma = 80 % a year, T = 30 s: 5/2 * 0.1 * 0.64 * 30/31,536,000 = 1.522e-7. */
  @Test
  void the_risk_of_waiting_is_the_certainty_equivalent_of_its_tracking_variance() {
    Ratio risk =
        Urgency.risk(Ratio.of("0.1"), Ratio.of("0.64"), Ratio.of("5"), Duration.ofSeconds(30));
    assertThat(risk.value().doubleValue())
        .isCloseTo(0.5 * 5 * 0.1 * 0.64 * 30 / 31_536_000, offset(1e-18));
  }

  /** A spread of 2 in 100 and 3 bp of fees, filled every second time: 0.5 * (0.02 + 0.0003). */
  @Test
  void what_waiting_saves_is_the_spread_and_the_fee_as_often_as_it_is_filled() {
    assertThat(Urgency.saving(quote("99", "101"), StyleSettings.defaults()).value())
        .isEqualByComparingTo("0.01015");
  }

  @Test
  void a_small_difference_waits_a_great_risk_does_not_and_a_large_order_is_cut() {
    StyleSettings settings = StyleSettings.defaults();
    Quote wide = quote("99", "101");
    assertThat(Urgency.choose(Ratio.of("0.01"), Ratio.of("0.5"), wide, false, settings).style())
        .isEqualTo(ExecutionStyle.PASSIVE);
    assertThat(Urgency.choose(Ratio.of("1"), Ratio.of("40000"), wide, false, settings).style())
        .isEqualTo(ExecutionStyle.IOC);
    assertThat(Urgency.choose(Ratio.of("0.01"), Ratio.of("0.5"), wide, true, settings).style())
        .isEqualTo(ExecutionStyle.TWAP);
  }

  @Test
  void variance_of_a_year_and_volume_of_an_interval_are_read_from_the_bars() {
    BarSeries hours =
        new BarSeries(
            Samples.perpetual("BTC").id(),
            Duration.ofHours(1),
            List.of(bar(0, "100", "60"), bar(1, "101", "60"), bar(2, "99.99", "60")));
    // Returns of +1 % and -1 %: 1e-4 an hour, 8,760 hours.
    assertThat(Urgency.annualVariance(hours).value().doubleValue()).isCloseTo(0.876, offset(1e-9));
    // 60 coins at about 100 within an hour are 100.33 USDT a minute.
    BigDecimal perMinute =
        Participation.volume(hours, Duration.ofMinutes(1), Samples.spec(Samples.perpetual("BTC")))
            .amount();
    assertThat(perMinute.doubleValue()).isCloseTo(60 * (100 + 101 + 99.99) / 180, offset(1e-9));
  }

  private static Bar bar(int hour, String close, String volume) {
    Price price = Price.of(close);
    return new Bar(
        NOW.plus(Duration.ofHours(hour)),
        NOW.plus(Duration.ofHours(hour + 1)),
        price,
        price,
        price,
        price,
        new BigDecimal(volume));
  }

  @Test
  void a_collar_is_taken_from_what_is_configured_and_never_reaches_beyond_the_touch_and_itself() {
    Quote book =
        new Quote(
            Samples.perpetual("BTC").id(),
            Price.of("99"),
            Price.of("101"),
            Price.of("90"),
            NOW,
            NOW);
    assertThat(buying(book, OrderPricing.Reference.TOUCH)).isEqualTo(Price.of("102.0"));
    assertThat(buying(book, OrderPricing.Reference.MID)).isEqualTo(Price.of("101.0"));
    assertThat(buying(book, OrderPricing.Reference.MARK)).isEqualTo(Price.of("90.9"));
    Quote dear =
        new Quote(
            Samples.perpetual("BTC").id(),
            Price.of("99"),
            Price.of("101"),
            Price.of("150"),
            NOW,
            NOW);
    assertThat(buying(dear, OrderPricing.Reference.MARK)).isEqualTo(Price.of("102.0"));
  }

  private static Price buying(Quote quote, OrderPricing.Reference from) {
    return OrderPricing.limitPrice(
        Side.BUY, quote, Ratio.of("0.01"), from, Samples.spec(Samples.perpetual("BTC")));
  }
}
