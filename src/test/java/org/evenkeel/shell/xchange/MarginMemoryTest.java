package org.evenkeel.shell.xchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.MaintenanceTiers;
import org.evenkeel.core.data.MarginView;
import org.junit.jupiter.api.Test;

class MarginMemoryTest {

  private static final InstrumentId BTC = InstrumentId.of("BTC-USDT-PERP@binance");
  private static final InstrumentId ETH = InstrumentId.of("ETH-USDT-PERP@binance");
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private final MarginMemory memory = new MarginMemory();
  private final List<List<InstrumentId>> asked = new ArrayList<>();
  private Instant now = NOON;
  private boolean isSilent = false;
  private boolean isWithoutEther = false;

  private Result<MarginView> ask(InstrumentId... futures) {
    return memory.of(
        List.of(futures),
        () -> now,
        some -> {
          asked.add(some);
          return isSilent
              ? Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no answer")
              : Result.ok(
                  some.stream()
                      .filter(id -> !isWithoutEther || !id.equals(ETH))
                      .map(this::tiers)
                      .toList());
        });
  }

  private MaintenanceTiers tiers(InstrumentId id) {
    return new MaintenanceTiers(
        id,
        MaintenanceTiers.Unit.QUOTE,
        MaintenanceTiers.Charge.PART,
        "",
        List.of(new MaintenanceTiers.Tier(BigDecimal.ZERO, Ratio.of("0.01"), new BigDecimal("50"))),
        Optional.empty(),
        now);
  }

  private void after(Duration time) {
    now = now.plus(time);
  }

  @Test
  void the_venue_is_asked_once_a_day() {
    ask(BTC, ETH);
    after(Duration.ofHours(23));
    assertThat(ask(BTC, ETH).orThrow().tiers()).hasSize(2);
    assertThat(asked).hasSize(1);
    after(Duration.ofHours(2));
    assertThat(ask(BTC).orThrow().tiers().get(0).readAt()).isEqualTo(now);
    assertThat(asked).hasSize(2);
  }

  @Test
  void
      what_was_told_is_kept_with_its_age_while_the_venue_is_silent_and_not_for_longer_than_a_week() {
    ask(BTC);
    isSilent = true;
    after(Duration.ofDays(6));
    assertThat(ask(BTC).orThrow().tiers().get(0).readAt()).isEqualTo(NOON);
    after(Duration.ofDays(2));
    assertThat(ask(BTC)).isInstanceOf(Result.Refused.class);
  }

  @Test
  void without_any_answer_there_is_no_view() {
    isSilent = true;
    assertThat(ask(BTC))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no -> assertThat(no.refusal().reason()).isEqualTo(RefusalReason.VENUE_UNAVAILABLE));
  }

  @Test
  void a_contract_that_the_venue_leaves_out_is_refused_by_name() {
    isWithoutEther = true;
    assertThat(ask(BTC, ETH))
        .isInstanceOfSatisfying(
            Result.Refused.class,
            no ->
                assertThat(no.refusal().detail())
                    .contains("ETH-USDT-PERP")
                    .doesNotContain("BTC-USDT-PERP"));
  }

  @Test
  void a_clock_that_was_set_back_asks_again() {
    ask(BTC);
    after(Duration.ofDays(-2));
    ask(BTC);
    assertThat(asked).hasSize(2);
  }
}
