package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.catalog.AnnouncedChange;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OkxAnnouncementsTest {

  private static Listing listing(String json) {
    try {
      JsonNode entry = new ObjectMapper().readTree(json);
      return OkxAnnouncements.listing(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "live, TRADING",
    "post_only, RESTING_ONLY",
    "preopen, NOT_YET",
    "test, NOT_YET",
    "suspend, PAUSED",
    "rebase, PAUSED",
    "expired, ENDED",
    "a_word_of_next_year, PAUSED",
  })
  void the_state_of_an_instrument(String word, ListingStatus expected) {
    assertThat(listing("{\"state\":\"" + word + "\",\"expTime\":\"\"}"))
        .isEqualTo(Listing.of(expected));
  }

  @Test
  void the_expiry_and_every_announced_change_are_read() {
    assertThat(
            listing(
                """
                {"state":"live","expTime":"1773478800000","upcChg":[
                  {"param":"minSz","newValue":"2","effTime":"1773400000000"},
                  {"param":"tickSz","newValue":"0.0001","effTime":"1773300000000"}]}"""))
        .isEqualTo(
            new Listing(
                ListingStatus.TRADING,
                Optional.of(Instant.parse("2026-03-14T09:00:00Z")),
                List.of(
                    new AnnouncedChange(Instant.ofEpochMilli(1773300000000L), "tick 0.0001"),
                    new AnnouncedChange(
                        Instant.ofEpochMilli(1773400000000L), "smallest order 2"))));
  }

  @Test
  void an_announcement_that_cannot_be_read_is_not_taken_for_none() {
    assertThatThrownBy(() -> listing("{\"state\":\"live\",\"expTime\":\"soon\"}"))
        .isInstanceOf(UnreadableReply.class);
    assertThatThrownBy(
            () ->
                listing("{\"state\":\"live\",\"expTime\":\"\",\"upcChg\":[{\"param\":\"minSz\"}]}"))
        .isInstanceOf(UnreadableReply.class);
  }
}
