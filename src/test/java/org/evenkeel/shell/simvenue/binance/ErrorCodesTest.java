package org.evenkeel.shell.simvenue.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.util.stream.Stream;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.binance.Wire.Reply;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each refusal over real HTTP, with the code, status and words Binance documents. */
class ErrorCodesTest {

  private static final String LIMIT = "&type=LIMIT&timeInForce=IOC";

  private final Wire wire = Wire.open();

  @AfterEach
  void close() {
    wire.close();
  }

  @ParameterizedTest(name = "futures {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "symbol=NOPEUSDT&side=BUY&type=MARKET&quantity=1|-1121|Invalid symbol.",
        "side=BUY&type=MARKET&quantity=1|-1102|symbol",
        "symbol=BTCUSDT&type=MARKET&quantity=1|-1102|side",
        "symbol=BTCUSDT&side=BUY&type=MARKET|-1102|quantity",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1|-1102|price",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&price=20000&quantity=1|-1102|timeInForce",
        "symbol=BTCUSDT&side=LEFT&type=MARKET&quantity=1|-1117|side",
        "symbol=BTCUSDT&side=BUY&type=STOP&quantity=1|-1116|orderType",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1E-3|-1100|Illegal characters",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0001|-1111|Precision",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0|-4003|zero",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1001|-4005|max quantity",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1&price=20000.05|-1111|Precision",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1&price=30000|-4016|higher",
        "symbol=BTCUSDT&side=SELL&type=LIMIT&timeInForce=IOC&quantity=1&price=10000|-4024|lower",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.001|-4164|notional",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=900|-2019|Margin is insufficient.",
        "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=1&reduceOnly=true|-2022|ReduceOnly",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTX&quantity=1&price=20001|-5022|maker",
        "symbol=BTCUSDT&side=BUY&positionSide=LONG&type=MARKET&quantity=1|-4061|position side",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=1&newClientOrderId=a%20b|-1100|newClientOrderId"
      })
  void a_futures_order_is_refused(String params, int code, String words) {
    assertRefused(wire.signed("POST", "/fapi/v1/order", params), code, words);
  }

  @ParameterizedTest(name = "spot {0} -> {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "symbol=NOPEUSDT&side=BUY&type=MARKET&quantity=1|-1121|Invalid symbol.",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.000001|-1013|Filter failure: LOT_SIZE",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0000000001|-1111|too much precision",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1&price=20000.001|-1013|Filter failure: PRICE_FILTER",
        "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=IOC&quantity=1&price=200000|-1013|Filter failure: PERCENT_PRICE_BY_SIDE",
        "symbol=BTCUSDT&side=BUY&type=MARKET&quantity=0.0001|-1013|Filter failure: NOTIONAL",
        "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=1|-2010|insufficient balance",
        "symbol=BTCUSDT&side=BUY&type=LIMIT_MAKER&quantity=1&price=20001|-2010|immediately match"
      })
  void a_spot_order_is_refused(String params, int code, String words) {
    assertRefused(wire.signed("POST", "/api/v3/order", params), code, words);
  }

  @Test
  void keys_signatures_and_times_are_checked() {
    long now = System.currentTimeMillis();
    String path = "/fapi/v2/balance";
    assertThat(wire.send("GET", path + "?timestamp=1&signature=x", "", "").code()).isEqualTo(-2014);
    Reply unknown = wire.signedAt("GET", path, "", now, new Credentials("other", "test-secret"));
    assertThat(unknown.code()).isEqualTo(-2015);
    assertThat(unknown.status()).isEqualTo(401);
    assertRefused(
        wire.signedAt("GET", path, "", now, new Credentials("test-key", "wrong")),
        -1022,
        "Signature");
    assertRefused(
        wire.signedAt("GET", path, "", now - 6_000, Wire.KEY), -1021, "outside of the recvWindow");
    assertRefused(wire.signedAt("GET", path, "", now + 3_000, Wire.KEY), -1021, "ahead");
    assertRefused(wire.signed("GET", path, "recvWindow=60001"), -1131, "recvWindow");
    assertThat(wire.signedAt("GET", path, "recvWindow=20000", now - 6_000, Wire.KEY).status())
        .isEqualTo(200);
    assertRefused(wire.send("GET", path, "", "test-key"), -1102, "timestamp");
  }

  @Test
  void a_duplicate_client_id_is_refused_on_both_apis() {
    String futures = "symbol=BTCUSDT&side=BUY&type=LIMIT&timeInForce=GTC&quantity=1&price=19000";
    wire.signed("POST", "/fapi/v1/order", futures + "&newClientOrderId=one");
    assertRefused(
        wire.signed("POST", "/fapi/v1/order", futures + "&newClientOrderId=one"),
        -4116,
        "duplicated");
    wire.signed("POST", "/api/v3/order", futures + "&newClientOrderId=one");
    assertRefused(
        wire.signed("POST", "/api/v3/order", futures + "&newClientOrderId=one"),
        -2010,
        "Duplicate order sent.");
  }

  @Test
  void unknown_orders_have_one_code_for_queries_and_another_for_cancels() {
    for (String base : Stream.of("/fapi/v1", "/api/v3").toList()) {
      String params = "symbol=BTCUSDT&origClientOrderId=nobody";
      assertRefused(wire.signed("GET", base + "/order", params), -2013, "does not exist");
      assertRefused(wire.signed("DELETE", base + "/order", params), -2011, "Unknown order");
      assertRefused(wire.signed("GET", base + "/order", "symbol=BTCUSDT"), -1102, "orderId");
    }
    assertRefused(
        wire.signed("GET", "/fapi/v1/openOrder", "symbol=BTCUSDT&orderId=7"), -2013, "not exist");
  }

  @Test
  void a_gap_in_the_market_closes_the_symbol() {
    wire.market.gap(HandMarket.BTC_PERP);
    wire.market.gap(HandMarket.BTC_SPOT);
    String order = "symbol=BTCUSDT&side=BUY&quantity=1&price=20000" + LIMIT;

    assertRefused(wire.signed("POST", "/fapi/v1/order", order), -4141, "closed");
    assertRefused(wire.signed("POST", "/api/v3/order", order), -1013, "Market is closed.");
    assertThat(
            wire.get("/api/v3/exchangeInfo?symbol=BTCUSDT").json().at("/symbols/0/status").asText())
        .isEqualTo("BREAK");
  }

  @Test
  void history_windows_are_limited() {
    assertRefused(
        wire.signed("GET", "/fapi/v1/userTrades", "symbol=BTCUSDT&startTime=1&endTime=604800002"),
        -4165,
        "7 days");
    assertRefused(
        wire.signed("GET", "/api/v3/myTrades", "symbol=BTCUSDT&startTime=1&endTime=86400002"),
        -1127,
        "24 hours");
    assertRefused(wire.get("/fapi/v1/klines?symbol=BTCUSDT&interval=1x"), -1120, "interval");
    assertThat(wire.get("/fapi/v1/nothing").status()).isEqualTo(404);
  }

  @Test
  void too_much_weight_gets_429_and_a_time_to_wait() {
    try (Wire tight = new Wire(new FrontLimits(40, 3), "1000")) {
      assertThat(tight.get("/fapi/v1/time").raw().headers().firstValue("X-MBX-USED-WEIGHT-1M"))
          .contains("1");
      tight.get("/fapi/v1/time");
      tight.get("/fapi/v1/time");
      Reply over = tight.get("/fapi/v1/time");

      assertThat(over.status()).isEqualTo(429);
      assertThat(over.code()).isEqualTo(-1003);
      assertThat(over.raw().headers().firstValue("Retry-After")).isPresent();
      assertThat(tight.get("/api/v3/time").status()).isEqualTo(200);
    }
  }

  @Test
  void every_order_request_is_one_arrival_whoever_refuses_it() {
    String order = "symbol=BTCUSDT&side=SELL&type=MARKET&quantity=1&reduceOnly=true";
    wire.signed("POST", "/fapi/v1/order", order + "&newClientOrderId=core");
    wire.signedAt("POST", "/fapi/v1/order", order + "&newClientOrderId=late", 1, Wire.KEY);
    wire.signed("POST", "/fapi/v1/order", "side=SELL&newClientOrderId=form");

    assertThat(OrderArrivals.byClientId(wire.lines))
        .containsExactly(entry("core", 1), entry("form", 1), entry("late", 1));
  }

  private static void assertRefused(Reply reply, int code, String words) {
    assertThat(reply.code()).as(reply.raw().body()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.message()).contains(words);
  }
}
