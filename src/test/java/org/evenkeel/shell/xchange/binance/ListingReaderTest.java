package org.evenkeel.shell.xchange.binance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingReaderTest {

  private static JsonNode entry(String status, String more) {
    try {
      return new ObjectMapper().readTree("{\"status\":\"" + status + "\"" + more + "}");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "TRADING, TRADING",
    "PENDING_TRADING, NOT_YET",
    "PRE_DELIVERING, REDUCE_ONLY",
    "PRE_SETTLE, REDUCE_ONLY",
    "DELIVERING, ENDED",
    "DELIVERED, ENDED",
    "SETTLING, ENDED",
    "CLOSE, ENDED",
    "A_WORD_OF_NEXT_YEAR, PAUSED",
  })
  void the_status_of_a_future(String word, ListingStatus expected) {
    assertThat(ListingReader.future(entry(word, "")).status()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "TRADING, TRADING",
    "PRE_TRADING, NOT_YET",
    "HALT, PAUSED",
    "BREAK, PAUSED",
    "END_OF_DAY, PAUSED",
    "A_WORD_OF_NEXT_YEAR, PAUSED",
  })
  void the_status_of_a_spot_market(String word, ListingStatus expected) {
    assertThat(ListingReader.spot(entry(word, "")).status()).isEqualTo(expected);
  }

  /** 2100-12-25T08:00Z is what Binance writes for a perpetual that does not end. */
  @Test
  void the_delivery_date_of_a_perpetual_is_an_end_only_once_it_is_brought_forward() {
    assertThat(ListingReader.future(entry("TRADING", ",\"deliveryDate\":4133404800000")))
        .isEqualTo(Listing.TRADING);
    assertThat(ListingReader.future(entry("TRADING", ",\"deliveryDate\":1773478800000")))
        .isEqualTo(Listing.TRADING.endingAt(Instant.parse("2026-03-14T09:00:00Z")));
  }
}
