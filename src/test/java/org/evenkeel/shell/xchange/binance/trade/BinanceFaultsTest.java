package org.evenkeel.shell.xchange.binance.trade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.shell.xchange.binance.trade.SimulatedBinance.COINS;
import static org.evenkeel.shell.xchange.binance.trade.SimulatedBinance.PERP;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.xchange.binance.FakeBinance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Everything that the simulated venue can do wrong, and what the adapter takes it for. */
class BinanceFaultsTest {

  private static final String ORDER = "POST /fapi/v1/order ";

  private final SimulatedBinance sim = new SimulatedBinance();

  @AfterEach
  void stop() {
    sim.close();
  }

  static Stream<Arguments> orderFaults() {
    return Stream.of(
        Arguments.of("http500", SendOutcome.Unknown.class, false),
        Arguments.of("html", SendOutcome.Unknown.class, false),
        Arguments.of("empty200", SendOutcome.Unknown.class, false),
        Arguments.of("maintenance", SendOutcome.Unknown.class, false),
        Arguments.of("resetBeforeRead", SendOutcome.Unknown.class, false),
        Arguments.of("resetAfterRead", SendOutcome.Unknown.class, false),
        Arguments.of("rateLimit", SendOutcome.Rejected.class, false),
        Arguments.of("clockOffsetMs=20000", SendOutcome.Rejected.class, false),
        Arguments.of("clockOffsetMs=-20000", SendOutcome.Rejected.class, false),
        Arguments.of("lostAck", SendOutcome.Unknown.class, true),
        Arguments.of("wrongEcho", SendOutcome.Unknown.class, true),
        Arguments.of("truncated", SendOutcome.Unknown.class, true),
        Arguments.of("truncated=0", SendOutcome.Unknown.class, true),
        Arguments.of("truncated=1", SendOutcome.Unknown.class, true),
        Arguments.of("cut", SendOutcome.Unknown.class, true),
        Arguments.of("cut=0", SendOutcome.Unknown.class, true),
        Arguments.of("cut=300", SendOutcome.Unknown.class, true),
        Arguments.of("dripMs=100", SendOutcome.Accepted.class, true),
        Arguments.of("dripMs=1200", SendOutcome.Unknown.class, true),
        Arguments.of("delayMs=200", SendOutcome.Accepted.class, true),
        Arguments.of("delayMs=1000", SendOutcome.Unknown.class, true),
        Arguments.of("asyncReject=100000", SendOutcome.Accepted.class, true));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("orderFaults")
  void an_order_comes_to_what_the_fault_allows_and_arrives_once(
      String fault, Class<?> expected, boolean isCarriedOut) throws InterruptedException {
    OrderTicket ticket = sim.buy();
    sim.fault(ORDER + fault);

    SendOutcome outcome = sim.venue.send(ticket);

    assertThat(outcome).isInstanceOf(expected);
    if (fault.startsWith("delayMs")) {
      Thread.sleep(400); // the request is still on its way when the client has given up
    }
    if (!fault.equals("resetBeforeRead") && !fault.startsWith("rateLimit")) {
      assertThat(sim.arrivals(ticket)).isEqualTo(1);
      assertThat(sim.venue.lookup(ticket.clientOrderId(), PERP))
          .isInstanceOf(isCarriedOut ? Lookup.Found.class : Lookup.NotVisible.class);
    }
  }

  @Test
  void an_acknowledgment_cut_at_any_byte_is_never_taken_for_an_order() {
    for (int bytes = 0; bytes < 420; bytes += 7) {
      assertThat(sim.venue.send(sim.buy(PERP, "0.005", "20000.1")))
          .as("one that goes well in between keeps the breaker closed")
          .isInstanceOf(SendOutcome.Accepted.class);
      sim.fault(ORDER + (bytes % 2 == 0 ? "cut=" : "truncated=") + bytes);
      OrderTicket ticket = sim.buy();

      SendOutcome outcome = sim.venue.send(ticket);

      if (outcome instanceof SendOutcome.Accepted accepted) {
        assertThat(bytes).as("only when nothing was cut off").isGreaterThan(300);
        assertThat(accepted.order().echoes(ticket)).isTrue();
      } else {
        assertThat(outcome).as("%d bytes", bytes).isInstanceOf(SendOutcome.Unknown.class);
      }
      assertThat(sim.arrivals(ticket)).isEqualTo(1);
    }
  }

  @Test
  void a_changed_acknowledgment_is_unknown_or_names_the_order_that_was_sent() {
    int unknown = 0;
    for (int seed = 0; seed < 120; seed++) {
      sim.fault(ORDER + (seed % 2 == 0 ? "mutated=" : "garbled=") + seed);
      OrderTicket ticket = sim.buy(PERP, "0.005", "20000.1");

      SendOutcome outcome = sim.venue.send(ticket);

      switch (outcome) {
        case SendOutcome.Accepted accepted ->
            assertThat(accepted.order().clientOrderId()).isEqualTo(ticket.clientOrderId());
        case SendOutcome.Unknown lost -> unknown++;
        case SendOutcome.Rejected rejected ->
            throw new AssertionError("an order that was carried out is no rejection: " + rejected);
      }
    }
    assertThat(unknown).as("most fields are read").isGreaterThan(30);
  }

  @Test
  void an_order_that_is_rejected_after_its_acknowledgment_is_seen_to_have_ended_without_a_fill()
      throws InterruptedException {
    OrderTicket ticket = sim.buy();
    sim.fault(ORDER + "asyncReject=300");

    VenueOrder first = ((SendOutcome.Accepted) sim.venue.send(ticket)).order();

    assertThat(first.status()).isEqualTo(VenueOrder.Status.NEW);
    assertThat(sim.venue.openOrders(PERP).orThrow()).hasSize(1);
    Thread.sleep(600);
    VenueOrder later = ((Lookup.Found) sim.venue.lookup(ticket.clientOrderId(), PERP)).order();
    assertThat(later.status()).isEqualTo(VenueOrder.Status.EXPIRED);
    assertThat(later.cumQty()).isEqualTo(Contracts.ZERO);
    assertThat(sim.venue.openOrders(PERP).orThrow()).isEmpty();
    assertThat(fills()).isEmpty();
  }

  @Test
  void what_lags_is_not_visible_and_is_later() {
    OrderTicket ticket = sim.buy();
    sim.venue.send(ticket);
    sim.fault("GET * lagMs=60000 3");

    assertThat(sim.venue.lookup(ticket.clientOrderId(), PERP))
        .isInstanceOf(Lookup.NotVisible.class);
    assertThat(fills()).isEmpty();
    sim.fault("GET * lagMs=60000 5");
    assertThat(sim.venue.account().orThrow().positions()).isEmpty();
    sim.front.calm();
    assertThat(sim.venue.lookup(ticket.clientOrderId(), PERP)).isInstanceOf(Lookup.Found.class);
    assertThat(fills()).hasSize(1);
  }

  @Test
  void a_redirect_is_followed_by_no_request_whatever_it_is_for() throws Exception {
    try (FakeBinance thief = new FakeBinance()) {
      String to = " redirect=" + thief.url() + " 9";
      sim.fault("POST *" + to);
      assertThat(sim.venue.send(sim.buy())).isInstanceOf(SendOutcome.Unknown.class);
      sim.fault("GET *" + to);
      assertThat(sim.venue.account()).isInstanceOf(Result.Refused.class);
      assertThat(sim.data.quotes(List.of(PERP))).isInstanceOf(Result.Refused.class);
      assertThat(thief.requests()).as("no key, no signature, no order").isEmpty();
    }
  }

  @Test
  void a_reading_by_a_wrong_clock_is_asked_again_after_the_clock_was_read() {
    assertThat(sim.venue.account()).isInstanceOf(Result.Ok.class);
    sim.fault("GET /fapi/v2/account clockOffsetMs=-30000");

    assertThat(sim.venue.account()).isInstanceOf(Result.Ok.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http500",
        "html",
        "empty200",
        "maintenance",
        "resetAfterRead",
        "lostAck",
        "truncated",
        "cut",
        "cut=0",
        "redirect"
      })
  void a_reading_that_is_disturbed_is_refused_and_one_that_is_not_is_right(String fault) {
    sim.venue.send(sim.buy());
    Instant start = sim.venue.venueTime().orThrow().minusSeconds(60);
    List<Function<SimulatedBinance, Result<?>>> readings =
        List.of(
            s -> s.venue.openOrders(PERP),
            s -> s.venue.openOrders(COINS),
            s -> s.venue.fills(PERP, Optional.empty(), start),
            s -> s.venue.income(start),
            s -> s.venue.cashFlows(start),
            s -> s.venue.account().map(a -> a.balances() + " " + a.positions()));
    for (Function<SimulatedBinance, Result<?>> reading : readings) {
      Result<?> truth = reading.apply(sim);
      assertThat(truth).isInstanceOf(Result.Ok.class);
      sim.fault("GET * " + fault + " 100");
      Result<?> disturbed = reading.apply(sim);
      sim.front.calm();
      assertThat(disturbed).isInstanceOf(Result.Refused.class);
      assertThat(reading.apply(sim)).isEqualTo(truth);
    }
  }

  @Test
  void a_changed_answer_to_a_reading_never_throws() {
    sim.venue.send(sim.buy());
    Instant start = sim.venue.venueTime().orThrow().minusSeconds(60);
    int refused = 0;
    for (int seed = 0; seed < 60; seed++) {
      sim.fault("GET * " + (seed % 3 == 0 ? "garbled=" : "mutated=") + seed + " 100");
      List<Result<?>> read =
          List.of(
              sim.venue.account(),
              sim.venue.fills(PERP, Optional.empty(), start),
              sim.venue.income(start),
              sim.venue.openOrders(PERP),
              sim.venue.cashFlows(start),
              sim.venue.venueTime(),
              sim.data.quotes(List.of(PERP)),
              sim.data.bars(PERP, Duration.ofHours(1), 5, start));
      refused += (int) read.stream().filter(r -> r instanceof Result.Refused).count();
      sim.front.calm();
    }
    assertThat(refused).isGreaterThan(100);
  }

  /** A page that lacks a row looks complete: only the comparison with the position can notice it. */
  @Test
  void an_execution_that_is_missing_in_the_middle_of_a_page_shows_as_a_difference() {
    sim.market.set(HandMarket.BTC_PERP, "19999.9", "20000.1", "0.004");
    sim.venue.send(sim.buy());
    sim.venue.send(sim.buy());
    sim.venue.send(sim.buy());
    AccountSnapshot account = sim.venue.account().orThrow();
    assertThat(differences(account, fills())).isEmpty();

    sim.fault("GET /fapi/v1/userTrades pageHole 2");
    List<Fill> withHole = fills();

    assertThat(withHole).isNotEmpty().hasSizeLessThan(fills().size());
    assertThat(differences(account, withHole))
        .extracting(LockFinding::cause)
        .containsExactly(LockCause.POSITION_DIFFERS);
  }

  /** What the reconciliation of positions finds if these are all the fills that were booked. */
  private static List<LockFinding> differences(AccountSnapshot account, List<Fill> fills) {
    TreeMap<String, BigDecimal> held = new TreeMap<>();
    fills.forEach(
        f ->
            held.merge(
                f.instrument().value(), f.side().signed(f.lastQty()).value(), BigDecimal::add));
    return Reconciliation.compare(new LedgerBalances(new TreeMap<>(), held), account).stream()
        .filter(finding -> finding.cause() == LockCause.POSITION_DIFFERS)
        .toList();
  }

  private List<Fill> fills() {
    Instant start = sim.venue.venueTime().orThrow().minusSeconds(60);
    return sim.venue.fills(PERP, Optional.empty(), start).orThrow();
  }
}
