package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.evenkeel.core.route.Orders.attempt;
import static org.evenkeel.core.route.Orders.seen;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AttemptState.Absent;
import org.evenkeel.core.route.AttemptState.Canceled;
import org.evenkeel.core.route.AttemptState.Expired;
import org.evenkeel.core.route.AttemptState.Filled;
import org.evenkeel.core.route.AttemptState.New;
import org.evenkeel.core.route.AttemptState.PartiallyFilled;
import org.evenkeel.core.route.AttemptState.PendingNew;
import org.evenkeel.core.route.AttemptState.Quarantined;
import org.evenkeel.core.route.AttemptState.Rejected;
import org.evenkeel.core.route.AttemptState.Settling;
import org.evenkeel.core.route.AttemptState.Unknown;
import org.evenkeel.core.route.VenueOrder.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderLifecycleTest {

  private static final Contracts ONE = Contracts.of("1");
  private static final Contracts TWO = Contracts.of("2");

  /** One attempt in each state; where something is filled, it is 2 of 5. */
  private static final Map<String, AttemptState> STATES = new LinkedHashMap<>();

  /** Everything that can be learned about an order. */
  private static final Map<String, Function<Attempt, AttemptState>> EVENTS = new LinkedHashMap<>();

  static {
    for (AttemptState state :
        List.of(
            new PendingNew(),
            new Unknown("timeout"),
            new New(),
            new PartiallyFilled(TWO),
            new Settling(TWO, Status.CANCELED),
            new Filled(TWO),
            new Canceled(TWO),
            new Expired(TWO),
            new Rejected("-2019"),
            new Absent("proof"),
            new Quarantined("odd"))) {
      STATES.put(state.label(), state);
    }
    EVENTS.put(
        "ack new",
        a -> OrderLifecycle.afterSend(a, new SendOutcome.Accepted(seen(Status.NEW, "0"))));
    EVENTS.put(
        "ack closed",
        a -> OrderLifecycle.afterSend(a, new SendOutcome.Accepted(seen(Status.EXPIRED, "2"))));
    EVENTS.put(
        "rejected", a -> OrderLifecycle.afterSend(a, new SendOutcome.Rejected("-2019", "margin")));
    EVENTS.put(
        "no answer", a -> OrderLifecycle.afterSend(a, new SendOutcome.Unknown("read timeout")));
    EVENTS.put("seen new", a -> OrderLifecycle.afterSighting(a, seen(Status.NEW, "0")));
    EVENTS.put("seen 3", a -> OrderLifecycle.afterSighting(a, seen(Status.PARTIALLY_FILLED, "3")));
    EVENTS.put("seen closed 3", a -> OrderLifecycle.afterSighting(a, seen(Status.CANCELED, "3")));
    EVENTS.put("seen closed 1", a -> OrderLifecycle.afterSighting(a, seen(Status.CANCELED, "1")));
    EVENTS.put("not visible", OrderLifecycle::afterNotVisible);
    EVENTS.put("booked 2", a -> OrderLifecycle.afterBooking(a, TWO));
    EVENTS.put("booked 1", a -> OrderLifecycle.afterBooking(a, ONE));
    EVENTS.put("proved absent", a -> OrderLifecycle.afterAbsenceProof(a, "late enough"));
    EVENTS.put("adopted", a -> OrderLifecycle.afterAdoption(a, seen(Status.CANCELED, "2")));
    EVENTS.put("declared absent", a -> OrderLifecycle.afterDeclaredAbsent(a, "history"));
  }

  /** Rows are states, columns events in the order of EVENTS; '-' stands for an illegal transition. */
  private static final String TABLE =
      """
      PENDING_NEW      | NEW | SETTLING | REJECTED | UNKNOWN | NEW         | PARTIALLY_FILLED | SETTLING    | SETTLING         | UNKNOWN     | UNKNOWN          | UNKNOWN          | ABSENT | - | -
      UNKNOWN          | -   | -        | -        | -       | NEW         | PARTIALLY_FILLED | SETTLING    | SETTLING         | UNKNOWN     | UNKNOWN          | UNKNOWN          | ABSENT | - | -
      NEW              | -   | -        | -        | -       | NEW         | PARTIALLY_FILLED | SETTLING    | SETTLING         | UNKNOWN     | NEW              | NEW              | - | - | -
      PARTIALLY_FILLED | -   | -        | -        | -       | PARTIALLY_FILLED | PARTIALLY_FILLED | SETTLING | PARTIALLY_FILLED | UNKNOWN    | PARTIALLY_FILLED | PARTIALLY_FILLED | - | - | -
      SETTLING         | -   | -        | -        | -       | SETTLING    | SETTLING         | SETTLING    | SETTLING         | SETTLING    | CANCELED         | SETTLING         | - | - | -
      FILLED           | -   | -        | -        | -       | -           | -                | -           | -                | -           | FILLED           | FILLED           | - | - | -
      CANCELED         | -   | -        | -        | -       | -           | -                | -           | -                | -           | CANCELED         | CANCELED         | - | - | -
      EXPIRED          | -   | -        | -        | -       | -           | -                | -           | -                | -           | EXPIRED          | EXPIRED          | - | - | -
      REJECTED         | -   | -        | -        | -       | -           | -                | -           | -                | -           | REJECTED         | REJECTED         | - | - | -
      ABSENT           | -   | -        | -        | -       | -           | -                | -           | -                | -           | ABSENT           | ABSENT           | - | - | -
      QUARANTINED      | -   | -        | -        | -       | QUARANTINED | QUARANTINED      | QUARANTINED | QUARANTINED      | QUARANTINED | QUARANTINED      | QUARANTINED      | - | SETTLING | ABSENT
      """;

  static Stream<Arguments> table() {
    List<Arguments> rows = new ArrayList<>();
    for (String line : TABLE.lines().toList()) {
      String[] cells = line.split("\\|");
      List<String> events = List.copyOf(EVENTS.keySet());
      assertThat(cells).hasSize(events.size() + 1);
      for (int i = 0; i < events.size(); i++) {
        rows.add(Arguments.of(cells[0].strip(), events.get(i), cells[i + 1].strip()));
      }
    }
    assertThat(rows).hasSize(STATES.size() * EVENTS.size());
    return rows.stream();
  }

  @ParameterizedTest(name = "{0} and {1} give {2}")
  @MethodSource("table")
  void every_state_answers_every_event(String state, String event, String expected) {
    Attempt attempt = attempt(STATES.get(state));
    if (expected.equals("-")) {
      assertThatThrownBy(() -> EVENTS.get(event).apply(attempt))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("ek4f7q0k3v9x2m1c8z is " + state);
    } else {
      AttemptState next = EVENTS.get(event).apply(attempt);
      assertThat(next.label()).isEqualTo(expected);
      if (attempt.state().isTerminal()) {
        assertThat(next).isEqualTo(attempt.state());
      }
    }
  }

  @Test
  void a_sighting_carries_the_venues_quantity_and_verdict() {
    assertThat(
            OrderLifecycle.afterSighting(
                attempt(new Unknown("")), seen(Status.PARTIALLY_FILLED, "3")))
        .isEqualTo(new PartiallyFilled(Contracts.of("3")));
    assertThat(OrderLifecycle.afterSighting(attempt(new New()), seen(Status.EXPIRED, "2")))
        .isEqualTo(new Settling(TWO, Status.EXPIRED));
  }

  @Test
  void an_answer_older_than_what_is_known_changes_nothing() {
    AttemptState partial = new PartiallyFilled(TWO);
    assertThat(OrderLifecycle.afterSighting(attempt(partial), seen(Status.PARTIALLY_FILLED, "1")))
        .isEqualTo(partial);
    AttemptState settling = new Settling(TWO, Status.CANCELED);
    assertThat(OrderLifecycle.afterSighting(attempt(settling), seen(Status.PARTIALLY_FILLED, "2")))
        .isEqualTo(settling);
    assertThat(OrderLifecycle.afterSighting(attempt(settling), seen(Status.CANCELED, "3")))
        .isEqualTo(new Settling(Contracts.of("3"), Status.CANCELED));
  }

  @Test
  void a_closed_order_takes_its_verdict_when_its_fills_add_up() {
    assertThat(closed(Status.FILLED, "5")).isEqualTo(new Filled(Contracts.of("5")));
    assertThat(closed(Status.CANCELED, "2")).isEqualTo(new Canceled(TWO));
    assertThat(closed(Status.EXPIRED, "0")).isEqualTo(new Expired(Contracts.ZERO));
    assertThat(closed(Status.REJECTED, "0")).isInstanceOf(Rejected.class);
    assertThat(closed(Status.REJECTED, "2")).isEqualTo(new Canceled(TWO));
  }

  private static AttemptState closed(Status verdict, String quantity) {
    Contracts cumQty = Contracts.of(quantity);
    return OrderLifecycle.afterBooking(attempt(new Settling(cumQty, verdict)), cumQty);
  }

  @Test
  void more_fills_than_the_venue_admits_are_a_matter_for_an_operator() {
    Attempt settling = attempt(new Settling(TWO, Status.CANCELED));
    assertThat(OrderLifecycle.afterBooking(settling, Contracts.of("2.5")))
        .isEqualTo(new Quarantined("booked 2.5 but the venue says 2"));
  }

  @Test
  void a_different_order_under_our_id_is_quarantined() {
    VenueOrder gtc =
        new VenueOrder(
            Orders.ticket().clientOrderId(),
            VenueOrderId.of("77"),
            Orders.ticket().instrument(),
            Orders.ticket().side(),
            Orders.ticket().orderQty(),
            Contracts.ZERO,
            BigDecimal.ZERO,
            Status.NEW,
            "GTC",
            false,
            Orders.SIGNED);
    assertThat(OrderLifecycle.afterSighting(attempt(new PendingNew()), gtc))
        .isInstanceOf(Quarantined.class);
    assertThat(OrderLifecycle.afterSend(attempt(new PendingNew()), new SendOutcome.Accepted(gtc)))
        .isInstanceOf(Quarantined.class);
  }

  /** Absent means 'without any effect': an order of which something is booked existed and has ended. */
  @Test
  void an_order_with_fills_that_can_no_longer_be_seen_has_ended_and_is_not_absent() {
    assertThat(OrderLifecycle.afterAbsenceProof(attempt(new Unknown("gone"), "2"), "proof"))
        .isEqualTo(new Settling(TWO, Status.EXPIRED));
    assertThat(OrderLifecycle.afterAbsenceProof(attempt(new Unknown("gone"), "5"), "proof"))
        .isEqualTo(new Settling(Contracts.of("5"), Status.FILLED));
  }

  /** Fault 54: fills race the news of the order's end; every order of arrival must give the same end. */
  @Test
  void every_order_of_arrival_of_fills_and_news_gives_the_same_end() {
    List<String> events = List.of("fill", "fill", "seen new", "seen 1", "closed 2");
    int permutations = 0;
    for (List<String> order : permutations(events)) {
      Attempt end = run(order);
      assertThat(end.state()).as(order.toString()).isEqualTo(new Canceled(TWO));
      assertThat(end.bookedQty()).isEqualTo(TWO);
      permutations++;
    }
    assertThat(permutations).isEqualTo(120);
  }

  private static Attempt run(List<String> events) {
    Attempt attempt = attempt(new Unknown("lost answer"));
    for (String event : events) {
      Contracts booked = attempt.bookedQty();
      if (event.equals("fill")) {
        booked = booked.plus(ONE);
      } else if (!attempt.state().isTerminal()) {
        VenueOrder order =
            switch (event) {
              case "seen new" -> seen(Status.NEW, "0");
              case "seen 1" -> seen(Status.PARTIALLY_FILLED, "1");
              default -> seen(Status.CANCELED, "2");
            };
        attempt = attempt.with(OrderLifecycle.afterSighting(attempt, order));
      }
      attempt = attempt.with(OrderLifecycle.afterBooking(attempt, booked)).booked(booked);
    }
    return attempt;
  }

  private static List<List<String>> permutations(List<String> events) {
    if (events.isEmpty()) {
      return List.of(List.of());
    }
    List<List<String>> all = new ArrayList<>();
    for (int i = 0; i < events.size(); i++) {
      List<String> rest = new ArrayList<>(events);
      String first = rest.remove(i);
      for (List<String> tail : permutations(rest)) {
        List<String> order = new ArrayList<>(List.of(first));
        order.addAll(tail);
        all.add(order);
      }
    }
    return all;
  }

  @Test
  void what_may_still_be_filled_is_counted_until_the_end() {
    assertThat(attempt(new Unknown("x")).worstCaseLeaves()).isEqualTo(Contracts.of("5"));
    assertThat(attempt(new Quarantined("x"), "2").worstCaseLeaves()).isEqualTo(Contracts.of("3"));
    assertThat(attempt(new Settling(TWO, Status.CANCELED), "2").worstCaseLeaves())
        .isEqualTo(Contracts.of("3"));
    assertThat(attempt(new Canceled(TWO), "2").worstCaseLeaves()).isEqualTo(Contracts.ZERO);
    assertThat(attempt(new New()).venueOrderId()).isEqualTo(Optional.empty());
  }
}
