package org.evenkeel.shell.xchange.okx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.FundingOutlook;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.junit.jupiter.api.Test;

class OkxFundingAheadTest {

  private static FundingOutlook read(long then) throws Exception {
    return OkxQuotes.outlook(
        OkxSymbol.of(InstrumentId.of("BTC-USDT-PERP@okx")),
        new ObjectMapper()
            .readTree(
                "{\"instId\":\"BTC-USDT-SWAP\",\"fundingRate\":\"-0.00012\","
                    + "\"fundingTime\":\"1767254400000\",\"nextFundingTime\":\""
                    + then
                    + "\"}"));
  }

  @Test
  void the_interval_is_from_the_next_settlement_to_the_one_after() throws Exception {
    FundingOutlook outlook = read(1767254400000L + 4 * 3_600_000);
    assertThat(outlook.rate()).isEqualByComparingTo("-0.00012");
    assertThat(outlook.next()).isEqualTo(Instant.parse("2026-01-01T08:00:00Z"));
    assertThat(outlook.interval()).isEqualTo(Duration.ofHours(4));
  }

  @Test
  void settlements_that_do_not_follow_each_other_are_unreadable() {
    assertThatThrownBy(() -> read(1767254400000L)).isInstanceOf(UnreadableReply.class);
  }
}
