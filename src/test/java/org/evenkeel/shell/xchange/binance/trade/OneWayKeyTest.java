package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.RunId;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.core.statement.VenueReach.Way;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.ReachWatch;
import org.evenkeel.cycle.RunManifest;
import org.evenkeel.cycle.WatchedVenue;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.Memory;
import org.evenkeel.shell.simulate.MemoryJournal;
import org.evenkeel.shell.simulate.MemoryLease;
import org.evenkeel.shell.simulate.RecordingAlerts;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.evenkeel.shell.xchange.binance.FakeBinance.Answer;
import org.evenkeel.shell.xchange.binance.Fixtures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** F78 over HTTP: a key that has lost its right to trade, and one that may trade and not look. */
class OneWayKeyTest {

  private static final String ORDER = "POST /fapi/v1/order";
  private static final String CANCEL = "DELETE /fapi/v1/order";
  private static final String OPEN_ORDERS = "GET /fapi/v1/openOrders";
  private static final Answer NO_RIGHT =
      Answer.error(401, -2015, "Invalid API-key, IP, or permissions for action.");
  private static final Answer NO_SUCH_ORDER = Answer.error(400, -2011, "Unknown order sent.");

  private final RecordingAlerts alerts = new RecordingAlerts();
  private FakeBinance fake;
  private MemoryJournal journal;
  private ReachWatch watch;
  private WatchedVenue venue;

  @BeforeEach
  void start() throws IOException {
    fake = Fixtures.withClock(new FakeBinance());
    fake.on("GET /fapi/v1/exchangeInfo", Answer.ok(Fixtures.exchangeInfo(Fixtures.BTC_PERP)));
    fake.on(OPEN_ORDERS, Answer.ok("[]"));
    Memory memory = new Memory();
    Boundaries calls = new Boundaries();
    MemoryLease lease = new MemoryLease(memory, "one", calls);
    assertThat(lease.tryAcquire()).isTrue();
    journal = new MemoryJournal(memory, lease, calls);
    String nonce =
        journal.openRun(
            new RunManifest(RunId.of("run-1"), "live", "1", "cafe", Instant.EPOCH),
            new Ids() {
              @Override
              public String incarnationNonce() {
                return "4f7q";
              }

              @Override
              public String runSuffix() {
                return "one";
              }
            });
    assertThat(nonce).isEqualTo("4f7q");
    watch = new ReachWatch(Wallets.BINANCE, journal, Fixtures.clock(), alerts);
    venue = new WatchedVenue(OrderFaultsTest.venueAt(fake.url()), watch);
  }

  @AfterEach
  void stop() throws IOException {
    fake.close();
  }

  private Way way() {
    watch.tell();
    return journal.reach().stream().findFirst().map(VenueReach::way).orElse(Way.BOTH);
  }

  private static OrderTicket ticket(int number, boolean reduceOnly) {
    OrderTicket ticket = OrderFaultsTest.ticket(OrderFaultsTest.PERP, reduceOnly);
    return new OrderTicket(
        ClientOrderId.of("ek4f7q0k3v9x2m1c" + (10 + number)),
        ticket.instrument(),
        ticket.side(),
        ticket.orderQty(),
        ticket.limitPrice(),
        ticket.timeInForce(),
        ticket.reduceOnly(),
        ticket.signedAt(),
        ticket.validUntil());
  }

  @Test
  void a_key_without_the_right_to_trade_is_told_and_gets_no_further_addition() {
    fake.on(ORDER, NO_RIGHT);
    fake.on(CANCEL, NO_RIGHT);
    for (int i = 0; i < 3; i++) {
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);
      assertThat(venue.send(ticket(i, false))).isInstanceOf(SendOutcome.Unknown.class);
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);
    }
    assertThat(way()).isEqualTo(Way.READING_ONLY);
    assertThat(alerts.raised().get("venue-reach binance")).contains("-2015", "rights of the key");

    assertThat(venue.send(ticket(3, false)))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("NOT_SENT"));
    assertThat(fake.requests(ORDER)).hasSize(3);
    assertThat(fake.requests(CANCEL)).as("asked once").hasSize(1);
    SendOutcome reducing = venue.send(ticket(4, true));
    assertThat(reducing).isInstanceOf(SendOutcome.Unknown.class);
    assertThat(fake.requests(ORDER)).as("what reduces is tried").hasSize(4);

    fake.on(CANCEL, NO_SUCH_ORDER);
    fake.on(ORDER, request -> Answer.ok(acknowledged(request.parameter("newClientOrderId"))));
    assertThat(venue.send(ticket(5, false))).isInstanceOf(SendOutcome.Accepted.class);
    assertThat(way()).isEqualTo(Way.BOTH);
    assertThat(alerts.raised()).doesNotContainKey("venue-reach binance");
  }

  @Test
  void a_key_that_may_trade_and_not_look_is_told_too() {
    fake.on(OPEN_ORDERS, NO_RIGHT);
    fake.on(CANCEL, NO_SUCH_ORDER);
    for (int i = 0; i < 3; i++) {
      assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Refused.class);
    }
    assertThat(way()).isEqualTo(Way.NEITHER);
    assertThat(venue.cancel(ticket(0, false).clientOrderId(), OrderFaultsTest.PERP))
        .isEqualTo(Result.ok(false));
    assertThat(way()).isEqualTo(Way.WRITING_ONLY);
    fake.on(OPEN_ORDERS, Answer.ok("[]"));
    assertThat(venue.openOrders(OrderFaultsTest.PERP)).isInstanceOf(Result.Ok.class);
    assertThat(way()).isEqualTo(Way.BOTH);
  }

  private static String acknowledged(String id) {
    return OrderFaultsTest.ACK.replace("ek4f7q0k3v9x2m1c8z", id);
  }
}
