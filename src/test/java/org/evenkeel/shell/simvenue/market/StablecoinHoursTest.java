package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class StablecoinHoursTest {

  private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
  private static final long DAY = Hours.PER_DAY * Hours.MS;
  private static final SeriesId USDC = SeriesId.spot("USDCUSDT");
  private static final LocalDate DEPEG_DAY = LocalDate.parse("2025-01-11");

  private static GeneratedMarket market(long seed, StablecoinSpec stablecoin) {
    return new GeneratedMarket(seed, START, 0, AssetSpec.DEFAULTS, stablecoin);
  }

  @Test
  void on_its_peg_it_stays_within_a_tenth_of_a_percent() {
    Market market = market(3, StablecoinSpec.STABLE);
    assertThat(closes(market, 0, 365)).allMatch(c -> c > 0.999 && c < 1.001);
    assertThat(closes(market, 0, 365).stream().distinct().count()).isGreaterThan(3);
  }

  private static List<Double> closes(Market market, int fromDay, int toDay) {
    long from = START + fromDay * DAY;
    long to = START + toDay * DAY - 1;
    return market.bars(USDC, Hours.MS, from, to, 9_999, to).stream()
        .map(bar -> bar.close().doubleValue())
        .toList();
  }

  @Test
  void a_forced_depeg_reaches_its_low_at_noon_and_recovers_over_days() {
    Market market = market(3, StablecoinSpec.depegOn(DEPEG_DAY, new BigDecimal("0.90")));
    assertThat(closes(market, 0, 10)).allMatch(c -> c > 0.999);
    List<Double> day = closes(market, 10, 11);
    assertThat(day.get(11)).isCloseTo(0.90, within(0.005));
    assertThat(day.stream().min(Double::compare).orElseThrow()).isCloseTo(0.90, within(0.008));
    assertThat(closes(market, 12, 13).getFirst()).isBetween(0.95, 0.985);
    assertThat(closes(market, 17, 60)).allMatch(c -> c > 0.997);
  }

  @Test
  void a_forced_depeg_changes_no_other_price() {
    Market calm = market(3, StablecoinSpec.STABLE);
    Market depegged = market(3, StablecoinSpec.depegOn(DEPEG_DAY, new BigDecimal("0.95")));
    for (SeriesInfo info : calm.series()) {
      if (!info.id().equals(USDC)) {
        long to = START + 20 * DAY;
        assertThat(depegged.bars(info.id(), Hours.MS, START, to, 999, to))
            .isEqualTo(calm.bars(info.id(), Hours.MS, START, to, 999, to));
      }
    }
    assertThat(closes(depegged, 10, 11)).isNotEqualTo(closes(calm, 10, 11));
  }

  @Test
  void a_drawn_depeg_goes_no_lower_than_ninety_cents() {
    Market market = market(1, new StablecoinSpec(0.05, List.of()));
    List<Double> closes = closes(market, 0, 365);
    assertThat(closes.stream().min(Double::compare).orElseThrow()).isBetween(0.89, 0.98);
    assertThat(closes.stream().filter(c -> c > 0.999).count()).isGreaterThan(1_000);
  }

  @Test
  void impossible_depegs_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> StablecoinSpec.depegOn(DEPEG_DAY, new BigDecimal("0.2")))
        .withMessageContaining("0.5 to 0.999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StablecoinSpec(2, List.of()))
        .withMessageContaining("depegPerDay");
    StablecoinSpec.Depeg one = new StablecoinSpec.Depeg(DEPEG_DAY, new BigDecimal("0.95"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StablecoinSpec(0, List.of(one, one)))
        .withMessageContaining("one day");
  }
}
