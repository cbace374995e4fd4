package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an order's one send can go wrong: what it is taken for, and how often it reaches the venue. */
class OrderFaultsTest {

  static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  static final InstrumentId SPOT = InstrumentId.of("USDC-USDT-SPOT@binance");
  static final String ORDER = "POST /fapi/v1/order";

  static final String ACK =
      """
      {"clientOrderId":"ek4f7q0k3v9x2m1c8z","cumQty":"0.010","cumQuote":"650","executedQty":"0.010",
       "orderId":22542179,"avgPrice":"65000.10","origQty":"0.010","price":"65130","reduceOnly":false,
       "side":"BUY","positionSide":"BOTH","status":"FILLED","symbol":"BTCUSDT","timeInForce":"IOC",
       "type":"LIMIT","updateTime":1790000000000}""";

  private FakeBinance fake;
  private BinanceVenue venue;

  static BinanceVenue venueAt(URI url) {
    return venueOver(Fixtures.link(url));
  }

  static BinanceVenue venueOver(BinanceLink link) {
    return new BinanceVenue(
        link,
        Fixtures.capabilities(),
        new AccountKeys(Secret.of("canary-key-0123456789"), Secret.of("canary-secret-9876543210")));
  }

  static OrderTicket ticket(InstrumentId instrument, boolean reduceOnly) {
    return ticket(instrument, reduceOnly, "0.010", "65130");
  }

  static OrderTicket ticket(
      InstrumentId instrument, boolean reduceOnly, String quantity, String price) {
    Instant signedAt = Instant.ofEpochMilli(1_790_000_000_123L);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        instrument,
        Side.BUY,
        Contracts.of(quantity),
        Price.of(price),
        TimeInForce.IOC,
        reduceOnly,
        signedAt,
        signedAt.plus(Duration.ofSeconds(5)));
  }

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    venue = venueAt(fake.url());
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  enum Taken {
    ACCEPTED,
    REJECTED,
    UNKNOWN
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a full acknowledgment", Answer.ok(ACK), Taken.ACCEPTED),
        fault("an ack with a dropped flag", Answer.ok(ACK.replace("IOC", "GTC")), Taken.ACCEPTED),
        fault("500 with a venue code", Answer.error(500, -1001, "Internal error"), Taken.UNKNOWN),
        fault("503 with a reject code", Answer.error(503, -2010, "Overloaded"), Taken.UNKNOWN),
        fault("503 with a web page", Answer.html(503), Taken.UNKNOWN),
        fault("200 with a web page", Answer.html(200), Taken.UNKNOWN),
        fault("200 without a body", Answer.ok(""), Taken.UNKNOWN),
        fault("200 with null", Answer.ok("null"), Taken.UNKNOWN),
        fault("200 with an empty object", Answer.ok("{}"), Taken.UNKNOWN),
        fault("200 with an empty list", Answer.ok("[]"), Taken.UNKNOWN),
        fault("200 with truncated JSON", Answer.ok(ACK.substring(0, 60)), Taken.UNKNOWN),
        fault(
            "200 with an error message",
            Answer.ok("{\"code\":-2010,\"msg\":\"insufficient balance\"}"),
            Taken.UNKNOWN),
        fault("200 with a new status", Answer.ok(ACK.replace("FILLED", "NOVEL")), Taken.UNKNOWN),
        fault(
            "another client id",
            Answer.ok(ACK.replace("ek4f7q0k3v9x2m1c8z", "other")),
            Taken.UNKNOWN),
        fault("another symbol", Answer.ok(ACK.replace("BTCUSDT", "ETHUSDT")), Taken.UNKNOWN),
        fault("a reset", Answer.broken(Ending.RESET), Taken.UNKNOWN),
        fault("an end of file", Answer.broken(Ending.EOF), Taken.UNKNOWN),
        fault("a silence", Answer.broken(Ending.SILENCE), Taken.UNKNOWN),
        fault("-1021", Answer.error(400, -1021, "outside of the recvWindow"), Taken.REJECTED),
        fault("-2010", Answer.error(400, -2010, "insufficient balance"), Taken.REJECTED),
        fault("-2019", Answer.error(400, -2019, "Margin is insufficient."), Taken.REJECTED),
        fault("-2010 duplicate", Answer.error(400, -2010, "Duplicate order sent."), Taken.UNKNOWN),
        fault("-4116", Answer.error(400, -4116, "ClientOrderId is duplicated."), Taken.UNKNOWN),
        fault("-1007 with 408", Answer.error(408, -1007, "Timeout"), Taken.UNKNOWN),
        fault("-2010 with 408", Answer.error(408, -2010, "Timeout"), Taken.UNKNOWN),
        fault("-1006", Answer.error(400, -1006, "Unexpected response"), Taken.UNKNOWN),
        fault("a code never heard of", Answer.error(400, -9999, "novel"), Taken.UNKNOWN),
        fault("400 with a web page", Answer.html(400), Taken.UNKNOWN),
        fault(
            "a redirect",
            Answer.json(307, "").withHeader("Location: /fapi/v1/order"),
            Taken.UNKNOWN),
        fault(
            "429 with a code",
            Answer.error(429, -1003, "Too many requests").withHeader("Retry-After: 7"),
            Taken.REJECTED));
  }

  private static Arguments fault(String name, Answer answer, Taken taken) {
    return Arguments.of(name, answer, taken);
  }

  @ParameterizedTest(name = "{0}: {2}, sent once")
  @MethodSource("faults")
  void an_order_reaches_the_venue_once_whatever_happens(String name, Answer answer, Taken taken) {
    fake.on(ORDER, answer);

    SendOutcome outcome = venue.send(ticket(PERP, false));

    assertThat(takenFor(outcome)).as(outcome.toString()).isEqualTo(taken);
    assertThat(fake.requests(ORDER)).hasSize(1);
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void an_order_goes_out_with_the_committed_timestamp_and_window() {
    fake.on(ORDER, Answer.ok(ACK));

    venue.send(ticket(PERP, false));

    FakeBinance.Request request = fake.requests(ORDER).get(0);
    assertThat(request.parameter("timestamp")).isEqualTo("1790000000123");
    assertThat(request.parameter("recvWindow")).isEqualTo("5000");
    assertThat(request.parameter("newOrderRespType")).isEqualTo("RESULT");
    assertThat(request.parameter("quantity")).isEqualTo("0.01");
    assertThat(request.parameter("timeInForce")).isEqualTo("IOC");
    assertThat(request.apiKey()).isEqualTo("canary-key-0123456789");
    assertThat(request.parameter("signature"))
        .isEqualTo(Signatures.of(request, "canary-secret-9876543210"));
  }

  @Test
  void after_429_nothing_goes_out_until_the_venue_said_so() {
    fake.on(ORDER, Answer.error(429, -1003, "Too many").withHeader("Retry-After: 7"));
    venue.send(ticket(PERP, false));

    SendOutcome second = venue.send(ticket(PERP, true));

    assertThat(second).isInstanceOf(SendOutcome.Rejected.class);
    assertThat(((SendOutcome.Rejected) second).code()).isEqualTo(ReplyRules.NOT_SENT);
    assertThat(fake.requests()).hasSize(1);
  }

  /** Fault 45: one more request during a ban makes it longer. */
  @Test
  void during_a_ban_nothing_goes_out_at_all() {
    fake.on(ORDER, Answer.error(418, -1003, "banned"));
    venue.send(ticket(PERP, false));

    assertThat(takenFor(venue.send(ticket(PERP, true)))).isEqualTo(Taken.REJECTED);
    assertThat(venue.openOrders(PERP)).isInstanceOf(Result.Refused.class);
    assertThat(fake.requests()).hasSize(1);
  }

  @Test
  void the_spot_market_is_never_sent_a_reduce_only_order() {
    SendOutcome outcome = venue.send(ticket(SPOT, true));

    assertThat(takenFor(outcome)).isEqualTo(Taken.REJECTED);
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void a_dated_future_is_sent_with_its_day_and_never_as_the_perpetual() {
    fake.on("POST /fapi/v1/order", Answer.error(400, -1121, "Invalid symbol."));

    SendOutcome outcome = venue.send(ticket(InstrumentId.of("BTC-USDT-20260327@binance"), false));

    assertThat(takenFor(outcome)).isEqualTo(Taken.REJECTED);
    assertThat(fake.requests()).hasSize(1);
    assertThat(fake.requests().get(0).parameter("symbol")).isEqualTo("BTCUSDT_260327");
  }

  /** Fault 40: what was not understood is all that there is to look into, so it is kept, without secrets. */
  @Test
  void an_answer_that_was_not_understood_is_kept_and_its_secrets_are_not() {
    fake.on(
        ORDER,
        Answer.ok(
            "{\"novel\":\"shape\",\"signature\":\"0123456789abcdef0123456789abcdef\",\"orderId\":5}"));

    SendOutcome outcome = venue.send(ticket(PERP, false));

    assertThat(((SendOutcome.Unknown) outcome).detail())
        .contains("\"novel\":\"shape\"")
        .doesNotContain("0123456789abcdef");
  }

  /** Fault 52: the venue ends an order that would have traded with another one of the same account. */
  @Test
  void an_order_ended_by_self_trade_prevention_is_an_expired_order() {
    fake.on(
        ORDER,
        Answer.ok(
            ACK.replace("FILLED", "EXPIRED_IN_MATCH")
                .replace("\"executedQty\":\"0.010\"", "\"executedQty\":\"0\"")));

    VenueOrder order = accepted();

    assertThat(order.status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(order.differences(ticket(PERP, false))).isEmpty();
  }

  /** Fault 50: everything that the ticket says is compared with what the venue holds. */
  @Test
  void whatever_the_venue_holds_otherwise_is_a_difference() {
    assertThat(differences(ACK)).isEmpty();
    assertThat(differences(ACK.replace("IOC", "GTC")))
        .containsExactly("time in force GTC instead of IOC");
    assertThat(differences(ACK.replace("\"reduceOnly\":false", "\"reduceOnly\":true")))
        .containsExactly("reduce-only true instead of false");
    assertThat(differences(ACK.replace("\"price\":\"65130\"", "\"price\":\"65131\"")))
        .containsExactly("price 65131 instead of 65130");
    assertThat(differences(ACK.replace("BUY", "SELL"))).containsExactly("side SELL instead of BUY");
    assertThat(differences(ACK.replace("\"origQty\":\"0.010\"", "\"origQty\":\"0.011\"")))
        .containsExactly("quantity 0.011 instead of 0.01");
  }

  private List<String> differences(String ack) {
    fake.on(ORDER, Answer.ok(ack));
    return accepted().differences(ticket(PERP, false));
  }

  private VenueOrder accepted() {
    return ((SendOutcome.Accepted) venue.send(ticket(PERP, false))).order();
  }

  /** Hazard X2: seconds pass between commit and signature, and the expiry does not move. */
  @Test
  void a_late_signature_signs_the_committed_time() throws InterruptedException {
    fake.on(ORDER, Answer.ok(ACK));
    Instant committed = Instant.ofEpochMilli(System.currentTimeMillis());
    OrderTicket plain = ticket(PERP, false);
    OrderTicket ticket =
        new OrderTicket(
            plain.clientOrderId(),
            plain.instrument(),
            plain.side(),
            plain.orderQty(),
            plain.limitPrice(),
            plain.timeInForce(),
            plain.reduceOnly(),
            committed,
            committed.plusSeconds(5));
    Thread.sleep(1100);

    venue.send(ticket);

    FakeBinance.Request request = fake.requests(ORDER).get(0);
    assertThat(request.parameter("timestamp")).isEqualTo(Long.toString(committed.toEpochMilli()));
    assertThat(request.parameter("recvWindow")).isEqualTo("5000");
    assertThat(System.currentTimeMillis() - committed.toEpochMilli()).isGreaterThan(1000);
  }

  private static Taken takenFor(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> Taken.ACCEPTED;
      case SendOutcome.Rejected rejected -> Taken.REJECTED;
      case SendOutcome.Unknown unknown -> Taken.UNKNOWN;
    };
  }
}
