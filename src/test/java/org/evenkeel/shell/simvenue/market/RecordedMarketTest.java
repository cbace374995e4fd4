package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Replays the last quarter of 2022 from the recorded prices beside the repository; skipped where they are absent. */
class RecordedMarketTest {

  private static final List<String> SYMBOLS =
      List.of("BTCUSDT", "ETHUSDT", "SOLUSDT", "BNBUSDT", "XRPUSDT", "DOGEUSDT");
  private static final Instant FROM = Instant.parse("2022-10-01T00:00:00Z");
  private static final Instant TO = Instant.parse("2023-01-01T00:00:00Z");
  private static final Instant CRASH = Instant.parse("2022-11-09T00:00:00Z");
  private static final long DAY = Duration.ofDays(1).toMillis();

  private static FileMarket market;

  @BeforeAll
  static void load() {
    List<Path> folders =
        Stream.of("../shared/data", "../../shared/data")
            .map(Path::of)
            .filter(Files::isDirectory)
            .toList();
    assumeThat(folders)
        .as("skipped: no folder ../shared/data with recorded prices beside the repository")
        .isNotEmpty();
    market = FileMarket.load(folders.getFirst(), SYMBOLS, FROM, TO);
  }

  private static List<Bar> bars(SeriesId id, long interval) {
    return market.bars(id, interval, market.startMs(), market.endMs(), 5_000, market.endMs());
  }

  @Test
  void every_hour_of_the_quarter_is_there() {
    assertThat(market.series()).hasSize(12);
    assertThat(market.gaps()).isEmpty();
    assertThat(market.notices()).isEmpty();
    assertThat(market.startMs()).isEqualTo(FROM.toEpochMilli());
    assertThat(market.endMs()).isEqualTo(TO.toEpochMilli() - 1);
    for (SeriesInfo info : market.series()) {
      assertThat(bars(info.id(), Hours.MS)).hasSize(92 * 24);
      assertThat(bars(info.id(), DAY)).hasSize(92);
    }
  }

  @Test
  void known_closes_of_the_ninth_of_november_come_back() {
    assertThat(closeOf("BTCUSDT")).isEqualByComparingTo("15905.0");
    assertThat(closeOf("SOLUSDT")).isEqualByComparingTo("11.70");
  }

  private static BigDecimal closeOf(String symbol) {
    return market
        .bars(
            SeriesId.perpetual(symbol),
            DAY,
            CRASH.toEpochMilli(),
            CRASH.toEpochMilli(),
            1,
            CRASH.toEpochMilli() + DAY)
        .getFirst()
        .close();
  }

  @Test
  void funding_at_short_intervals_is_kept() {
    assertThat(market.funding(CRASH.toEpochMilli(), CRASH.toEpochMilli() + 2 * DAY))
        .filteredOn(e -> e.symbol().equals("SOLUSDT"))
        .hasSizeGreaterThan(12)
        .anyMatch(e -> e.rate().compareTo(new BigDecimal("-0.02")) == 0);
  }

  @Test
  void every_series_quotes_through_the_crash() {
    for (SeriesInfo info : market.series()) {
      for (long t = CRASH.toEpochMilli(); t < CRASH.toEpochMilli() + DAY; t += 7 * 60_000) {
        Quote quote = market.quote(info.id(), t).orElseThrow();
        Bar hour = market.baseBar(info.id(), t - t % Hours.MS).orElseThrow();
        assertThat(quote.last()).isBetween(hour.low(), hour.high());
        assertThat(quote.last().remainder(info.tickSize())).isEqualByComparingTo("0");
        assertThat(quote.mark().doubleValue() / quote.last().doubleValue()).isBetween(0.9, 1.3);
      }
    }
  }
}
