package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AbsenceProof.Verdict;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.evenkeel.core.route.VenueOrder.Status;
import org.junit.jupiter.api.Test;

/** F51: what one of the orders says that the venue has made of one of five contracts. */
class SplitProofTest {

  private static final VenueCapabilities VENUE = Orders.capabilities(RequestExpiry.PARAM);

  /** Signed for 5 s, then 10 s of work, 5 s of lag and one more. */
  private static final Instant LATE = Orders.SIGNED.plusMillis(21_001);

  private static VenueOrder part(Status status, String size, String filled) {
    OrderTicket ticket = Orders.ticket();
    return new VenueOrder(
        ticket.clientOrderId(),
        VenueOrderId.of("77"),
        ticket.instrument(),
        ticket.side(),
        Contracts.of(size),
        Contracts.of(filled),
        new BigDecimal("100"),
        status,
        "IOC",
        false,
        Orders.SIGNED.plusMillis(3));
  }

  private static Attempt unknown(String booked) {
    return Orders.attempt(new AttemptState.Unknown("split"), booked);
  }

  private static AbsenceProof.Evidence evidence(
      Instant now, int looks, boolean isOpen, AbsenceProof.Fills fills, boolean agrees) {
    return new AbsenceProof.Evidence(now, looks, isOpen, fills, agrees);
  }

  private static Verdict verdict(String booked, AbsenceProof.Evidence evidence) {
    return AbsenceProof.judgeRest(unknown(booked), part(Status.FILLED, "2", "2"), VENUE, evidence);
  }

  private static AbsenceProof.Evidence whole() {
    return evidence(LATE, 2, false, AbsenceProof.Fills.ATTRIBUTED, true);
  }

  @Test
  void a_smaller_order_that_is_the_same_otherwise_is_a_part() {
    assertThat(part(Status.FILLED, "2", "2").isPartOf(Orders.ticket())).isTrue();
    assertThat(Orders.seen(Status.FILLED, "5").isPartOf(Orders.ticket())).isFalse();
    assertThat(part(Status.NEW, "6", "0").isPartOf(Orders.ticket())).isFalse();
  }

  @Test
  void an_open_part_is_an_open_order_with_at_least_so_much_filled() {
    Attempt fresh = Orders.attempt(new AttemptState.PendingNew());
    assertThat(OrderLifecycle.afterPart(fresh, part(Status.NEW, "2", "0")))
        .isEqualTo(new AttemptState.New());
    Attempt more = Orders.attempt(new AttemptState.PartiallyFilled(Contracts.of("3")));
    assertThat(OrderLifecycle.afterPart(more, part(Status.PARTIALLY_FILLED, "2", "1")))
        .isEqualTo(new AttemptState.PartiallyFilled(Contracts.of("3")));
  }

  @Test
  void the_end_of_a_part_is_not_the_end_of_the_order() {
    AttemptState after =
        OrderLifecycle.afterPart(
            Orders.attempt(new AttemptState.PendingNew()), part(Status.FILLED, "2", "2"));
    assertThat(after).isInstanceOf(AttemptState.Unknown.class);
    assertThat(after.toString()).contains("2 of it as order 77", "what became of the rest");
    assertThat(Orders.attempt(after, "2").worstCaseLeaves()).isEqualTo(Contracts.of("3"));
    assertThat(OrderLifecycle.afterPart(Orders.attempt(after), part(Status.CANCELED, "3", "0")))
        .isSameAs(after);
  }

  @Test
  void what_has_ended_or_waits_for_a_person_is_not_changed_by_a_part() {
    AttemptState held = new AttemptState.Quarantined("x");
    assertThat(OrderLifecycle.afterPart(Orders.attempt(held), part(Status.NEW, "2", "0")))
        .isSameAs(held);
    Attempt ended = Orders.attempt(new AttemptState.Absent("proof"));
    assertThatThrownBy(() -> OrderLifecycle.afterPart(ended, part(Status.NEW, "2", "0")))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void an_execution_before_the_first_sighting_makes_the_fate_unknown() {
    assertThat(
            OrderLifecycle.afterBooking(
                Orders.attempt(new AttemptState.PendingNew()), Contracts.of("2")))
        .isInstanceOf(AttemptState.Unknown.class);
  }

  @Test
  void all_is_booked_once_nothing_is_open_and_account_and_fills_agree() {
    assertThat(verdict("4", whole())).isInstanceOf(Verdict.Proved.class);
    AttemptState end = OrderLifecycle.afterAbsenceProof(unknown("4"), "proof");
    assertThat(end).isEqualTo(new AttemptState.Settling(Contracts.of("4"), Status.EXPIRED));
    assertThat(OrderLifecycle.afterAbsenceProof(unknown("5"), "proof"))
        .isEqualTo(new AttemptState.Settling(Contracts.of("5"), Status.FILLED));
  }

  @Test
  void a_venue_without_request_expiry_offers_the_proof_too_for_the_request_has_arrived() {
    VenueCapabilities none = Orders.capabilities(RequestExpiry.NONE);
    assertThat(AbsenceProof.judgeRest(unknown("4"), part(Status.FILLED, "2", "2"), none, whole()))
        .isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void each_missing_piece_of_evidence_leaves_it_open() {
    AbsenceProof.Fills read = AbsenceProof.Fills.ATTRIBUTED;
    assertThat(verdict("1", whole())).as("less than the part").isEqualTo(new Verdict.Open());
    assertThat(verdict("4", evidence(LATE.minusMillis(1), 2, false, read, true)))
        .isEqualTo(new Verdict.Open());
    assertThat(verdict("4", evidence(LATE, 1, false, read, true))).isEqualTo(new Verdict.Open());
    assertThat(verdict("4", evidence(LATE, 2, true, read, true))).isEqualTo(new Verdict.Open());
    assertThat(verdict("4", evidence(LATE, 2, false, AbsenceProof.Fills.UNREAD, true)))
        .isEqualTo(new Verdict.Open());
    assertThat(verdict("4", evidence(LATE, 2, false, read, false))).isEqualTo(new Verdict.Open());
  }

  @Test
  void what_cannot_be_proved_any_more_says_why() {
    Instant muchLater = LATE.plusSeconds(601);
    assertThat(verdict("1", evidence(muchLater, 2, false, AbsenceProof.Fills.ATTRIBUTED, true)))
        .isEqualTo(
            new Verdict.Impossible(
                "a part of it closed with 2 contracts filled, but the venue shows executions of 1"));
    assertThat(verdict("4", evidence(muchLater, 2, false, AbsenceProof.Fills.AMBIGUOUS, true)))
        .isInstanceOf(Verdict.Impossible.class);
  }

  private static Verdict at(String booked, Instant now, AbsenceProof.Fills fills) {
    return verdict(booked, evidence(now, 2, false, fills, true));
  }

  /** The proof may be had 21 s after the signature, is hopeless a minute later, and executions are missing after ten. */
  @Test
  void time_alone_makes_nothing_impossible_that_the_evidence_proves() {
    Instant hopeless = Orders.SIGNED.plusSeconds(21 + 60);
    Instant missing = Orders.SIGNED.plusSeconds(21 + 600);
    assertThat(at("2", hopeless.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Proved.class);
    assertThat(at("2", missing.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .as("as much is booked as the part says")
        .isInstanceOf(Verdict.Proved.class);
    assertThat(at("2", hopeless, AbsenceProof.Fills.AMBIGUOUS)).isInstanceOf(Verdict.Open.class);
    assertThat(at("2", hopeless.plusMillis(1), AbsenceProof.Fills.AMBIGUOUS))
        .isInstanceOf(Verdict.Impossible.class);
    assertThat(at("1", missing, AbsenceProof.Fills.ATTRIBUTED)).isInstanceOf(Verdict.Open.class);
    assertThat(at("1", missing.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Impossible.class);
    assertThat(at("1", missing.plusMillis(1), AbsenceProof.Fills.UNREAD))
        .as("what could not be read is not missing")
        .isInstanceOf(Verdict.Open.class);
  }

  /** A part that closes late: its end must be as far away as the venue's queries may lag. */
  @Test
  void the_end_of_a_part_is_waited_out_too() {
    VenueOrder late = closedAt(Orders.SIGNED.plusSeconds(30));
    assertThat(AbsenceProof.judgeRest(unknown("2"), late, VENUE, lateBy(16_000)))
        .isInstanceOf(Verdict.Open.class);
    assertThat(AbsenceProof.judgeRest(unknown("2"), late, VENUE, lateBy(16_001)))
        .isInstanceOf(Verdict.Proved.class);
  }

  private static AbsenceProof.Evidence lateBy(long millis) {
    Instant now = Orders.SIGNED.plusSeconds(30).plusMillis(millis);
    return evidence(now, 2, false, AbsenceProof.Fills.ATTRIBUTED, true);
  }

  private static VenueOrder closedAt(Instant when) {
    VenueOrder part = part(Status.FILLED, "2", "2");
    return new VenueOrder(
        part.clientOrderId(),
        part.venueOrderId(),
        part.instrument(),
        part.side(),
        part.orderQty(),
        part.cumQty(),
        part.avgPx(),
        part.status(),
        part.timeInForce(),
        part.reduceOnly(),
        when);
  }

  @Test
  void what_is_settled_is_not_opened_again_by_a_part_and_more_of_it_is_more() {
    AttemptState settling = new AttemptState.Settling(Contracts.of("2"), Status.CANCELED);
    assertThat(OrderLifecycle.afterPart(Orders.attempt(settling), part(Status.NEW, "2", "0")))
        .isSameAs(settling);
    Attempt less = Orders.attempt(new AttemptState.PartiallyFilled(Contracts.of("1")));
    assertThat(OrderLifecycle.afterPart(less, part(Status.PARTIALLY_FILLED, "3", "2")))
        .isEqualTo(new AttemptState.PartiallyFilled(Contracts.of("2")));
  }

  @Test
  void what_is_smaller_and_of_the_other_side_is_no_part() {
    VenueOrder part = part(Status.FILLED, "2", "2");
    VenueOrder sale =
        new VenueOrder(
            part.clientOrderId(),
            part.venueOrderId(),
            part.instrument(),
            Side.SELL,
            part.orderQty(),
            part.cumQty(),
            part.avgPx(),
            part.status(),
            part.timeInForce(),
            part.reduceOnly(),
            part.venueTime());
    assertThat(sale.isPartOf(Orders.ticket())).isFalse();
  }
}
