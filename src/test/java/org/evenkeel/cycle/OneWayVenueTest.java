package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.statement.VenueReach;
import org.evenkeel.core.statement.VenueReach.Way;
import org.junit.jupiter.api.Test;

/** F78: the venue can be read and takes nothing, or takes what is sent and cannot be read. */
class OneWayVenueTest {

  private static final InstrumentId BTC = Samples.perpetual("BTC").id();
  private static final InstrumentId ETH = Samples.perpetual("ETH").id();
  private static final List<String> ACCOUNT_CALLS =
      List.of("account", "lookup", "openOrders", "fills", "income", "cashFlows", "clientIdOf");

  private final Switch deadMan = new Switch();
  private final World world = World.ready();

  /** A dead-man switch that answers or not. */
  private static final class Switch implements DeadManSwitch {
    private boolean works = true;

    @Override
    public String description() {
      return "a switch";
    }

    @Override
    public Result<Boolean> arm(Duration countdown) {
      return works
          ? Result.ok(true)
          : Result.refused(RefusalReason.VENUE_REJECTED, "code -2015: no permission");
    }

    @Override
    public Result<Boolean> disarm() {
      return arm(Duration.ZERO);
    }
  }

  private Way way() {
    return world.journal.reach().stream().findFirst().map(VenueReach::way).orElse(Way.BOTH);
  }

  private void nothingIsTaken() {
    Behavior[] lost = new Behavior[20];
    java.util.Arrays.fill(lost, Behavior.neverArrives());
    world.venue.script(BTC, lost);
    world.venue.script(ETH, lost);
    world.venue.unreadable.add("cancel");
  }

  private void decideAgain() {
    world.clock.advanceTo(world.daemon.nextSlot());
    world.daemon.onSlot();
  }

  @Test
  void a_venue_that_takes_nothing_is_read_on_and_gets_three_orders_and_no_more() {
    Instant before = world.clock.now();
    nothingIsTaken();
    world.daemon.onSlot();
    assertThat(way()).isEqualTo(Way.READING_ONLY);
    assertThat(world.journal.reach().get(0).since()).isBetween(before, world.clock.now());
    assertThat(world.alerts.raised().get("venue-reach binance"))
        .startsWith("READING_ONLY since ")
        .contains("takes neither orders nor cancels", "rights of the key");
    List<String> additions = additions();
    assertThat(additions).hasSize(ReachWatch.FAILURES);

    int calls = world.venue.boundaries.count();
    decideAgain();
    assertThat(additions()).as("no further order that adds").isEqualTo(additions);
    assertThat(world.venue.boundaries.count() - calls).as("and no spinning").isLessThan(80);
    world.daemon.onReconcile();
    assertThat(world.alerts.raised()).doesNotContainKey("reconcile");
    assertThat(world.daemon.isReady()).isTrue();
    world.assertSound();
  }

  @Test
  void the_first_thing_that_is_written_again_is_a_cancel_and_then_orders_go_out() {
    nothingIsTaken();
    world.daemon.onSlot();
    int canceled = world.venue.canceled.size();
    int received = world.venue.received.size();
    world.venue.unreadable.remove("cancel");
    world.venue.beforeOrder(
        ticket ->
            assertThat(world.venue.canceled)
                .as("before an order that adds")
                .hasSizeGreaterThan(canceled));
    decideAgain();
    assertThat(world.venue.received).hasSizeGreaterThan(received);
    assertThat(world.venue.canceled).hasSizeGreaterThan(canceled);
  }

  @Test
  void the_state_outlives_the_process_and_ends_with_the_first_answer() {
    nothingIsTaken();
    world.daemon.onSlot();
    world.restart();
    world.recover();
    assertThat(way()).isEqualTo(Way.READING_ONLY);
    assertThat(world.alerts.raised()).containsKey("venue-reach binance");

    ReachWatch watch = new ReachWatch(Wallets.BINANCE, world.journal, world.clock, world.alerts);
    watch.tell();
    assertThat(watch.isReadingOnly()).isTrue();
    watch.wrote(true, "");
    watch.tell();
    assertThat(way()).isEqualTo(Way.BOTH);
    assertThat(world.alerts.raised()).doesNotContainKey("venue-reach binance");
  }

  @Test
  void an_account_that_cannot_be_read_gets_no_order_while_the_switch_is_renewed() {
    ReachWatch watch = new ReachWatch(Wallets.BINANCE, world.journal, world.clock, world.alerts);
    DeadManSwitch watched = WatchedVenue.watched(deadMan, watch);
    Venue venue = new WatchedVenue(world.venue, watch);
    world.venue.unreadable.addAll(ACCOUNT_CALLS);
    for (int i = 0; i < ReachWatch.FAILURES; i++) {
      assertThat(venue.account()).isInstanceOf(Result.Refused.class);
    }
    watch.tell();
    assertThat(way()).as("nothing was written since").isEqualTo(Way.NEITHER);
    assertThat(watched.arm(DeadMan.COUNTDOWN)).isEqualTo(Result.ok(true));
    watch.tell();
    assertThat(way()).isEqualTo(Way.WRITING_ONLY);
    assertThat(world.alerts.raised().get("venue-reach binance")).contains("cannot be read");

    int received = world.venue.received.size();
    world.daemon.onSlot();
    decideAgain();
    assertThat(world.venue.received).as("fails closed").hasSize(received);
    world.venue.unreadable.clear();
    assertThat(venue.account()).isInstanceOf(Result.Ok.class);
    watch.tell();
    assertThat(way()).isEqualTo(Way.BOTH);
  }

  @Test
  void a_switch_that_is_refused_three_times_tells_that_nothing_is_taken() {
    ReachWatch watch = new ReachWatch(Wallets.BINANCE, world.journal, world.clock, world.alerts);
    DeadManSwitch watched = WatchedVenue.watched(deadMan, watch);
    watch.read(true, "");
    deadMan.works = false;
    for (int i = 0; i < ReachWatch.FAILURES; i++) {
      watch.tell();
      assertThat(way()).isEqualTo(Way.BOTH);
      assertThat(watched.arm(DeadMan.COUNTDOWN)).isInstanceOf(Result.Refused.class);
    }
    watch.tell();
    assertThat(way()).isEqualTo(Way.READING_ONLY);
    assertThat(world.alerts.raised().get("venue-reach binance")).contains("-2015");
  }

  @Test
  void lost_answers_to_orders_that_are_found_are_no_state_of_the_venue() {
    for (int i = 0; i < 4; i++) {
      world.venue.script(BTC, Behavior.fillsAndLosesTheAnswer(10));
      world.venue.script(ETH, Behavior.fillsAndLosesTheAnswer(10));
      world.venue.truth.prices.put(ETH, Price.of(i % 2 == 0 ? "3200" : "2200"));
      decideAgain();
    }
    assertThat(world.venue.received).hasSizeGreaterThan(ReachWatch.FAILURES);
    assertThat(way()).isEqualTo(Way.BOTH);
  }

  private List<String> additions() {
    return world.venue.received.stream()
        .filter(ticket -> !ticket.reduceOnly())
        .filter(ticket -> !ticket.instrument().equals(Samples.spot("USDC").id()))
        .map(ticket -> ticket.clientOrderId().value())
        .toList();
  }
}
