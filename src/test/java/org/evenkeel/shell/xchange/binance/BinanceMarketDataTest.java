package org.evenkeel.shell.xchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.Quote;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.binance.FakeBinance.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BinanceMarketDataTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");
  private static final InstrumentId USDC = InstrumentId.of("USDC-USDT-SPOT@binance");
  private static final Instant UNTIL = Instant.parse("2026-01-31T00:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);

  private FakeBinance fake;
  private BinanceMarketData data;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    data = new BinanceMarketData(Fixtures.link(fake.url()));
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private void lists(String... futures) {
    fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(futures)));
    fake.on("GET /api/v3/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.USDC_SPOT)));
  }

  private static Refusal refusal(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Refused.class);
    return ((Result.Refused<?>) result).refusal();
  }

  @Test
  void specifications_take_the_stricter_of_both_lot_filters() {
    lists(Fixtures.BTC_PERP, Fixtures.ETH_PERP, Fixtures.BTC_QUARTER);

    List<InstrumentSpec> specs = data.specs(List.of(USDC, BTC)).orThrow();

    assertThat(specs).extracting(InstrumentSpec::id).containsExactly(BTC, USDC);
    InstrumentSpec btc = specs.get(0);
    assertThat(btc.tickSize()).isEqualByComparingTo("0.1");
    assertThat(btc.lotSize()).isEqualByComparingTo("0.001");
    assertThat(btc.minQty()).isEqualByComparingTo("0.002");
    assertThat(btc.maxQty()).isEqualByComparingTo("120");
    assertThat(btc.minNotional()).isEqualByComparingTo("100");
    assertThat(btc.isTrading()).isTrue();
    InstrumentSpec usdc = specs.get(1);
    assertThat(usdc.lotSize()).isEqualByComparingTo("1");
    assertThat(usdc.maxQty()).isEqualByComparingTo("9000000");
    assertThat(usdc.minNotional()).isEqualByComparingTo("5");
  }

  @Test
  void specifications_are_read_once_while_they_are_fresh() {
    lists(Fixtures.BTC_PERP);

    data.specs(List.of(BTC, USDC)).orThrow();
    data.specs(List.of(BTC, USDC)).orThrow();

    assertThat(fake.requests()).hasSize(2);
  }

  @Test
  void an_instrument_that_does_not_trade_now_says_so() {
    lists(Fixtures.BTC_PERP.replace("TRADING", "SETTLING"));

    assertThat(data.specs(List.of(BTC)).orThrow().get(0).isTrading()).isFalse();
  }

  @Test
  void an_instrument_that_is_not_listed_is_refused_by_name() {
    lists(Fixtures.BTC_PERP);

    Refusal refusal = refusal(data.specs(List.of(BTC, ETH)));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INSTRUMENT_NOT_TRADING);
    assertThat(refusal.detail()).contains("ETH-USDT-PERP@binance");
  }

  @Test
  void a_dated_future_that_is_not_listed_is_refused_and_never_read_as_the_perpetual() {
    lists(Fixtures.BTC_PERP);

    Refusal refusal = refusal(data.specs(List.of(InstrumentId.of("BTC-USDT-20260327@binance"))));

    assertThat(refusal.reason()).isEqualTo(RefusalReason.INSTRUMENT_NOT_TRADING);
  }

  /** Bars on every full hour, as the venue gives them: by opening time, both ends included, oldest first. */
  private static Answer hourly(Request request) {
    long from = Long.parseLong(request.parameter("startTime"));
    long to = Long.parseLong(request.parameter("endTime"));
    int limit = Integer.parseInt(request.parameter("limit"));
    StringBuilder rows = new StringBuilder("[");
    long open = Math.ceilDiv(from, HOUR.toMillis()) * HOUR.toMillis();
    for (int i = 0; i < limit && open <= to; i++, open += HOUR.toMillis()) {
      rows.append(i == 0 ? "" : ",").append(row(open, "100", "101", "99", "100.5"));
    }
    return Answer.ok(rows.append("]").toString());
  }

  private static String row(long open, String o, String h, String l, String c) {
    return String.format(
        "[%d,\"%s\",\"%s\",\"%s\",\"%s\",\"12.5\",%d,\"1\",5,\"1\",\"1\",\"0\"]",
        open, o, h, l, c, open + HOUR.toMillis() - 1);
  }

  @Test
  void bars_are_paged_until_the_count_and_none_closes_later_than_asked() {
    fake.on("GET /fapi/v1/klines", BinanceMarketDataTest::hourly);

    List<Bar> bars = data.bars(BTC, HOUR, 2500, UNTIL).orThrow().bars();

    assertThat(bars).hasSize(2500);
    assertThat(bars.get(2499).closeTime()).isEqualTo(UNTIL);
    assertThat(bars.get(0).openTime()).isEqualTo(UNTIL.minus(HOUR.multipliedBy(2500)));
    assertThat(fake.requests()).hasSize(3);
  }

  @Test
  void bars_until_a_crooked_instant_are_as_many_and_all_closed() {
    fake.on("GET /api/v3/klines", BinanceMarketDataTest::hourly);
    Instant crooked = UNTIL.plusSeconds(1234);

    List<Bar> bars = data.bars(USDC, HOUR, 24, crooked).orThrow().bars();

    assertThat(bars).hasSize(24);
    assertThat(bars.get(23).closeTime()).isEqualTo(UNTIL);
  }

  @Test
  void a_short_history_is_given_as_it_is_and_a_gap_stays_a_gap() {
    long noon = UNTIL.minus(HOUR.multipliedBy(12)).toEpochMilli();
    long two = noon + 2 * HOUR.toMillis();
    fake.on(
        "GET /fapi/v1/klines",
        Answer.ok("[" + row(noon, "1", "2", "1", "2") + "," + row(two, "1", "2", "1", "2") + "]"));

    assertThat(data.bars(BTC, HOUR, 24, UNTIL).orThrow().bars()).hasSize(2);
  }

  @Test
  void a_bar_with_a_zero_price_is_missing_and_never_zero() {
    long noon = UNTIL.minus(HOUR.multipliedBy(12)).toEpochMilli();
    long one = noon + HOUR.toMillis();
    fake.on(
        "GET /fapi/v1/klines",
        Answer.ok("[" + row(noon, "1", "2", "0", "0") + "," + row(one, "1", "2", "1", "2") + "]"));

    assertThat(data.bars(BTC, HOUR, 24, UNTIL).orThrow().bars())
        .extracting(bar -> bar.openTime().toEpochMilli())
        .containsExactly(one);
  }

  @Test
  void bars_that_were_not_asked_for_refuse_the_whole() {
    fake.on(
        "GET /fapi/v1/klines",
        Answer.ok("[" + row(UNTIL.toEpochMilli(), "1", "2", "1", "2") + "]"));

    assertThat(refusal(data.bars(BTC, HOUR, 24, UNTIL)).detail()).contains("not asked for");
  }

  @Test
  void an_interval_that_the_venue_does_not_have_is_refused_unasked() {
    refusal(data.bars(BTC, Duration.ofMinutes(7), 24, UNTIL));
    assertThat(fake.requests()).isEmpty();
  }

  private void books(String bid, String ask) {
    String book =
        "{\"symbol\":\"BTCUSDT\",\"bidPrice\":\""
            + bid
            + "\",\"bidQty\":\"1\",\"askPrice\":\""
            + ask
            + "\",\"askQty\":\"1\",\"time\":1769817599000}";
    String eth = book.replace("BTC", "ETH");
    String mark =
        "{\"symbol\":\"BTCUSDT\",\"markPrice\":\"65001.5\",\"indexPrice\":\"65010.2\",\"time\":1769817600000}";
    fake.on(
        "GET /fapi/v1/ticker/bookTicker",
        r -> Answer.ok(r.parameter("symbol").isEmpty() ? "[" + book + "," + eth + "]" : book));
    fake.on(
        "GET /fapi/v1/premiumIndex",
        r ->
            Answer.ok(r.parameter("symbol").startsWith("ETH") ? mark.replace("BTC", "ETH") : mark));
    newestTrades("65000.5", "0.9997");
    fake.on(
        "GET /api/v3/ticker/bookTicker",
        Answer.ok(
            "[{\"symbol\":\"USDCUSDT\",\"bidPrice\":\"0.9998\",\"bidQty\":\"1\",\"askPrice\":\"1.0000\",\"askQty\":\"1\"}]"));
  }

  private void newestTrades(String bitcoin, String coin) {
    String trade = "{\"symbol\":\"BTCUSDT\",\"price\":\"" + bitcoin + "\",\"time\":1589437530011}";
    String eth = trade.replace("BTC", "ETH");
    fake.on(
        "GET /fapi/v2/ticker/price",
        r -> Answer.ok(r.parameter("symbol").isEmpty() ? "[" + trade + "," + eth + "]" : trade));
    fake.on(
        "GET /api/v3/ticker/price",
        Answer.ok("[{\"symbol\":\"USDCUSDT\",\"price\":\"" + coin + "\"}]"));
  }

  @Test
  void a_quote_of_either_market_has_the_price_of_the_newest_trade_whenever_that_was() {
    books("65000", "65000.1");

    List<Quote> quotes = data.quotes(List.of(BTC, USDC)).orThrow();

    assertThat(quotes).extracting(Quote::last).containsExactly(last("65000.5"), last("0.9997"));
    assertThat(quotes.get(0).venueTime())
        .as("a trade of long ago does not make the book old")
        .isEqualTo(Instant.ofEpochMilli(1769817599000L));
  }

  private static Optional<Price> last(String price) {
    return Optional.of(Price.of(price));
  }

  @Test
  void where_nobody_has_traded_yet_there_is_no_newest_trade() {
    books("65000", "65000.1");
    newestTrades("0", "0.00000000");

    assertThat(data.quotes(List.of(BTC, USDC)).orThrow())
        .extracting(Quote::last)
        .containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void a_newest_trade_that_cannot_be_read_refuses_the_quote() {
    for (String path : List.of("GET /fapi/v2/ticker/price", "GET /api/v3/ticker/price")) {
      for (Answer nothing : List.of(Answer.ok("[]"), Answer.html(503), Answer.ok("{}"))) {
        books("65000", "65000.1");
        fake.on(path, nothing);

        refusal(data.quotes(List.of(BTC, USDC)));
      }
    }
    books("65000", "65000.1");
    newestTrades("-1", "1");
    assertThat(refusal(data.quotes(List.of(BTC))).detail()).contains("price is -1");
  }

  @Test
  void a_quote_of_futures_has_mark_and_index_price_and_is_as_old_as_its_older_half() {
    books("65000", "65000.1");

    Quote quote = data.quotes(List.of(BTC)).orThrow().get(0);

    assertThat(quote.mark().toString()).isEqualTo("65001.5");
    assertThat(quote.index().toString()).isEqualTo("65010.2");
    assertThat(quote.venueTime()).isEqualTo(Instant.ofEpochMilli(1769817599000L));
  }

  @Test
  void a_quote_of_the_spot_market_is_marked_at_its_middle() {
    books("65000", "65000.1");

    assertThat(data.quotes(List.of(USDC)).orThrow().get(0).mark().toString()).isEqualTo("0.9999");
  }

  @Test
  void the_books_of_many_instruments_take_few_calls() {
    books("65000", "65000.1");

    List<Quote> quotes = data.quotes(List.of(USDC, ETH, BTC)).orThrow();

    assertThat(quotes).extracting(Quote::instrument).containsExactly(BTC, ETH, USDC);
    assertThat(fake.requests("GET /fapi/v1/ticker/bookTicker")).hasSize(1);
    assertThat(fake.requests("GET /fapi/v2/ticker/price")).hasSize(1);
    assertThat(fake.requests("GET /api/v3/ticker/price")).hasSize(1);
  }

  @Test
  void an_empty_side_of_the_book_is_refused_and_never_a_price_of_zero() {
    books("0.00", "65000.1");

    assertThat(refusal(data.quotes(List.of(BTC))).detail()).contains("bidPrice");
  }

  @Test
  void a_crossed_book_is_refused() {
    books("65000.2", "65000.1");

    assertThat(refusal(data.quotes(List.of(BTC))).detail()).contains("crossed");
  }

  @Test
  void a_missing_instrument_refuses_the_whole() {
    books("65000", "65000.1");

    refusal(data.quotes(List.of(BTC, ETH, InstrumentId.of("SOL-USDT-PERP@binance"))));
  }

  static Stream<Answer> nothings() {
    return Stream.of(
        Answer.ok(""),
        Answer.ok("null"),
        Answer.ok("{}"),
        Answer.html(200),
        Answer.html(503),
        Answer.ok("[{\"symbol\":\"BTCUS"),
        Answer.ok("{\"code\":-1121,\"msg\":\"Invalid symbol.\"}"),
        Answer.error(400, -1121, "Invalid symbol."),
        Answer.broken(Ending.EOF),
        Answer.broken(Ending.RESET));
  }

  @ParameterizedTest
  @MethodSource("nothings")
  void an_answer_that_says_nothing_is_a_refusal_and_never_an_empty_list(Answer nothing) {
    for (String path :
        List.of(
            "GET /fapi/v1/exchangeInfo",
            "GET /fapi/v1/klines",
            "GET /fapi/v1/ticker/bookTicker",
            "GET /fapi/v1/time")) {
      fake.on(path, nothing);
    }

    refusal(data.specs(List.of(BTC)));
    refusal(data.bars(BTC, HOUR, 24, UNTIL));
    refusal(data.quotes(List.of(BTC)));
  }
}
