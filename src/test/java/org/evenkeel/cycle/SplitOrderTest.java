package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.route.VenueOrder.Status;
import org.evenkeel.core.settle.Fill;
import org.junit.jupiter.api.Test;

/** F51: the venue makes two orders of one, and its executions name those orders only. */
class SplitOrderTest {

  private static final InstrumentId ETH = Samples.perpetual("ETH").id();

  private final World world = World.ready();
  private final AtomicBoolean isDone = new AtomicBoolean();

  @Test
  void the_fills_of_both_orders_are_those_of_the_one_that_was_sent() {
    world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(5));
    splits(false, true);
    world.daemon.onSlot();
    Attempt sent = world.attempts(ETH).get(0);
    assertThat(sent.state().label()).isEqualTo("FILLED");
    assertThat(sent.bookedQty()).isEqualTo(sent.ticket().orderQty());
    assertThat(world.locks()).isEmpty();
    world.assertSound();
  }

  @Test
  void a_venue_that_shows_one_of_the_two_says_nothing_of_the_other() {
    world.venue.setSplitsOrders(true);
    world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(5));
    splits(true, true);
    world.daemon.onSlot();
    Attempt sent = world.attempts(ETH).get(0);
    assertThat(sent.state().label()).as(sent.state().toString()).isEqualTo("FILLED");
    assertThat(sent.bookedQty()).isEqualTo(sent.ticket().orderQty());
    assertThat(world.locks()).isEmpty();
    world.assertSound();
  }

  @Test
  void what_neither_of_the_two_has_filled_is_ordered_anew_after_both_have_ended() {
    world.venue.setSplitsOrders(true);
    world.venue.setFillLag(Duration.ofSeconds(3));
    world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(5));
    splits(true, false);
    world.daemon.onSlot();
    Attempt sent = world.attempts(ETH).get(0);
    assertThat(sent.state().label()).as(sent.state().toString()).isEqualTo("EXPIRED");
    assertThat(sent.bookedQty().compareTo(sent.ticket().orderQty())).isNegative();
    assertThat(world.locks()).isEmpty();
    assertThat(world.memory.attempts().values())
        .as("what the first leaves is ordered once, after its end")
        .filteredOn(attempt -> attempt.ticket().instrument().equals(ETH))
        .hasSize(2);
    world.assertSound();
  }

  @Test
  void an_order_that_is_shown_smaller_by_a_venue_that_splits_none_is_another_one() {
    world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(5));
    splits(true, true);
    world.daemon.onSlot();
    world.clock.sleep(Duration.ofSeconds(2));
    world.daemon.onReconcile();
    Attempt sent = world.attempts(ETH).get(0);
    assertThat(sent.state().label()).isEqualTo("QUARANTINED");
    assertThat(sent.state().toString()).contains("quantity");
    assertThat(sent.bookedQty())
        .as("its executions are its own all the same")
        .isEqualTo(sent.ticket().orderQty());
  }

  /** The venue makes two orders of the first one; the second is executed a second later, if at all. */
  private void splits(boolean showsParts, boolean fillsSecond) {
    world.venue.beforeOrder(
        ticket -> {
          if (ticket.instrument().equals(ETH) && !isDone.getAndSet(true)) {
            VenueOrderId second = world.venue.truth.nextOrderId();
            world.venue.alsoOf.put(second, ticket.clientOrderId());
            world.clock.at(world.clock.now().plusMillis(1), () -> show(ticket, showsParts));
            if (fillsSecond) {
              world.clock.at(world.clock.now().plusSeconds(1), () -> fill(ticket, second));
            }
          }
        });
  }

  private void show(OrderTicket ticket, boolean showsParts) {
    VenueOrder first = world.venue.truth.orders.get(ticket.clientOrderId());
    Contracts size = showsParts ? first.cumQty() : ticket.orderQty();
    world.venue.truth.orders.put(
        ticket.clientOrderId(),
        new VenueOrder(
            ticket.clientOrderId(),
            first.venueOrderId(),
            ETH,
            ticket.side(),
            size,
            size,
            BigDecimal.valueOf(2500),
            Status.FILLED,
            "IOC",
            ticket.reduceOnly(),
            first.venueTime()));
  }

  private void fill(OrderTicket ticket, VenueOrderId second) {
    Contracts booked =
        world.venue.truth.fills.stream()
            .filter(fill -> fill.instrument().equals(ETH))
            .map(Fill::lastQty)
            .reduce(Contracts.ZERO, Contracts::plus);
    world.venue.truth.execute(
        ETH, second, ticket.side(), ticket.orderQty().minus(booked), world.venue.time());
  }
}
