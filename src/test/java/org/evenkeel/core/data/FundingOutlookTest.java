package org.evenkeel.core.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;
import org.junit.jupiter.api.Test;

class FundingOutlookTest {

  private static final Instant MIDNIGHT = Instant.parse("2026-01-01T00:00:00Z");

  private static FundingOutlook every(int hours, String next) {
    return new FundingOutlook(
        InstrumentId.of("BTC-USDT-PERP@binance"),
        new BigDecimal("0.0001"),
        Instant.parse(next),
        Duration.ofHours(hours));
  }

  @Test
  void a_day_has_three_settlements_of_eight_hours_and_one_at_its_end_counts() {
    FundingOutlook outlook = every(8, "2026-01-01T08:00:00Z");
    assertThat(outlook.expected(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1))))
        .isEqualByComparingTo("0.0003");
    assertThat(outlook.settlements(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(8)))).isEqualTo(1);
    assertThat(outlook.settlements(MIDNIGHT, MIDNIGHT.plus(Duration.ofHours(7)))).isZero();
  }

  @Test
  void a_settlement_that_is_past_is_not_expected_again() {
    FundingOutlook outlook = every(8, "2025-12-31T16:00:00Z");
    assertThat(outlook.settlements(MIDNIGHT, MIDNIGHT.plus(Duration.ofDays(1)))).isEqualTo(3);
    assertThat(every(1, "2026-01-01T01:00:00Z").settlements(MIDNIGHT, MIDNIGHT.plusSeconds(7200)))
        .isEqualTo(2);
  }

  @Test
  void funding_that_is_never_settled_is_refused() {
    assertThatThrownBy(() -> every(0, "2026-01-01T00:00:00Z"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
