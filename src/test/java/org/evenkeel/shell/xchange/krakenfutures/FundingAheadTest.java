package org.evenkeel.shell.xchange.krakenfutures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.junit.jupiter.api.Test;

class FundingAheadTest {

  private static final List<FuturesSymbol> BTC =
      List.of(FuturesSymbol.of(InstrumentId.of("BTC-USD-PERP@krakenfutures")));

  private static JsonNode tickers(String rate) throws Exception {
    return new ObjectMapper()
        .readTree(
            "{\"serverTime\":\"2026-01-01T10:20:00.000Z\",\"tickers\":[{\"symbol\":\"PF_XBTUSD\","
                + "\"markPrice\":50000"
                + rate
                + "}]}");
  }

  /** 0.5 USD an hour for a contract of one bitcoin at 50,000 are a hundred-thousandth of it. */
  @Test
  void a_rate_in_dollars_becomes_a_fraction_for_the_hour_that_runs() throws Exception {
    FundingOutlook outlook = FundingAhead.read(BTC, tickers(",\"fundingRate\":0.5")).get(0);
    assertThat(outlook.rate()).isEqualByComparingTo("0.00001");
    assertThat(outlook.next()).isEqualTo(Instant.parse("2026-01-01T11:00:00Z"));
    assertThat(outlook.interval()).isEqualTo(Duration.ofHours(1));
  }

  @Test
  void a_ticker_without_a_rate_is_no_rate_of_zero() {
    assertThatThrownBy(() -> FundingAhead.read(BTC, tickers("")))
        .isInstanceOf(UnreadableReply.class);
  }
}
