package org.evenkeel.shell.xchange.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractStatusTest {

  private static InstrumentSpec spec(
      int contractSize, boolean isTradeable, boolean isPostOnly, String more) {
    String json =
        """
        {"symbol":"PF_XBTUSD","type":"flexible_futures","tickSize":0.5,"contractSize":%d,
         "maxPositionSize":1000.5,"contractValueTradePrecision":4,"tradeable":%s,"postOnly":%s%s}"""
            .formatted(contractSize, isTradeable, isPostOnly, more);
    try {
      return FuturesListing.spec(
          FuturesSymbol.of(InstrumentId.of("BTC-USD-PERP@krakenfutures")),
          new ObjectMapper().readTree(json));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Listing listing(boolean isTradeable, boolean isPostOnly, String more) {
    return spec(1, isTradeable, isPostOnly, more).listing();
  }

  /** The change is what locks an instrument: see the locks of a changed specification. */
  @Test
  void a_contract_of_another_size_is_another_specification() {
    InstrumentSpec known = spec(1, true, false, "");
    InstrumentSpec changed = spec(10, true, false, "");

    assertThat(changed.multiplier()).isEqualByComparingTo("10");
    assertThat(changed.hash()).isNotEqualTo(known.hash());
    assertThat(spec(1, true, false, "").hash()).isEqualTo(known.hash());
  }

  @ParameterizedTest
  @CsvSource({
    "true, false, TRADING",
    "true, true, RESTING_ONLY",
    "false, false, PAUSED",
    "false, true, PAUSED",
  })
  void what_a_contract_takes(boolean isTradeable, boolean isPostOnly, ListingStatus expected) {
    assertThat(listing(isTradeable, isPostOnly, "")).isEqualTo(Listing.of(expected));
  }

  @Test
  void a_last_trading_time_is_an_announced_end() {
    assertThat(listing(true, false, ",\"lastTradingTime\":\"2026-03-14T09:00:00.000Z\""))
        .isEqualTo(Listing.TRADING.endingAt(Instant.parse("2026-03-14T09:00:00Z")));
  }
}
