package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AbsenceProof.Verdict;
import org.evenkeel.core.route.VenueCapabilities.RequestExpiry;
import org.junit.jupiter.api.Test;

/** The proof holds with everything, and with each single condition dropped it does not. */
class AbsenceProofTest {

  private static final VenueCapabilities VENUE = Orders.capabilities(RequestExpiry.PARAM);
  private static final Instant PROVABLE = Orders.SIGNED.plusSeconds(5 + 10 + 5 + 1);

  private static boolean holds(VenueCapabilities venue, AbsenceProof.Evidence evidence) {
    return AbsenceProof.judge(Orders.ticket(), venue, evidence) instanceof Verdict.Proved;
  }

  private static AbsenceProof.Evidence evidence(
      Instant venueNow, int notVisible, boolean open, boolean fills, boolean position) {
    return new AbsenceProof.Evidence(
        venueNow,
        notVisible,
        open,
        fills ? AbsenceProof.Fills.ATTRIBUTED : AbsenceProof.Fills.AMBIGUOUS,
        position);
  }

  @Test
  void evidence_counts_after_expiry_backend_timeout_visibility_lag_and_a_second() {
    assertThat(AbsenceProof.provableFrom(Orders.ticket(), VENUE)).isEqualTo(PROVABLE);
  }

  @Test
  void everything_together_is_a_proof_and_the_sentence_says_why() {
    assertThat(
            AbsenceProof.judge(
                Orders.ticket(), VENUE, evidence(PROVABLE.plusMillis(1), 2, false, true, true)))
        .isInstanceOfSatisfying(
            Verdict.Proved.class,
            proved ->
                assertThat(proved.proof())
                    .contains("2026-01-31T00:00:15Z", "not visible 2 times", "fills attributed"));
    assertThat(
            holds(
                Orders.capabilities(RequestExpiry.HEADER),
                evidence(PROVABLE.plusMillis(1), 2, false, true, true)))
        .isTrue();
  }

  @Test
  void a_venue_without_request_expiry_offers_no_proof() {
    assertThat(
            holds(
                Orders.capabilities(RequestExpiry.NONE),
                evidence(PROVABLE.plusSeconds(86_400), 9, false, true, true)))
        .isFalse();
  }

  @Test
  void the_venues_clock_must_be_past_the_moment() {
    assertThat(holds(VENUE, evidence(PROVABLE, 2, false, true, true))).isFalse();
  }

  @Test
  void one_sighting_of_nothing_is_not_enough() {
    assertThat(holds(VENUE, evidence(PROVABLE.plusMillis(1), 1, false, true, true))).isFalse();
  }

  @Test
  void an_open_order_refutes_it() {
    assertThat(holds(VENUE, evidence(PROVABLE.plusMillis(1), 2, true, true, true))).isFalse();
  }

  @Test
  void a_fill_without_owner_refutes_it() {
    assertThat(holds(VENUE, evidence(PROVABLE.plusMillis(1), 2, false, false, true))).isFalse();
  }

  @Test
  void a_position_that_disagrees_refutes_it() {
    assertThat(holds(VENUE, evidence(PROVABLE.plusMillis(1), 2, false, true, false))).isFalse();
  }

  private static Verdict judged(RequestExpiry expiry, Instant venueNow, AbsenceProof.Fills fills) {
    return AbsenceProof.judge(
        Orders.ticket(),
        Orders.capabilities(expiry),
        new AbsenceProof.Evidence(venueNow, 2, false, fills, true));
  }

  /** A minute after the proof could have been had; until then an execution may still find its owner. */
  @Test
  void an_execution_without_owner_is_waited_for_a_minute_and_then_left_to_a_person() {
    Instant hopeless = PROVABLE.plusSeconds(60);
    assertThat(judged(RequestExpiry.PARAM, hopeless, AbsenceProof.Fills.AMBIGUOUS))
        .isInstanceOf(Verdict.Open.class);
    assertThat(judged(RequestExpiry.PARAM, hopeless.plusMillis(1), AbsenceProof.Fills.AMBIGUOUS))
        .isInstanceOf(Verdict.Impossible.class);
    assertThat(judged(RequestExpiry.PARAM, hopeless.plusMillis(1), AbsenceProof.Fills.UNREAD))
        .as("what could not be read may be read yet")
        .isInstanceOf(Verdict.Open.class);
    assertThat(judged(RequestExpiry.PARAM, hopeless.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Proved.class);
  }

  @Test
  void without_request_expiry_a_person_is_asked_after_that_minute_and_not_before() {
    Instant hopeless = PROVABLE.plusSeconds(60);
    assertThat(judged(RequestExpiry.NONE, hopeless, AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Open.class);
    assertThat(judged(RequestExpiry.NONE, hopeless.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Impossible.class);
  }

  @Test
  void nothing_is_proved_once_the_venue_has_forgotten_executions() {
    Instant forgotten = Orders.SIGNED.plusSeconds(90L * 86_400);
    assertThat(judged(RequestExpiry.PARAM, forgotten, AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOf(Verdict.Proved.class);
    assertThat(judged(RequestExpiry.PARAM, forgotten.plusMillis(1), AbsenceProof.Fills.ATTRIBUTED))
        .isInstanceOfSatisfying(
            Verdict.Impossible.class, no -> assertThat(no.reason()).contains("90 days"));
  }

  private static boolean mayBe(
      Attempt attempt, RequestExpiry expiry, Side side, String quantity, long millis) {
    return AbsenceProof.mayHaveExecuted(
        attempt,
        side,
        Contracts.of(quantity),
        Orders.SIGNED.plusMillis(millis),
        Orders.capabilities(expiry));
  }

  /** Signed for 5 s, 10 s of work at the venue, a second for the clocks on either side. */
  @Test
  void an_execution_may_be_that_of_an_order_without_answer_only_if_side_size_and_time_allow_it() {
    Attempt lost = Orders.attempt(new AttemptState.Unknown("lost"));
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", 0)).isTrue();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "0.001", 0)).isTrue();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5.001", 0)).isFalse();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.SELL, "5", 0)).isFalse();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", -1000)).isTrue();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", -1001)).isFalse();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", 16_000)).isTrue();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", 16_001)).isFalse();
    assertThat(mayBe(lost, RequestExpiry.NONE, Side.BUY, "5", 86_400_000))
        .as("a late request is taken")
        .isTrue();
    Attempt known = lost.seenAs(VenueOrderId.of("77"));
    assertThat(mayBe(known, RequestExpiry.PARAM, Side.BUY, "5", 0))
        .as("its executions bear its id")
        .isFalse();
  }

  @Test
  void what_rests_may_be_executed_long_after_its_request_had_to_arrive() {
    OrderTicket now = Orders.ticket();
    OrderTicket resting =
        new OrderTicket(
            now.clientOrderId(),
            now.instrument(),
            now.side(),
            now.orderQty(),
            now.limitPrice(),
            TimeInForce.GTX,
            now.reduceOnly(),
            now.signedAt(),
            now.validUntil());
    Attempt lost = Attempt.pending(IntentId.of("default|BTC|0"), 1, resting);
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", 86_400_000)).isTrue();
    assertThat(mayBe(lost, RequestExpiry.PARAM, Side.BUY, "5", -1001)).isFalse();
  }
}
