package org.evenkeel.shell.xchange.kraken.trade;

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
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.fault.CallPolicies;
import org.evenkeel.shell.fault.CallSettings;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.VenueFile;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.FakeBinance.Ending;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.evenkeel.shell.xchange.kraken.KrakenLink;
import org.evenkeel.shell.xchange.kraken.KrakenSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which an order's one send can go wrong: what it is taken for, and how often it reaches the venue. */
class SpotOrderFaultsTest {

  private static final String ORDER = "POST /0/private/AddOrder";
  private static final String ACK =
      "{\"error\":[],\"result\":{\"txid\":[\"OUF4EM-FRGI2-MQMWZD\"]}}";
  private static final String STATE =
      """
      {"error":[],"result":{"OUF4EM-FRGI2-MQMWZD":{"cl_ord_id":"ek4f7q0k3v9x2m1c8z",
       "status":"closed","opentm":1688665496.7808,"closetm":1688665499.1922,"descr":{
        "pair":"USDCUSD","type":"buy","ordertype":"limit","price":"1.0001"},
       "vol":"100","vol_exec":"100","cost":"100","fee":"0.1","price":"1"}}}""";

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("an acknowledgment", Answer.ok(ACK), SendOutcome.Accepted.class),
        Arguments.of("no id", Answer.ok("{\"error\":[],\"result\":{}}"), SendOutcome.Unknown.class),
        Arguments.of("no funds", no("EOrder:Insufficient funds"), SendOutcome.Rejected.class),
        Arguments.of("too late", no("EService:Deadline elapsed"), SendOutcome.Rejected.class),
        Arguments.of("a used nonce", no("EAPI:Invalid nonce"), SendOutcome.Rejected.class),
        Arguments.of("a limit", no("EAPI:Rate limit exceeded"), SendOutcome.Rejected.class),
        Arguments.of("no service", no("EService:Unavailable"), SendOutcome.Unknown.class),
        Arguments.of("a timeout", no("EService:Timeout"), SendOutcome.Unknown.class),
        Arguments.of("internal", no("EGeneral:Internal error"), SendOutcome.Unknown.class),
        Arguments.of("a new error", no("EOrder:Novel"), SendOutcome.Unknown.class),
        Arguments.of("503", Answer.html(503), SendOutcome.Unknown.class),
        Arguments.of("a web page", Answer.html(200), SendOutcome.Unknown.class),
        Arguments.of("truncated", Answer.ok(ACK.substring(0, 30)), SendOutcome.Unknown.class),
        Arguments.of("a reset", Answer.broken(Ending.RESET), SendOutcome.Unknown.class),
        Arguments.of("an end of file", Answer.broken(Ending.EOF), SendOutcome.Unknown.class));
  }

  private static Answer no(String error) {
    return Answer.ok("{\"error\":[\"" + error + "\"]}");
  }

  @ParameterizedTest(name = "{0}: {2}, sent once")
  @MethodSource("faults")
  void an_order_is_sent_once_and_taken_for_what_is_known(String name, Answer answer, Class<?> taken)
      throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      fake.on(ORDER, answer).on("POST /0/private/QueryOrders", Answer.ok(STATE));

      SendOutcome outcome = venue(fake).send(ticket("USDC-USD-SPOT@kraken", false));

      assertThat(outcome).isInstanceOf(taken);
      List<FakeBinance.Request> sent = fake.requests(ORDER);
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0).parameter("deadline")).isEqualTo("2026-09-21T14:13:25.123Z");
      assertThat(sent.get(0).parameter("timeinforce")).isEqualTo("IOC");
      assertThat(sent.get(0).parameter("cl_ord_id")).isEqualTo("ek4f7q0k3v9x2m1c8z");
    }
  }

  private static OrderTicket ticket(String instrument, boolean reduceOnly) {
    Instant signedAt = Instant.ofEpochMilli(1_790_000_000_123L);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c8z"),
        InstrumentId.of(instrument),
        Side.BUY,
        Contracts.of("100"),
        Price.of("1.0001"),
        TimeInForce.IOC,
        reduceOnly,
        signedAt,
        signedAt.plus(Duration.ofSeconds(5)));
  }

  /** venues.md 4.1: whatever this venue does not have is not taken for the market that it has. */
  @Test
  void what_is_not_traded_is_refused_unsent_and_never_taken_for_the_spot_market()
      throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      KrakenVenue venue = venue(fake);
      for (OrderTicket ticket :
          List.of(
              ticket("BTC-USD-20260327@kraken", false),
              ticket("BTC-USD-PERP@kraken", false),
              ticket("USDC-USD-SPOT@kraken", true))) {
        assertThat(venue.send(ticket))
            .isInstanceOfSatisfying(
                SendOutcome.Rejected.class,
                no -> assertThat(no.code()).isEqualTo(ReplyRules.NOT_SENT));
      }
      assertThat(fake.requests()).isEmpty();
    }
  }

  /** venues.md 4.1: an order whose time in force was lost on the way rests, and is seen to. */
  @Test
  void whatever_the_venue_holds_otherwise_is_a_difference() throws IOException {
    assertThat(differences(STATE)).isEmpty();
    assertThat(
            differences(
                STATE
                    .replace("\"closed\"", "\"open\"")
                    .replace("\"vol_exec\":\"100\"", "\"vol_exec\":\"0\"")
                    .replace("\"cost\":\"100\"", "\"cost\":\"0\"")))
        .containsExactly("time in force GTC instead of IOC");
    assertThat(differences(STATE.replace("\"buy\"", "\"sell\"")))
        .containsExactly("side SELL instead of BUY");
    assertThat(differences(STATE.replace("\"vol\":\"100\"", "\"vol\":\"200\"")))
        .containsExactly("quantity 200 instead of 100");
    assertThat(differences(STATE.replace("\"price\":\"1.0001\"", "\"price\":\"1.0002\"")))
        .containsExactly("price 1.0002 instead of 1.0001");
  }

  /** Seen at this venue: the order is taken in and canceled at once, for the reason that it would take. */
  @Test
  void a_post_only_order_that_was_canceled_for_it_has_ended_as_what_it_was() throws IOException {
    String canceled =
        STATE
            .replace("\"closed\"", "\"canceled\",\"reason\":\"Post only order\"")
            .replace("\"vol_exec\":\"100\"", "\"vol_exec\":\"0\"")
            .replace("\"cost\":\"100\"", "\"oflags\":\"fciq,post\",\"cost\":\"0\"");
    try (FakeBinance fake = new FakeBinance()) {
      fake.on(ORDER, Answer.ok(ACK)).on("POST /0/private/QueryOrders", Answer.ok(canceled));
      OrderTicket resting =
          new OrderTicket(
              ticket("USDC-USD-SPOT@kraken", false).clientOrderId(),
              InstrumentId.of("USDC-USD-SPOT@kraken"),
              Side.BUY,
              Contracts.of("100"),
              Price.of("1.0001"),
              TimeInForce.GTX,
              false,
              Instant.ofEpochMilli(1_790_000_000_123L),
              Instant.ofEpochMilli(1_790_000_005_123L));

      VenueOrder order = ((SendOutcome.Accepted) venue(fake).send(resting)).order();

      assertThat(order.status()).isEqualTo(VenueOrder.Status.CANCELED);
      assertThat(order.cumQty()).isEqualTo(Contracts.ZERO);
      assertThat(order.differences(resting)).isEmpty();
    }
    assertThat(differences(canceled)).containsExactly("time in force GTX instead of IOC");
  }

  private static List<String> differences(String state) throws IOException {
    try (FakeBinance fake = new FakeBinance()) {
      fake.on(ORDER, Answer.ok(ACK)).on("POST /0/private/QueryOrders", Answer.ok(state));
      OrderTicket ticket = ticket("USDC-USD-SPOT@kraken", false);
      return ((SendOutcome.Accepted) venue(fake).send(ticket)).order().differences(ticket);
    }
  }

  private static KrakenVenue venue(FakeBinance fake) {
    KrakenLink link =
        new KrakenLink(
            VenueId.of("kraken"),
            new KrakenSettings(
                fake.url(), Duration.ofMillis(500), Duration.ofMillis(700), Duration.ofMinutes(10)),
            new CallPolicies("kraken", CallSettings.kraken().timesBudget(100)),
            Fixtures.clock());
    return new KrakenVenue(
        link,
        VenueFile.read("kraken"),
        new KrakenKeys(Secret.of("canary-key-0123456789"), Secret.of("Y2FuYXJ5LXNlY3JldA==")));
  }
}
