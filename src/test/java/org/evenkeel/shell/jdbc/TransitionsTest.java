package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenkeel.contract.JournalExamples;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.junit.jupiter.api.Test;

/** The schema and the order lifecycle agree: what the one can do, the other can store, and what is final is final. */
class TransitionsTest {

  private static final Attempt ATTEMPT = JournalExamples.attempt(JournalExamples.intent().id(), 1);

  private static final List<AttemptState> STATES =
      List.of(
          new AttemptState.PendingNew(),
          new AttemptState.Unknown(""),
          new AttemptState.New(),
          new AttemptState.PartiallyFilled(Contracts.of("1")),
          new AttemptState.Settling(Contracts.of("2"), VenueOrder.Status.FILLED),
          new AttemptState.Settling(Contracts.of("1"), VenueOrder.Status.CANCELED),
          new AttemptState.Settling(Contracts.of("1"), VenueOrder.Status.EXPIRED),
          new AttemptState.Settling(Contracts.ZERO, VenueOrder.Status.REJECTED),
          new AttemptState.Quarantined(""),
          new AttemptState.Filled(Contracts.of("2")),
          new AttemptState.Canceled(Contracts.of("1")),
          new AttemptState.Expired(Contracts.of("1")),
          new AttemptState.Rejected("-1"),
          new AttemptState.Absent(""));

  private final TreeSet<String> stored = new TreeSet<>();

  TransitionsTest() {
    try (Database database = Database.attach(TestServer.emptiedDatabase())) {
      stored.addAll(
          database
              .as(DatabaseRole.OWNER)
              .read(
                  "read transitions",
                  sql ->
                      sql.list(
                          "select from_state || ' to ' || to_state as step from attempt_transition",
                          row -> row.text("step"))));
    }
  }

  @Test
  void every_step_of_the_lifecycle_can_be_stored() {
    TreeSet<String> steps = new TreeSet<>();
    for (AttemptState state : STATES) {
      Attempt attempt = ATTEMPT.with(state);
      for (Function<Attempt, AttemptState> event : events()) {
        after(attempt, event)
            .filter(next -> !next.equals(state))
            .ifPresent(next -> steps.add(state.label() + " to " + next.label()));
      }
    }
    assertThat(steps).hasSizeGreaterThan(20);
    assertThat(stored).containsAll(steps);
  }

  @Test
  void no_step_leads_out_of_a_terminal_state_or_into_filled_except_by_settling() {
    for (AttemptState state : STATES) {
      if (state.isTerminal()) {
        assertThat(stored).noneMatch(step -> step.startsWith(state.label() + " to "));
      }
    }
    assertThat(stored)
        .filteredOn(step -> step.endsWith(" to FILLED"))
        .containsExactly("SETTLING to FILLED");
  }

  private static Optional<AttemptState> after(
      Attempt attempt, Function<Attempt, AttemptState> event) {
    try {
      return Optional.of(event.apply(attempt));
    } catch (IllegalStateException e) {
      return Optional.empty();
    }
  }

  private static List<Function<Attempt, AttemptState>> events() {
    List<Function<Attempt, AttemptState>> events = new ArrayList<>();
    for (VenueOrder.Status status : VenueOrder.Status.values()) {
      for (String cumQty : List.of("0", "1", "2")) {
        for (Side side : Side.values()) {
          VenueOrder order = order(status, cumQty, side);
          events.add(attempt -> OrderLifecycle.afterSighting(attempt, order));
          events.add(attempt -> OrderLifecycle.afterSend(attempt, new SendOutcome.Accepted(order)));
        }
      }
    }
    events.add(a -> OrderLifecycle.afterSend(a, new SendOutcome.Rejected("-1", "no")));
    events.add(a -> OrderLifecycle.afterSend(a, new SendOutcome.Unknown("timeout")));
    events.add(OrderLifecycle::afterNotVisible);
    events.add(a -> OrderLifecycle.afterAbsenceProof(a, "proof"));
    for (String booked : List.of("0", "1", "2", "3")) {
      events.add(a -> OrderLifecycle.afterBooking(a, Contracts.of(booked)));
    }
    return events;
  }

  private static VenueOrder order(VenueOrder.Status status, String cumQty, Side side) {
    return new VenueOrder(
        ATTEMPT.ticket().clientOrderId(),
        VenueOrderId.of("1"),
        ATTEMPT.ticket().instrument(),
        side,
        ATTEMPT.ticket().orderQty(),
        Contracts.of(cumQty),
        BigDecimal.ONE,
        status,
        "IOC",
        false,
        JournalExamples.NOON);
  }
}
