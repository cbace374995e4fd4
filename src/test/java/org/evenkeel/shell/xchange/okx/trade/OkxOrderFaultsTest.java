package org.evenkeel.shell.xchange.okx.trade;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an order's one send can go wrong at OKX: what it is taken for, and how often it reaches the venue. */
class OkxOrderFaultsTest {

  private static final String SEND = "POST /api/v5/trade/order";
  private static final String READ = "GET /api/v5/trade/order";
  private static final String SECRET = "canary-secret-9876543210";

  private static final String ACK =
      "{\"code\":\"0\",\"msg\":\"\",\"data\":[{\"clOrdId\":\"ek4f7q0k3v9x2m1c8z\",\"ordId\":\"312269865356374016\","
          + "\"tag\":\"\",\"ts\":\"1790000000200\",\"sCode\":\"0\",\"sMsg\":\"\"}]}";

  private static final String ORDER =
      """
      {"code":"0","msg":"","data":[{"accFillSz":"1","avgPx":"65000.1","cTime":"1790000000190",
       "clOrdId":"ek4f7q0k3v9x2m1c8z","instId":"BTC-USDT-SWAP","instType":"SWAP",
       "ordId":"312269865356374016","ordType":"ioc","posSide":"net","px":"65130","reduceOnly":"false",
       "side":"buy","state":"filled","sz":"1","tdMode":"cross","tgtCcy":"","uTime":"1790000000200"}]}""";

  private FakeBinance fake;
  private OkxVenue venue;

  private static OrderTicket ticket(InstrumentId instrument, boolean reduceOnly) {
    Instant signedAt = Instant.ofEpochMilli(1_790_000_000_000L);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        instrument,
        Side.BUY,
        Contracts.of("1.0"),
        Price.of("65130"),
        TimeInForce.IOC,
        reduceOnly,
        signedAt,
        signedAt.plusSeconds(5));
  }

  private static OrderTicket perp() {
    return ticket(OkxRig.PERP, false);
  }

  @BeforeEach
  void start() throws IOException {
    fake =
        new FakeBinance()
            .on(
                "GET /api/v5/public/time",
                r -> rows("{\"ts\":\"" + System.currentTimeMillis() + "\"}"))
            .on(READ, Answer.ok(ORDER));
    venue =
        new OkxVenue(
            OkxRig.hasty(fake.url()),
            OkxRig.capabilities(),
            OkxRig.keys("canary-key-0123456789", SECRET, "canary-phrase"));
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private static Answer rows(String rows) {
    return Answer.ok("{\"code\":\"0\",\"msg\":\"\",\"data\":[" + rows + "]}");
  }

  private static Answer row(String sCode, String words) {
    return Answer.ok(
        "{\"code\":\"1\",\"msg\":\"All operations failed\",\"data\":[{\"clOrdId\":\"ek4f7q0k3v9x2m1c8z\","
            + "\"ordId\":\"\",\"sCode\":\""
            + sCode
            + "\",\"sMsg\":\""
            + words
            + "\"}]}");
  }

  private static Answer envelope(int status, String code) {
    return Answer.json(status, "{\"code\":\"" + code + "\",\"msg\":\"words\",\"data\":[]}");
  }

  enum Taken {
    ACCEPTED,
    REJECTED,
    UNKNOWN
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("an acknowledgment", Answer.ok(ACK), Taken.ACCEPTED),
        fault("51008 in the row", row("51008", "Insufficient balance"), Taken.REJECTED),
        fault("51121 in the row", row("51121", "lot size"), Taken.REJECTED),
        fault("51016, the id is in use", row("51016", "Duplicated client id"), Taken.UNKNOWN),
        fault("51149, the order timed out", row("51149", "Order timed out"), Taken.UNKNOWN),
        fault("a code never heard of", row("59999", "novel"), Taken.UNKNOWN),
        fault("failed without a row", envelope(200, "1"), Taken.UNKNOWN),
        fault("50001 maintenance", envelope(503, "50001"), Taken.UNKNOWN),
        fault("50001 with 200", envelope(200, "50001"), Taken.UNKNOWN),
        fault("50004 with 400", envelope(400, "50004"), Taken.UNKNOWN),
        fault("50013 with 429", envelope(429, "50013"), Taken.UNKNOWN),
        fault("50026 with 500", envelope(500, "50026"), Taken.UNKNOWN),
        fault("51008 with 503", envelope(503, "51008"), Taken.UNKNOWN),
        fault("50011 with 429", envelope(429, "50011"), Taken.REJECTED),
        fault("50061 with 200", envelope(200, "50061"), Taken.REJECTED),
        fault("50102 with 401", envelope(401, "50102"), Taken.REJECTED),
        fault("50113 with 401", envelope(401, "50113"), Taken.REJECTED),
        fault("no code", Answer.ok("{\"data\":[]}"), Taken.UNKNOWN),
        fault("code 0 without rows", envelope(200, "0"), Taken.UNKNOWN),
        fault("two rows", Answer.ok(ACK.replace("]}", ",{}]}")), Taken.UNKNOWN),
        fault("another client id", Answer.ok(ACK.replace("ek4f", "ek4g")), Taken.UNKNOWN),
        fault("truncated", Answer.ok(ACK.substring(0, 70)), Taken.UNKNOWN),
        fault("200 without a body", Answer.ok(""), Taken.UNKNOWN),
        fault("200 with null", Answer.ok("null"), Taken.UNKNOWN),
        fault("200 with an empty list", Answer.ok("[]"), Taken.UNKNOWN),
        fault("200 with a web page", Answer.html(200), Taken.UNKNOWN),
        fault("403 with a web page", Answer.html(403), Taken.UNKNOWN),
        fault("503 with a web page", Answer.html(503), Taken.UNKNOWN),
        fault(
            "a redirect",
            Answer.json(307, "").withHeader("Location: /api/v5/trade/order"),
            Taken.UNKNOWN),
        fault("a reset", Answer.broken(Ending.RESET), Taken.UNKNOWN),
        fault("an end of file", Answer.broken(Ending.EOF), Taken.UNKNOWN),
        fault("a silence", Answer.broken(Ending.SILENCE), Taken.UNKNOWN));
  }

  private static Arguments fault(String name, Answer answer, Taken taken) {
    return Arguments.of(name, answer, taken);
  }

  @ParameterizedTest(name = "{0}: {2}, sent once")
  @MethodSource("faults")
  void an_order_reaches_the_venue_once_whatever_happens(String name, Answer answer, Taken taken) {
    fake.on(SEND, answer);

    SendOutcome outcome = venue.send(perp());

    assertThat(takenFor(outcome)).as(outcome.toString()).isEqualTo(taken);
    assertThat(fake.requests(SEND)).hasSize(1);
  }

  /** The acknowledgment says nothing of the order, so one that cannot be read after it is of unknown fate. */
  @Test
  void an_order_that_was_taken_and_cannot_be_read_is_unknown_with_the_venues_id() {
    fake.on(SEND, Answer.ok(ACK));
    for (Answer answer :
        List.of(
            envelope(200, "51603"),
            envelope(503, "50001"),
            Answer.broken(Ending.RESET),
            Answer.ok(ORDER.replace("filled", "novel_state")),
            Answer.ok(ORDER.replace("312269865356374016", "312269865356374017")),
            Answer.ok(ORDER.replace("BTC-USDT-SWAP", "BTC-USDT-260327")))) {
      fake.on(READ, answer);

      SendOutcome outcome = venue.send(perp());

      assertThat(outcome)
          .isInstanceOfSatisfying(
              SendOutcome.Unknown.class,
              unknown -> assertThat(unknown.detail()).contains("312269865356374016"));
    }
    assertThat(fake.requests(SEND)).hasSize(6);
  }

  @Test
  void an_order_goes_out_with_the_committed_moments_in_contracts_and_signed() throws Exception {
    fake.on(SEND, Answer.ok(ACK));

    venue.send(perp());

    FakeBinance.Request request = fake.requests(SEND).get(0);
    assertThat(request.header("ok-access-timestamp"))
        .as("milliseconds also where they are zero")
        .isEqualTo("2026-09-21T14:13:20.000Z");
    assertThat(request.header("exptime")).isEqualTo("1790000005000");
    assertThat(request.header("content-type")).startsWith("application/json");
    JsonNode body = new ObjectMapper().readTree(request.raw().substring(1));
    assertThat(body.toString())
        .isEqualTo(
            "{\"clOrdId\":\"ek4f7q0k3v9x2m1c8z\",\"instId\":\"BTC-USDT-SWAP\",\"ordType\":\"ioc\","
                + "\"posSide\":\"net\",\"px\":\"65130\",\"reduceOnly\":false,\"side\":\"buy\","
                + "\"stpMode\":\"cancel_taker\",\"sz\":\"1\",\"tdMode\":\"cross\"}");
    assertThat(request.header("ok-access-sign"))
        .isEqualTo(
            signature(
                "2026-09-21T14:13:20.000ZPOST/api/v5/trade/order" + request.raw().substring(1)));
    FakeBinance.Request question = fake.requests(READ).get(0);
    String query = question.raw().substring(0, question.raw().length() - 1);
    assertThat(question.header("ok-access-sign"))
        .isEqualTo(
            signature(question.header("ok-access-timestamp") + "GET/api/v5/trade/order?" + query));
  }

  /** Independent of the adapter's own. */
  private static String signature(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** venues.md 4.1: OKX's default for a purchase is a size in money. */
  @Test
  void a_spot_order_says_that_its_size_is_in_coins_and_trades_as_the_account_does() {
    fake.on(SEND, Answer.ok(ACK));
    fake.on("GET /api/v5/account/config", rows("{\"acctLv\":\"2\",\"posMode\":\"net_mode\"}"));

    venue.send(ticket(OkxRig.SPOT, false));

    String body = fake.requests(SEND).get(0).raw();
    assertThat(body).contains("\"tgtCcy\":\"base_ccy\"", "\"tdMode\":\"cash\"");
    assertThat(body).doesNotContain("reduceOnly", "posSide");
    assertThat(body).contains("\"sz\":\"1\"").doesNotContain("E+");
  }

  @Test
  void without_the_accounts_level_no_spot_order_is_sent() {
    fake.on("GET /api/v5/account/config", envelope(503, "50001"));

    assertThat(takenFor(venue.send(ticket(OkxRig.SPOT, false)))).isEqualTo(Taken.REJECTED);
    assertThat(fake.requests(SEND)).isEmpty();
  }

  @Test
  void what_has_no_name_at_the_venue_is_refused_by_its_reason_and_never_sent_as_something_else() {
    for (String inverse : List.of("BTC-USD-PERP@okx", "BTC-USD-20260327@okx")) {
      SendOutcome outcome = venue.send(ticket(InstrumentId.of(inverse), false));
      assertThat(((SendOutcome.Rejected) outcome).text())
          .contains("inverse")
          .contains("write BTC-USD-INVERSE");
    }
    SendOutcome linear = venue.send(ticket(InstrumentId.of("BTC-USDT-INVERSE@okx"), false));
    assertThat(((SendOutcome.Rejected) linear).text()).contains("write BTC-USDT-PERP@okx");
    assertThat(takenFor(venue.send(ticket(OkxRig.SPOT, true)))).isEqualTo(Taken.REJECTED);
    assertThat(fake.requests()).isEmpty();
  }

  /** venues.md 4.1: named without its day it would be the perpetual. */
  @Test
  void a_dated_future_goes_out_under_its_day_and_is_not_the_perpetual_when_read() {
    OrderTicket dated = ticket(InstrumentId.of("BTC-USDT-20260327@okx"), false);
    fake.on(SEND, Answer.ok(ACK));

    assertThat(takenFor(venue.send(dated))).as("an order of the swap").isEqualTo(Taken.UNKNOWN);
    fake.on(READ, Answer.ok(ORDER.replace("BTC-USDT-SWAP", "BTC-USDT-260327")));
    assertThat(((SendOutcome.Accepted) venue.send(dated)).order().echoes(dated)).isTrue();
    assertThat(fake.requests(SEND))
        .allSatisfy(r -> assertThat(r.raw()).contains("\"instId\":\"BTC-USDT-260327\""));
  }

  /** Fault 50, and venues.md 4.1 (a dropped IOC rests): everything that the ticket says is compared. */
  @Test
  void whatever_the_venue_holds_otherwise_is_a_difference() {
    assertThat(differences(ORDER)).isEmpty();
    assertThat(differences(ORDER.replace("\"ioc\"", "\"limit\"")))
        .containsExactly("time in force GTC instead of IOC");
    assertThat(differences(ORDER.replace("\"ioc\"", "\"optimal_limit_ioc\"")))
        .containsExactly("time in force OPTIMAL_LIMIT_IOC instead of IOC");
    assertThat(differences(ORDER.replace("\"reduceOnly\":\"false\"", "\"reduceOnly\":\"true\"")))
        .containsExactly("reduce-only true instead of false");
    assertThat(differences(ORDER.replace("\"sz\":\"1\"", "\"sz\":\"100\"")))
        .containsExactly("quantity 100 instead of 1");
    assertThat(differences(ORDER.replace("\"buy\"", "\"sell\"")))
        .containsExactly("side SELL instead of BUY");
    assertThat(differences(ORDER.replace("\"px\":\"65130\"", "\"px\":\"65131\"")))
        .containsExactly("price 65131 instead of 65130");
  }

  private List<String> differences(String order) {
    fake.on(SEND, Answer.ok(ACK)).on(READ, Answer.ok(order));
    VenueOrder read = ((SendOutcome.Accepted) venue.send(perp())).order();
    return read.differences(perp());
  }

  @Test
  void after_too_many_requests_nothing_goes_out_for_a_while() {
    fake.on(SEND, envelope(429, "50011"));
    venue.send(perp());

    SendOutcome second = venue.send(ticket(OkxRig.PERP, true));

    assertThat(((SendOutcome.Rejected) second).code()).isEqualTo(ReplyRules.NOT_SENT);
    assertThat(fake.requests(SEND)).hasSize(1);
  }

  @Test
  void a_question_outside_of_its_time_is_asked_once_more_after_the_clock_was_read() {
    fake.on(READ, envelope(401, "50102"));

    Lookup lookup = venue.lookup(ClientOrderId.of("ek4f7q0k3v9x2m1c8z"), OkxRig.PERP);

    assertThat(lookup).isInstanceOf(Lookup.Unreadable.class);
    assertThat(fake.requests(READ)).hasSize(2);
  }

  @Test
  void a_key_that_is_refused_refuses_readings_with_the_code() {
    fake.on("GET /api/v5/account/positions", envelope(401, "50110"));
    fake.on("GET /api/v5/account/balance", envelope(401, "50110"));

    assertThat(venue.account())
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> {
              assertThat(no.refusal().reason()).isEqualTo(RefusalReason.VENUE_REJECTED);
              assertThat(no.refusal().detail()).contains("50110");
            });
  }

  /** F16: an answer of no rows proves nothing unless it says that it succeeded. */
  @Test
  void an_empty_list_without_success_is_not_an_empty_account() {
    for (Answer answer :
        List.of(Answer.ok("{\"data\":[]}"), Answer.ok("{\"code\":\"0\"}"), Answer.ok("[]"))) {
      fake.on("GET /api/v5/account/positions", answer);
      fake.on("GET /api/v5/trade/orders-pending", answer);
      fake.on("GET /api/v5/trade/fills", answer);

      assertThat(venue.account()).isInstanceOf(Result.Refused.class);
      assertThat(venue.openOrders(OkxRig.PERP)).isInstanceOf(Result.Refused.class);
      assertThat(venue.fills(OkxRig.PERP, Optional.empty(), Instant.now()))
          .isInstanceOf(Result.Refused.class);
    }
  }

  private static Taken takenFor(SendOutcome outcome) {
    return switch (outcome) {
      case SendOutcome.Accepted accepted -> Taken.ACCEPTED;
      case SendOutcome.Rejected rejected -> Taken.REJECTED;
      case SendOutcome.Unknown unknown -> Taken.UNKNOWN;
    };
  }
}
