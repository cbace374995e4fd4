package org.evenkeel.shell.simvenue.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.shell.simvenue.paper.PaperRig.OTHER_PERP;
import static org.evenkeel.shell.simvenue.paper.PaperRig.PERP;
import static org.evenkeel.shell.simvenue.paper.PaperRig.SPOT;
import static org.evenkeel.shell.simvenue.paper.PaperRig.START;
import static org.evenkeel.shell.simvenue.paper.PaperRig.accepted;
import static org.evenkeel.shell.simvenue.paper.PaperRig.fills;
import static org.evenkeel.shell.simvenue.paper.PaperRig.wallet;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.JournalUnavailable;
import org.junit.jupiter.api.Test;

class PaperVenueTest {

  private final PaperRig rig = new PaperRig();
  private final PaperVenue venue = rig.venue();

  @Test
  void a_round_trip_in_an_unmoved_market_loses_exactly_spread_and_fees() {
    rig.buy(venue, PERP, "1", "20000.1");
    rig.sell(venue, PERP, "1", "19999.9");

    BigDecimal spread = new BigDecimal("0.2");
    BigDecimal fees = new BigDecimal("10.00005").add(new BigDecimal("9.99995"));
    assertThat(wallet(venue))
        .isEqualByComparingTo(new BigDecimal("100000").subtract(spread).subtract(fees));
  }

  @Test
  void an_order_beyond_the_best_price_pays_for_the_levels_behind_it() {
    VenueOrder order = accepted(rig.buy(venue, PERP, "5", "20050"));

    assertThat(order.status()).isEqualTo(VenueOrder.Status.FILLED);
    assertThat(order.avgPx()).isGreaterThan(new BigDecimal("20001"));
    assertThat(fills(venue, PERP)).hasSize(2);
  }

  @Test
  void a_restart_finds_balances_positions_orders_and_trades_again() {
    OrderTicket ticket = rig.ticket(PERP, Side.BUY, "0.5", "20000.1", false);
    venue.send(ticket);
    rig.buy(venue, SPOT, "1000", "1.0000");
    venue.prepare(List.of(PERP), 3);
    AccountSnapshot before = venue.account().orThrow();

    PaperVenue restarted = rig.venue();

    assertThat(restarted.account().orThrow()).isEqualTo(before);
    assertThat(fills(restarted, PERP)).isEqualTo(fills(venue, PERP)).hasSize(1);
    assertThat(fills(restarted, SPOT)).isEqualTo(fills(venue, SPOT)).hasSize(1);
    assertThat(restarted.lookup(ticket.clientOrderId(), PERP)).isInstanceOf(Lookup.Found.class);
    rig.buy(restarted, PERP, "0.5", "20000.1");
    List<Fill> all = fills(restarted, PERP);
    assertThat(all.get(1).tradeId()).isNotEqualTo(all.get(0).tradeId());
  }

  @Test
  void nothing_is_filled_while_the_market_cannot_be_reached() {
    venue.account();
    rig.isReachable = false;
    rig.now = rig.now.plusSeconds(5);

    assertThat(rig.buy(venue, PERP, "0.5", "20000.1")).isInstanceOf(SendOutcome.Rejected.class);
    rig.isReachable = true;
    assertThat(fills(venue, PERP)).isEmpty();
  }

  @Test
  void without_a_quote_an_order_gets_the_venues_code_of_a_closed_market() {
    venue.account();
    rig.quotes.clear();

    assertThat(rig.buy(venue, PERP, "0.5", "20000.1"))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("-4141"));
    assertThat(rig.buy(venue, SPOT, "100", "1.0000"))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("-1013"));
  }

  @Test
  void a_feed_that_stands_still_fills_nothing() {
    rig.now = rig.now.plusSeconds(3600);

    assertThat(rig.buy(venue, PERP, "0.5", "20000.1"))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class,
            no -> assertThat(no.text()).contains("no usable live quote"));
    assertThat(fills(venue, PERP)).isEmpty();
  }

  @Test
  void an_account_with_positions_is_not_known_without_their_prices() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    rig.isReachable = false;
    rig.now = rig.now.plusSeconds(5);

    assertThat(venue.account()).isInstanceOf(Result.Refused.class);
    assertThat(fills(venue, PERP)).hasSize(1);
  }

  @Test
  void a_batch_of_orders_asks_the_market_once_a_second_for_each_instrument() {
    venue.account();
    int before = rig.quoteCalls;

    for (int i = 0; i < 5; i++) {
      accepted(rig.buy(venue, PERP, "0.01", "20000.1"));
    }

    assertThat(rig.quoteCalls - before).isEqualTo(1);
  }

  @Test
  void a_request_that_arrives_after_its_expiry_is_refused_with_the_venues_code() {
    OrderTicket late = rig.ticket(PERP, Side.BUY, "0.5", "20000.1", false);
    rig.now = late.validUntil().plusMillis(1);
    rig.book(PERP, "19999.9", "20000.1");

    assertThat(venue.send(late))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("-1021"));
    assertThat(venue.lookup(late.clientOrderId(), PERP)).isInstanceOf(Lookup.NotVisible.class);
  }

  @Test
  void an_instrument_that_leaves_the_configuration_stays_in_the_account() {
    rig.buy(venue, OTHER_PERP, "1", "1000.01");
    rig.universe.remove(OTHER_PERP);

    AccountSnapshot account = rig.venue().account().orThrow();

    assertThat(account.position(OTHER_PERP)).isEqualTo(Contracts.of("1"));
  }

  @Test
  void a_delisted_instrument_that_is_not_held_does_not_hinder_a_start() {
    rig.buy(venue, OTHER_PERP, "1", "1000.01");
    rig.sell(venue, OTHER_PERP, "1", "999.99");
    rig.universe.remove(OTHER_PERP);
    rig.specs.remove(OTHER_PERP);

    PaperVenue restarted = rig.venue();

    assertThat(restarted.account().orThrow().positions()).isEmpty();
    assertThat(fills(restarted, OTHER_PERP)).hasSize(2);
  }

  @Test
  void newer_limits_of_the_venue_hold_from_the_next_order_on() {
    accepted(rig.buy(venue, PERP, "0.005", "20000.1"));
    rig.spec(PERP, "0.1", "0.01", "100");

    assertThat(rig.buy(venue, PERP, "0.005", "20000.1"))
        .isInstanceOfSatisfying(
            SendOutcome.Rejected.class, no -> assertThat(no.code()).isEqualTo("-1111"));
    assertThat(venue.account().orThrow().position(PERP)).isEqualTo(Contracts.of("0.005"));
  }

  @Test
  void leverage_decides_how_much_margin_a_position_needs() {
    assertThat(venue.prepare(List.of(PERP, SPOT), 2).orThrow()).isTrue();
    assertThat(rig.log.size()).isZero();

    rig.buy(venue, PERP, "1", "20000.1");

    BigDecimal available =
        venue.account().orThrow().balances().stream()
            .filter(b -> b.wallet().equals(Wallets.FUTURES))
            .map(Balance::available)
            .findFirst()
            .orElseThrow();
    assertThat(available).isBetween(new BigDecimal("89989"), new BigDecimal("89990.1"));
    assertThat(venue.prepare(List.of(PERP), 51))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.INVALID_INPUT));
  }

  @Test
  void commission_and_the_opening_transfer_are_no_income() {
    rig.buy(venue, PERP, "1", "20000.1");

    assertThat(venue.income(START).orThrow()).isEmpty();
    assertThat(venue.cashFlows(START).orThrow()).isEmpty();
  }

  @Test
  void what_another_process_wrote_is_read_before_the_next_answer() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    PaperVenue other = rig.venue();
    rig.buy(other, PERP, "0.25", "20000.1");

    assertThat(venue.account().orThrow().position(PERP)).isEqualTo(Contracts.of("0.75"));
  }

  @Test
  void looking_leaves_no_trace() {
    rig.buy(venue, PERP, "0.5", "20000.1");
    long before = rig.log.size();
    EventLog kept = rig.log;
    rig.log = ScratchLog.on(kept);
    rig.now = rig.now.plusSeconds(7200);
    rig.book(PERP, "19999.9", "20000.1");

    assertThat(rig.venue().account().orThrow().position(PERP)).isEqualTo(Contracts.of("0.5"));
    assertThat(rig.log.size()).isGreaterThan(before);
    assertThat(kept.size()).isEqualTo(before);
  }

  @Test
  void a_log_that_fails_in_the_middle_of_an_order_loses_no_fill_and_leaves_no_open_order() {
    venue.account();
    int events = eventsOfOneOrder();
    for (int fails = 0; fails < events; fails++) {
      for (boolean isStored : new boolean[] {false, true}) {
        checkFailure(fails, isStored);
      }
    }
  }

  private int eventsOfOneOrder() {
    PaperRig other = new PaperRig();
    PaperVenue calm = other.venue();
    calm.account();
    long before = other.log.size();
    other.buy(calm, PERP, "3", "20050");
    return (int) (other.log.size() - before);
  }

  private static void checkFailure(int fails, boolean isStored) {
    PaperRig broken = new PaperRig();
    BrittleLog log = new BrittleLog();
    broken.log = log;
    PaperVenue victim = broken.venue();
    victim.account();
    log.failAfter(fails, isStored);
    OrderTicket ticket = broken.ticket(PERP, Side.BUY, "3", "20050", false);

    assertThatThrownBy(() -> victim.send(ticket)).isInstanceOf(JournalUnavailable.class);

    Contracts booked =
        fills(victim, PERP).stream().map(Fill::lastQty).reduce(Contracts.ZERO, Contracts::plus);
    assertThat(victim.account().orThrow().position(PERP)).isEqualTo(booked);
    assertThat(victim.openOrders(PERP).orThrow()).isEmpty();
    if (victim.lookup(ticket.clientOrderId(), PERP) instanceof Lookup.Found found) {
      assertThat(found.order().status().isClosed()).isTrue();
      assertThat(found.order().cumQty()).isEqualTo(booked);
    } else {
      assertThat(booked).isEqualTo(Contracts.ZERO);
    }
    assertThat(broken.venue().account().orThrow().position(PERP)).isEqualTo(booked);
  }

  /** Fails once, after a number of lines, having stored the line or not. */
  private static final class BrittleLog implements EventLog {

    private final ScratchLog lines = ScratchLog.empty();
    private int left = Integer.MAX_VALUE;
    private boolean isStored;

    void failAfter(int more, boolean stored) {
      left = more;
      isStored = stored;
    }

    @Override
    public void append(String line) {
      if (left == 0) {
        left = Integer.MAX_VALUE;
        if (isStored) {
          lines.append(line);
        }
        throw new JournalUnavailable("stopped", new IllegalStateException("gone"));
      }
      left--;
      lines.append(line);
    }

    @Override
    public List<String> lines() {
      return lines.lines();
    }

    @Override
    public long size() {
      return lines.size();
    }
  }

  @Test
  void the_venues_time_is_the_paper_clock() {
    Instant now = venue.venueTime().orThrow();

    assertThat(now).isEqualTo(rig.now);
  }
}
