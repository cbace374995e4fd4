package org.evenkeel.shell.xchange.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.ListingStatus;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairStatusTest {

  private static final Pair PAIR = Pair.of(InstrumentId.of("BTC-USD-SPOT@kraken"));

  private static ListingStatus status(String word, ListingStatus mode) {
    String json =
        """
        {"error":[],"result":{"XXBTZUSD":{"base":"XXBT","quote":"ZUSD","lot_decimals":8,
         "ordermin":"0.0001","costmin":"0.5","tick_size":"0.1","status":"WORD"}}}"""
            .replace("WORD", word);
    try {
      return KrakenMarketData.specs(List.of(PAIR), new ObjectMapper().readTree(json), mode)
          .get(0)
          .listing()
          .status();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "online, TRADING, TRADING",
    "limit_only, TRADING, TRADING",
    "reduce_only, TRADING, REDUCE_ONLY",
    "post_only, TRADING, RESTING_ONLY",
    "cancel_only, TRADING, CANCEL_ONLY",
    "a_word_of_next_year, TRADING, PAUSED",
    "online, PAUSED, PAUSED",
    "reduce_only, CANCEL_ONLY, CANCEL_ONLY",
  })
  void a_pair_takes_what_it_and_the_whole_market_take(
      String word, ListingStatus mode, ListingStatus expected) {
    assertThat(status(word, mode)).isEqualTo(expected);
  }
}
