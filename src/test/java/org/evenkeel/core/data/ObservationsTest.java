package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.data.Books.NOON;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;
import org.junit.jupiter.api.Test;

class ObservationsTest {

  private static final Instrument BTC = Samples.perpetual("BTC");
  private static final Duration HOUR = Duration.ofHours(1);

  private static Bar bar(Instant open, String low, String high) {
    return new Bar(
        open,
        open.plus(HOUR),
        Price.of(low),
        Price.of(high),
        Price.of(low),
        Price.of(high),
        BigDecimal.ONE);
  }

  @Test
  void a_bar_ends_after_it_begins_and_is_low_below_high() {
    assertThatThrownBy(() -> bar(NOON, "101", "100")).hasMessageContaining("low 101 above high");
    Price price = Price.of("1");
    assertThatThrownBy(() -> new Bar(NOON, NOON, price, price, price, price, BigDecimal.ONE))
        .hasMessageContaining("must end after it begins");
  }

  @Test
  void bars_out_of_order_or_twice_are_refused() {
    Bar first = bar(NOON, "1", "2");
    Bar second = bar(NOON.plus(HOUR), "1", "2");
    assertThat(new BarSeries(BTC.id(), HOUR, List.of(first, second)).bars()).hasSize(2);
    assertThatThrownBy(() -> new BarSeries(BTC.id(), HOUR, List.of(second, first)))
        .hasMessageContaining("bars out of order at " + NOON);
    assertThatThrownBy(() -> new BarSeries(BTC.id(), HOUR, List.of(first, first)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_bar_that_is_still_open_is_never_used_as_a_closed_one() {
    BarSeries series =
        new BarSeries(BTC.id(), HOUR, List.of(bar(NOON, "1", "2"), bar(NOON.plus(HOUR), "1", "2")));
    Instant twoOClock = NOON.plus(HOUR).plus(HOUR);
    assertThat(series.closedBy(twoOClock).bars()).hasSize(2);
    assertThat(series.closedBy(twoOClock.minusMillis(1)).bars()).hasSize(1);
    assertThat(series.closedBy(NOON).bars()).isEmpty();
    MarketSnapshot snapshot =
        new MarketSnapshot(
            twoOClock.minusMillis(1), twoOClock, List.of(), List.of(series), List.of());
    assertThat(snapshot.series(BTC.id()).orElseThrow().bars()).hasSize(1);
  }

  @Test
  void a_book_may_touch_and_not_cross() {
    assertThat(Books.quote(BTC.id(), "100", "100", "100").mid()).isEqualTo(Price.of("100"));
    assertThat(Books.quote(BTC.id(), "100", "101", "100").mid()).isEqualTo(Price.of("100.5"));
    assertThatThrownBy(() -> Books.quote(BTC.id(), "100.1", "100", "100"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("crossed book, bid 100.1 above ask 100");
  }

  @Test
  void what_a_snapshot_does_not_list_is_zero_or_empty() {
    AccountSnapshot account = Books.account(Books.spot("USDT", "5.00"));
    assertThat(account.position(BTC.id())).isEqualTo(Contracts.ZERO);
    assertThat(account.total(Wallets.SPOT, Samples.USDT)).isEqualTo(new BigDecimal("5"));
    assertThat(account.total(Wallets.FUTURES, Samples.USDT)).isZero();
    assertThat(account.total(Wallets.SPOT, Currency.of("USDC"))).isZero();
    MarketSnapshot market =
        new MarketSnapshot(NOON, NOON, List.of(), List.of(), List.of(Books.quote(BTC, "1")));
    assertThat(market.quote(BTC.id())).isPresent();
    assertThat(market.quote(InstrumentId.of("ETH-USDT-PERP@binance"))).isEmpty();
    assertThat(market.spec(BTC.id())).isEmpty();
    assertThat(market.series(BTC.id())).isEmpty();
  }
}
