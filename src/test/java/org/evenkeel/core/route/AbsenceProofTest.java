package org.evenkeel.core.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
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
}
