package org.evenkeel.shell.xchange.krakenfutures.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an order's one send can go wrong: what it is taken for, and how often it reaches the venue. */
class FuturesOrderFaultsTest {

  private static final String ORDER = "POST /derivatives/api/v3/sendorder";
  private static final String ACK = FuturesTradeDecodersTest.ACK;

  static OrderTicket ticket() {
    Instant signedAt = Instant.ofEpochMilli(1_790_000_000_123L);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        InstrumentId.of("BTC-USD-PERP@krakenfutures"),
        Side.BUY,
        Contracts.of("0.010"),
        Price.of("20000.5"),
        TimeInForce.IOC,
        false,
        signedAt,
        signedAt.plus(Duration.ofSeconds(5)));
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("a full acknowledgment", Answer.ok(ACK), SendOutcome.Accepted.class),
        fault("a dropped flag", Answer.ok(ACK.replace("ioc", "lmt")), SendOutcome.Accepted.class),
        fault("no funds", status("insufficientAvailableFunds"), SendOutcome.Rejected.class),
        fault("too late", status("wouldProcessAfterSpecifiedTime"), SendOutcome.Rejected.class),
        fault("a dull id", status("clientOrderIdAlreadyExist"), SendOutcome.Unknown.class),
        fault("a new status", status("somethingNovel"), SendOutcome.Unknown.class),
        fault("no such key", error("authenticationError"), SendOutcome.Rejected.class),
        fault("an argument", error("invalidArgument: size"), SendOutcome.Rejected.class),
        fault("a limit", error("apiLimitExceeded"), SendOutcome.Rejected.class),
        fault("a used nonce", error("nonceDuplicate"), SendOutcome.Rejected.class),
        fault("trouble told", error("Server Error"), SendOutcome.Unknown.class),
        fault("no service", error("Unavailable"), SendOutcome.Unknown.class),
        fault(
            "a decision with 503",
            Answer.json(503, "{\"result\":\"error\",\"error\":\"invalidArgument\"}"),
            SendOutcome.Unknown.class),
        fault("503 with a web page", Answer.html(503), SendOutcome.Unknown.class),
        fault("200 with a web page", Answer.html(200), SendOutcome.Unknown.class),
        fault("200 without a body", Answer.ok(""), SendOutcome.Unknown.class),
        fault("200 with {}", Answer.ok("{}"), SendOutcome.Unknown.class),
        fault("truncated", Answer.ok(ACK.substring(0, 90)), SendOutcome.Unknown.class),
        fault(
            "another id",
            Answer.ok(ACK.replace("ek4f7q0k3v9x2m1c8z", "other")),
            SendOutcome.Unknown.class),
        fault("another symbol", Answer.ok(ACK.replace("XBT", "ETH")), SendOutcome.Unknown.class),
        fault("a reset", Answer.broken(Ending.RESET), SendOutcome.Unknown.class),
        fault("an end of file", Answer.broken(Ending.EOF), SendOutcome.Unknown.class),
        fault("a silence", Answer.broken(Ending.SILENCE), SendOutcome.Unknown.class));
  }

  private static Arguments fault(String name, Answer answer, Class<?> taken) {
    return Arguments.of(name, answer, taken);
  }

  private static Answer status(String word) {
    return Answer.ok(
        "{\"result\":\"success\",\"sendStatus\":{\"status\":\""
            + word
            + "\",\"orderEvents\":[]},\"serverTime\":\"2026-02-27T17:17:33.888Z\"}");
  }

  private static Answer error(String word) {
    return Answer.ok("{\"result\":\"error\",\"error\":\"" + word + "\"}");
  }

  @ParameterizedTest(name = "{0}: {2}, sent once")
  @MethodSource("faults")
  void an_order_is_sent_once_and_taken_for_what_is_known(String name, Answer answer, Class<?> taken)
      throws IOException {
    try (FakeBinance fake = new FakeBinance().on(ORDER, answer)) {
      KrakenFuturesVenue venue = FuturesAt.venue(FuturesAt.link(fake.url()));

      assertThat(venue.send(ticket())).isInstanceOf(taken);

      List<FakeBinance.Request> sent = fake.requests(ORDER);
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0).parameter("processBefore")).isEqualTo("2026-09-21T14:13:25.123Z");
      assertThat(sent.get(0).parameter("orderType")).isEqualTo("ioc");
      assertThat(sent.get(0).parameter("cliOrdId")).isEqualTo("ek4f7q0k3v9x2m1c8z");
    }
  }

  @Test
  void an_account_whose_orders_are_kept_apart_in_an_unknown_way_is_refused_with_what_to_set()
      throws IOException {
    String path = "GET /derivatives/api/v3/self-trade-strategy";
    try (FakeBinance fake =
        new FakeBinance()
            .on(
                "GET /derivatives/api/v3/pnlpreferences",
                Answer.ok("{\"result\":\"success\",\"preferences\":[]}"))
            .on(path, Answer.ok("{\"result\":\"success\",\"strategy\":\"ALLOW\"}"))) {
      KrakenFuturesVenue venue = FuturesAt.venue(FuturesAt.link(fake.url()));
      List<InstrumentId> traded = List.of(ticket().instrument());

      assertThat(venue.setup().prepare(traded, 3).toString())
          .contains("ALLOW", "set the self-trade strategy to REJECT_TAKER");

      for (Answer silent : List.of(Answer.html(503), Answer.ok("{}"), error("Unavailable"))) {
        fake.on(path, silent);
        assertThat(venue.setup().prepare(traded, 3)).isInstanceOf(Result.Refused.class);
      }
    }
  }

  /** venues.md 4.1: what comes back otherwise than it was sent is seen. */
  @Test
  void whatever_the_venue_holds_otherwise_is_a_difference() throws IOException {
    assertThat(differences(ACK)).isEmpty();
    assertThat(differences(ACK.replace("\"ioc\"", "\"lmt\"")))
        .containsExactly("time in force GTC instead of IOC");
    assertThat(differences(ACK.replace("\"buy\"", "\"sell\"")))
        .containsExactly("side SELL instead of BUY");
    assertThat(differences(ACK.replace("\"reduceOnly\":false", "\"reduceOnly\":true")))
        .containsExactly("reduce-only true instead of false");
  }

  private static List<String> differences(String acknowledgment) throws IOException {
    try (FakeBinance fake = new FakeBinance().on(ORDER, Answer.ok(acknowledgment))) {
      KrakenFuturesVenue venue = FuturesAt.venue(FuturesAt.link(fake.url()));
      return ((SendOutcome.Accepted) venue.send(ticket())).order().differences(ticket());
    }
  }
}
