package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.BinanceMarketData;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Request;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A coin that the venue trades by the thousand, and the day on which it begins to. */
class ThousandsTest {

  private static final InstrumentId SHIB = InstrumentId.of("SHIB-USDT-PERP@binance");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");

  private static final String SINGLE =
      """
      {"symbol":"SHIBUSDT","status":"TRADING","contractType":"PERPETUAL","baseAsset":"SHIB",
       "quoteAsset":"USDT","filters":[
        {"filterType":"PRICE_FILTER","tickSize":"0.00000001"},
        {"filterType":"LOT_SIZE","minQty":"1000","maxQty":"9000000000","stepSize":"1000"},
        {"filterType":"MIN_NOTIONAL","notional":"5"}]}""";

  private static final String THOUSAND =
      SINGLE
          .replace("SHIBUSDT", "1000SHIBUSDT")
          .replace("\"SHIB\"", "\"1000SHIB\"")
          .replace("0.00000001", "0.00001000")
          .replace("\"1000\",", "\"1\",")
          .replace("\"9000000000\"", "\"9000000\"")
          .replace("\"stepSize\":\"1000\"", "\"stepSize\":\"1\"");

  private FakeBinance fake;
  private BinanceMarketData data;
  private BinanceVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    lists(THOUSAND, Fixtures.ETH_PERP);
    connect();
  }

  private void lists(String... entries) {
    fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(entries)));
  }

  /** As after a restart, or when the specifications have aged. */
  private void connect() {
    BinanceLink link = Fixtures.link(fake.url());
    data = new BinanceMarketData(link);
    venue = OrderFaultsTest.venueOver(link);
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private InstrumentSpec spec() {
    return data.specs(List.of(SHIB)).orThrow().get(0);
  }

  private void book(String symbol, String price) {
    fake.on(
        "GET /fapi/v1/ticker/bookTicker",
        Answer.ok(
            """
            {"symbol":"%s","bidPrice":"%s","askPrice":"%s","time":1700000000000}"""
                .formatted(symbol, price, price)));
    fake.on(
        "GET /fapi/v2/ticker/price",
        Answer.ok("{\"symbol\":\"%s\",\"price\":\"%s\"}".formatted(symbol, price)));
    fake.on(
        "GET /fapi/v1/premiumIndex",
        Answer.ok(
            """
            {"symbol":"%s","markPrice":"%s","indexPrice":"%s","time":1700000000000}"""
                .formatted(symbol, price, price)));
  }

  @Test
  void a_contract_is_a_thousand_coins_and_the_price_is_of_one() {
    InstrumentSpec spec = spec();
    assertThat(spec.multiplier()).isEqualByComparingTo("1000");
    assertThat(spec.tickSize()).isEqualByComparingTo("0.00000001");
    assertThat(spec.lotSize()).isEqualByComparingTo("1");

    book("1000SHIBUSDT", "0.01234000");
    Quote quote = data.quotes(List.of(SHIB)).orThrow().get(0);
    assertThat(quote.mark().value()).isEqualByComparingTo("0.00001234");
    assertThat(quote.bid()).isEqualTo(quote.ask());
    assertThat(quote.last()).contains(quote.bid());
    // 7 contracts are 7000 coins: 7000 x 0.00001234.
    assertThat(spec.notional(Contracts.of("7"), quote.mark()).amount())
        .isEqualByComparingTo("0.08638");
  }

  @Test
  void on_the_day_of_the_change_the_price_goes_on_and_the_specification_is_another() {
    lists(SINGLE);
    connect();
    InstrumentSpec before = spec();
    book("SHIBUSDT", "0.00001234");
    Quote last = data.quotes(List.of(SHIB)).orThrow().get(0);

    lists(THOUSAND);
    connect();
    InstrumentSpec after = spec();
    book("1000SHIBUSDT", "0.01234");
    Quote first = data.quotes(List.of(SHIB)).orThrow().get(0);

    assertThat(first.mark()).isEqualTo(last.mark());
    assertThat(after.id()).isEqualTo(before.id());
    assertThat(after.hash()).isNotEqualTo(before.hash());
    Price any = Price.of("0.01");
    assertThat(after.baseOf(Contracts.of("1"), any))
        .isEqualTo(before.baseOf(Contracts.of("1000"), any));
  }

  @Test
  void a_coin_that_is_listed_by_itself_too_is_not_taken_for_its_thousand() {
    lists(THOUSAND, SINGLE);
    connect();
    assertThat(spec().multiplier()).isEqualByComparingTo("1");
  }

  @Test
  void an_order_keeps_the_meaning_of_its_specification_when_the_name_changes_in_between() {
    lists(SINGLE);
    BinanceLink link =
        Fixtures.link(fake.url(), new CallPolicies("binance", Fixtures.settings()), Duration.ZERO);
    new BinanceMarketData(link).specs(List.of(SHIB)).orThrow();
    venue = OrderFaultsTest.venueOver(link);
    lists(THOUSAND);
    link.listing().read().orThrow();
    fake.on("POST /fapi/v1/order", Answer.error(400, -1121, "Invalid symbol."));
    venue.send(OrderFaultsTest.ticket(SHIB, false, "1000", "0.00001234"));
    assertThat(sent().parameters()).containsEntry("symbol", "SHIBUSDT");
  }

  private Request sent() {
    return fake.requests().stream()
        .filter(request -> request.path().equals("/fapi/v1/order"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_order_goes_out_and_is_read_in_the_venues_price() {
    spec();
    fake.on("POST /fapi/v1/order", Answer.error(400, -2019, "Margin is insufficient."));
    venue.send(OrderFaultsTest.ticket(SHIB, false, "7", "0.00001234"));
    assertThat(sent().parameters())
        .containsEntry("symbol", "1000SHIBUSDT")
        .containsEntry("quantity", "7");
    assertThat(new BigDecimal(sent().parameters().get("price"))).isEqualByComparingTo("0.01234");
  }

  @Test
  void executions_and_bars_are_in_the_price_of_one_coin() {
    spec();
    fake.on(
        "GET /fapi/v1/userTrades",
        Answer.ok(
            """
            [{"symbol":"1000SHIBUSDT","id":5,"orderId":1,"side":"BUY","price":"0.01234","qty":"7",
              "realizedPnl":"0","commission":"0.001","commissionAsset":"USDT",
              "time":1700000000000,"buyer":true,"maker":false}]"""));
    Fill fill = venue.fills(SHIB, Optional.of(TradeId.of("5")), Instant.EPOCH).orThrow().get(0);
    assertThat(fill.lastPx()).isEqualTo(Price.of("0.00001234"));
    assertThat(fill.lastQty()).isEqualTo(Contracts.of("7"));

    fake.on(
        "GET /fapi/v1/klines",
        Answer.ok(
            "[[1767222000000,\"0.012\",\"0.013\",\"0.011\",\"0.0125\",\"3\",1767225599999]]"));
    Bar bar =
        data.bars(SHIB, Duration.ofHours(1), 1, Instant.parse("2026-01-01T00:00:00Z"))
            .orThrow()
            .bars()
            .get(0);
    assertThat(bar.close().value()).isEqualByComparingTo("0.0000125");
    assertThat(bar.high().value()).isEqualByComparingTo("0.000013");
  }

  @Test
  void a_position_has_the_coins_own_name() {
    fake.on(
        "GET /fapi/v2/account",
        Answer.ok(
            """
            {"totalWalletBalance":"0","assets":[],"positions":[{"symbol":"1000SHIBUSDT","positionAmt":"7",
             "entryPrice":"0.012","unrealizedProfit":"0","positionSide":"BOTH"}]}"""));
    fake.on("GET /api/v3/account", Answer.ok("{\"balances\":[]}"));
    assertThat(venue.account().orThrow().positions())
        .singleElement()
        .satisfies(
            position -> {
              assertThat(position.instrument()).isEqualTo(SHIB);
              assertThat(position.quantity()).isEqualTo(Contracts.of("7"));
              assertThat(position.entryPrice()).isEqualByComparingTo("0.000012");
            });
  }

  @Test
  void another_coin_is_left_as_it_is() {
    assertThat(data.specs(List.of(ETH)).orThrow().get(0).multiplier()).isEqualByComparingTo("1");
  }
}
