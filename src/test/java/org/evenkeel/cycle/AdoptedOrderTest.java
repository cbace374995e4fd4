package org.evenkeel.cycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenkeel.cycle.World.BTC;
import static org.evenkeel.cycle.World.ETH;
import static org.evenkeel.cycle.World.SLOT;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.LedgerTransaction;
import org.evenkeel.core.statement.RequestRow;
import org.junit.jupiter.api.Test;

/** An order that somebody else has sent: taken into the books by two persons, or refused, or canceled. */
class AdoptedOrderTest {

  private static final ClientOrderId STRANGER = ClientOrderId.of("web1");
  private static final VenueOrderId AT_VENUE = VenueOrderId.of("77");

  private final World world = World.ready();

  private void place(String contracts, String filled, VenueOrder.Status status) {
    world.venue.truth.orders.put(
        STRANGER,
        new VenueOrder(
            STRANGER,
            AT_VENUE,
            BTC,
            Side.BUY,
            Contracts.of(contracts),
            Contracts.of(filled),
            BigDecimal.ZERO,
            status,
            "GTC",
            false,
            SLOT));
  }

  private LockFinding lock() {
    return world.memory.locks().get(0).finding();
  }

  private RequestRow adopt() {
    LockFinding found = lock();
    return adopt(found);
  }

  private RequestRow adopt(LockFinding found) {
    world.agreeOn(AdoptionRequests.of(found.subject(), found.key(), found.venue()));
    return world.requests.requests(true).get(0);
  }

  private PositionInterval possible() {
    return Standings.exposure(world.journal).interval(BTC);
  }

  private void placeAndAdopt() {
    world.daemon.onSlot();
    place("2", "0", VenueOrder.Status.NEW);
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(BTC + " FOREIGN_ORDER");
    assertThat(adopt().state()).isEqualTo(RequestRow.State.DONE);
    world.daemon.onReconcile();
  }

  @Test
  void it_counts_at_full_size_and_locks_nothing() {
    world.daemon.onSlot();
    Contracts held = possible().high();
    placeAndAdopt();
    assertThat(world.locks()).isEmpty();
    assertThat(possible().high()).isEqualTo(held.plus(Contracts.of("2")));
    assertThat(possible().low()).isEqualTo(held);
    assertThat(Standings.unresolved(world.journal)).containsOnlyKeys(BTC);

    world.restart();
    world.recover();
    assertThat(world.locks()).isEmpty();
    assertThat(possible().high()).as("after a restart").isEqualTo(held.plus(Contracts.of("2")));
    assertThat(world.venue.canceled).doesNotContain(STRANGER);
  }

  @Test
  void what_it_executes_is_booked_under_both_names_and_its_rest_counts_until_it_is_filled_whole() {
    placeAndAdopt();
    Contracts low = possible().low();
    world.venue.truth.execute(BTC, AT_VENUE, Side.BUY, Contracts.of("1"), world.venue.time());
    place("2", "1", VenueOrder.Status.PARTIALLY_FILLED);
    world.daemon.onReconcile();
    assertThat(world.locks()).isEmpty();
    assertThat(possible().low()).isEqualTo(low.plus(Contracts.of("1")));
    assertThat(possible().high()).isEqualTo(low.plus(Contracts.of("2")));
    LedgerTransaction booked =
        world.memory.transactions().values().stream()
            .filter(each -> each.kind() == LedgerTransaction.Kind.FILL)
            .reduce((one, other) -> other)
            .orElseThrow();
    assertThat(booked.author()).isEqualTo("ann, approved by bob");

    world.venue.truth.execute(BTC, AT_VENUE, Side.BUY, Contracts.of("1"), world.venue.time());
    place("2", "2", VenueOrder.Status.FILLED);
    world.daemon.onReconcile();
    assertThat(world.journal.adoptions().open()).isEmpty();
    assertThat(world.locks()).isEmpty();
    assertThat(possible().isCertain()).isTrue();
  }

  @Test
  void one_that_is_gone_ends_at_the_second_look_and_a_fill_that_shows_up_later_locks_nothing() {
    placeAndAdopt();
    place("2", "0", VenueOrder.Status.CANCELED);
    world.daemon.onReconcile();
    assertThat(world.journal.adoptions().open()).as("not shown once").hasSize(1);
    world.daemon.onReconcile();
    assertThat(world.journal.adoptions().open()).isEmpty();
    assertThat(world.alerts.notes()).anyMatch(note -> note.contains("0 were filled"));
    world.venue.truth.execute(BTC, AT_VENUE, Side.BUY, Contracts.of("1"), world.venue.time());
    world.daemon.onReconcile();
    assertThat(world.locks()).isEmpty();
  }

  @Test
  void one_that_was_made_larger_is_a_stranger_again() {
    placeAndAdopt();
    place("3", "0", VenueOrder.Status.NEW);
    world.daemon.onReconcile();
    assertThat(world.locks()).containsExactly(BTC + " FOREIGN_ORDER");
    assertThat(lock().ledger()).isEqualTo("adopted when it was smaller");
    assertThat(adopt().outcome()).contains("adopted before", "cancel it: evenkeel cancel web1");
  }

  @Test
  void one_that_is_gone_or_changed_or_beyond_the_limits_is_refused() {
    world.daemon.onSlot();
    place("2", "0", VenueOrder.Status.NEW);
    world.daemon.onReconcile();
    LockFinding seen = lock();
    place("3", "0", VenueOrder.Status.NEW);
    assertThat(adopt(seen).outcome()).contains("not the one that was agreed on", "BUY 3");
    place("2", "0", VenueOrder.Status.CANCELED);
    assertThat(adopt(seen).outcome()).contains("shows no open order web1");
    place("2000", "0", VenueOrder.Status.NEW);
    world.daemon.onReconcile();
    RequestRow refused = adopt();
    assertThat(refused.state()).isEqualTo(RequestRow.State.FAILED);
    assertThat(refused.outcome())
        .contains("max_cycle_turnover", "the limits do not carry it", "evenkeel cancel web1");
    assertThat(world.journal.adoptions().open()).isEmpty();
  }

  @Test
  void an_order_of_the_bots_own_is_not_adopted_and_a_silent_venue_is_asked_again() {
    world.daemon.onSlot();
    ClientOrderId ours = world.memory.attempts().keySet().iterator().next();
    assertThat(adopt(finding(ours)).state()).isEqualTo(RequestRow.State.FAILED);
    place("2", "0", VenueOrder.Status.NEW);
    world.daemon.onReconcile();
    LockFinding seen = lock();
    world.venue.unreadable.add("account");
    assertThat(adopt(seen).state()).isEqualTo(RequestRow.State.APPROVED);
    world.venue.unreadable.clear();
    world.daemon.onHeartbeat();
    assertThat(world.requests.requests(true).get(0).state()).isEqualTo(RequestRow.State.DONE);
  }

  private static LockFinding finding(ClientOrderId id) {
    return new LockFinding(
        BTC.value(), org.evenkeel.core.policy.LockCause.FOREIGN_ORDER, id.value(), "", "order");
  }

  @Test
  void one_order_is_canceled_by_either_id_and_the_others_go_on() {
    world.daemon.onSlot();
    place("2", "0", VenueOrder.Status.NEW);
    world.controls.send(Errand.Kind.CANCEL_ORDER, AT_VENUE.value(), "ann", "not mine");
    world.controls.send(Errand.Kind.CANCEL_ORDER, "nobody", "ann", "a slip");
    world.daemon.onHeartbeat();
    assertThat(world.venue.canceled).containsExactly(STRANGER);
    assertThat(world.journal.errands().waiting()).isEmpty();
    assertThat(world.alerts.notes())
        .anyMatch(note -> note.contains("order 77 is not working any more"))
        .anyMatch(note -> note.contains("refused: no venue shows an open order nobody"));
  }

  @Test
  void a_named_execution_is_booked_by_what_the_venue_says_and_once() {
    world.daemon.onSlot();
    // Hidden for longer than comparisons look back.
    world.venue.truth.execute(ETH, VenueOrderId.of("78"), Side.BUY, Contracts.of("1"), SLOT);
    String trade = world.venue.truth.fills.getLast().tradeId().value();
    world.venue.setFillLag(Duration.ofDays(1));
    world.controls.send(Errand.Kind.BOOK_FILL, ETH + " " + trade, "ann", "on the page");
    world.daemon.onHeartbeat();
    assertThat(world.alerts.notes()).anyMatch(note -> note.contains("shows no trade " + trade));
    world.venue.setFillLag(Duration.ZERO);
    for (int i = 0; i < 2; i++) {
      world.controls.send(Errand.Kind.BOOK_FILL, ETH + " " + trade, "ann", "on the page");
    }
    world.daemon.onHeartbeat();
    assertThat(world.alerts.notes())
        .anyMatch(note -> note.contains("booked as FILL " + ETH + "/" + trade))
        .anyMatch(note -> note.contains("is booked already, as FILL " + ETH + "/" + trade));
    assertThat(world.memory.fills().values())
        .containsExactlyInAnyOrderElementsOf(world.venue.truth.fills);
    assertThat(Optional.of(world.locks())).contains(java.util.List.of(ETH + " EXTERNAL_FILL"));
  }
}
