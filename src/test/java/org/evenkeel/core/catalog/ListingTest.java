package org.evenkeel.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {

  private static final Instant END = Instant.parse("2026-03-14T09:00:00Z");
  private static final EndNotice NOTICE = new EndNotice(Duration.ofDays(7), Duration.ofDays(2));

  @ParameterizedTest
  @CsvSource({
    "2026-03-07T08:59:59Z, ANY",
    "2026-03-07T09:00:00Z, NO_ADD",
    "2026-03-12T08:59:59Z, NO_ADD",
    "2026-03-12T09:00:00Z, EXIT",
    "2026-03-14T08:59:59Z, EXIT",
    "2026-03-14T09:00:00Z, NONE",
  })
  void an_announced_end_first_forbids_to_add_then_asks_to_leave_and_then_takes_no_order(
      Instant now, Allowance expected) {
    assertThat(Listing.TRADING.endingAt(END).allowance(now, NOTICE)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TRADING, ANY",
    "REDUCE_ONLY, NO_ADD",
    "RESTING_ONLY, NONE",
    "CANCEL_ONLY, NONE",
    "PAUSED, NONE",
    "NOT_YET, NONE",
    "ENDED, NONE",
  })
  void a_status_allows_what_the_venue_takes_of_us(ListingStatus status, Allowance expected) {
    assertThat(Listing.of(status).allowance(END, NOTICE)).isEqualTo(expected);
  }

  @Test
  void what_the_venue_closes_is_not_closed_by_us() {
    assertThat(
            Listing.of(ListingStatus.PAUSED).endingAt(END).allowance(END.minusSeconds(1), NOTICE))
        .isEqualTo(Allowance.NONE);
  }

  @Test
  void of_two_ends_the_earlier_counts() {
    Listing listing = Listing.TRADING.endingAt(END).endingAt(END.plusSeconds(1));
    assertThat(listing.lastTradingTime()).contains(END);
    assertThat(listing.endingAt(END.minusSeconds(1)).lastTradingTime())
        .contains(END.minusSeconds(1));
  }

  @Test
  void an_announcement_does_not_change_what_an_order_means() {
    InstrumentSpec spec = Samples.spec(Samples.perpetual("BTC"));
    assertThat(spec.with(Listing.TRADING.endingAt(END)).hash()).isEqualTo(spec.hash());
  }

  @Test
  void everything_that_is_announced_is_said() {
    Listing listing =
        new Listing(
            ListingStatus.TRADING,
            Optional.of(END),
            List.of(
                new AnnouncedChange(END, "lot 2"),
                new AnnouncedChange(END.minusSeconds(60), "tick 0.01")));
    assertThat(listing.describe())
        .isEqualTo(
            "trades; ends on 2026-03-14T09:00:00Z; will have tick 0.01 from 2026-03-14T08:59:00Z,"
                + " lot 2 from 2026-03-14T09:00:00Z");
    assertThat(listing.isPlain()).isFalse();
    assertThat(listing.lastDay().orElseThrow()).hasToString("2026-03-14");
  }

  @Test
  void a_notice_closes_after_it_has_stopped_to_add() {
    assertThatThrownBy(() -> new EndNotice(Duration.ofHours(1), Duration.ofHours(2)))
        .hasMessageContaining("2 h and 1 h");
    assertThatThrownBy(() -> new EndNotice(Duration.ofHours(1), Duration.ofHours(-2)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
