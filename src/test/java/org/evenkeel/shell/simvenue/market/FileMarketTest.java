package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.evenkeel.shell.simvenue.market.MarketFiles.FROM;
import static org.evenkeel.shell.simvenue.market.MarketFiles.TO;
import static org.evenkeel.shell.simvenue.market.MarketFiles.perpRow;
import static org.evenkeel.shell.simvenue.market.MarketFiles.spotRow;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileMarketTest {

  private static final SeriesId PERP = SeriesId.perpetual("BTCUSDT");
  private static final SeriesId SPOT = SeriesId.spot("BTCUSDT");

  @TempDir private Path folder;
  private MarketFiles files;

  @BeforeEach
  void start() {
    files = new MarketFiles(folder);
  }

  private static long at(String time) {
    return Instant.parse("2022-11-09T" + time + "Z").toEpochMilli();
  }

  @Test
  void prices_come_back_as_they_stand_in_the_file() {
    FileMarket market =
        files.perp("BTCUSDT", perpRow(0), perpRow(1)).spot("BTCUSDT", spotRow(0)).load("BTCUSDT");
    assertThat(market.series()).extracting(SeriesInfo::id).containsExactly(SPOT, PERP);
    Bar bar = market.baseBar(PERP, at("01:00:00")).orElseThrow();
    assertThat(bar)
        .isEqualTo(
            new Bar(
                at("01:00:00"),
                at("02:00:00") - 1,
                new BigDecimal("100.1"),
                new BigDecimal("103.5"),
                new BigDecimal("99.2"),
                new BigDecimal("101.3"),
                new BigDecimal("5000.5")));
    assertThat(market.startMs()).isEqualTo(at("00:00:00"));
    assertThat(market.endMs()).isEqualTo(at("02:00:00") - 1);
  }

  @Test
  void the_mark_reaches_the_recorded_one_at_the_end_of_the_hour() {
    FileMarket market = files.perp("BTCUSDT", perpRow(0), perpRow(1)).load("BTCUSDT");
    Quote quote = market.quote(PERP, at("01:59:59") + 999).orElseThrow();
    assertThat(quote.last()).isEqualByComparingTo("101.3");
    assertThat(quote.mark()).isEqualByComparingTo("101.25");
  }

  @Test
  void the_distance_of_the_mark_moves_steadily_from_one_close_to_the_next() {
    FileMarket market =
        files
            .perp("BTCUSDT", perpRow(0), "2022-11-09T01:00:00Z,100.1,103.5,99.2,101.3,5,101.85")
            .load("BTCUSDT");
    Quote start = market.quote(PERP, at("01:00:00")).orElseThrow();
    assertThat(start.last()).isEqualByComparingTo("100.1");
    assertThat(start.mark().doubleValue()).isCloseTo(100.05, within(0.001));
    Quote end = market.quote(PERP, at("01:59:40")).orElseThrow();
    assertThat(end.mark().subtract(end.last()).doubleValue()).isCloseTo(0.5467, within(0.001));
  }

  @Test
  void without_a_recorded_mark_the_mark_is_the_mean_of_the_last_minute() {
    FileMarket market =
        files.perp("BTCUSDT", "2022-11-09T00:00:00Z,100,120,90,110,10,").load("BTCUSDT");
    Quote first = market.quote(PERP, at("00:00:00")).orElseThrow();
    assertThat(first.mark()).isEqualByComparingTo("100");
    Quote last = market.quote(PERP, at("00:59:59")).orElseThrow();
    assertThat(last.last()).isEqualByComparingTo("110");
    assertThat(last.mark()).isBetween(new BigDecimal("105"), new BigDecimal("115"));
    assertThat(last.mark()).isNotEqualByComparingTo("110");
  }

  @Test
  void gzip_and_plain_files_give_the_same_market() {
    List<Bar> plain =
        files
            .perp("BTCUSDT", perpRow(0), perpRow(1))
            .load("BTCUSDT")
            .bars(PERP, Hours.MS, 0, TO.toEpochMilli(), 99, TO.toEpochMilli());
    files.gzip("perp_1h/binance_BTCUSDT_perp_1h.csv");
    assertThat(
            files.load("BTCUSDT").bars(PERP, Hours.MS, 0, TO.toEpochMilli(), 99, TO.toEpochMilli()))
        .hasSize(2)
        .isEqualTo(plain);
  }

  @Test
  void lines_may_end_as_on_windows_and_numbers_may_have_exponents() {
    String text =
        "ts,open,high,low,close,volume\r\n2022-11-09T00:00:00Z,1e2,1.04E+2,99,102,7e-1\r\n";
    files.bytes("spot_1h/binance_BTCUSDT_spot_1h.csv", text.getBytes(StandardCharsets.UTF_8));
    Bar bar = files.load("BTCUSDT").baseBar(SPOT, at("00:00:00")).orElseThrow();
    assertThat(bar.open()).isEqualByComparingTo("100");
    assertThat(bar.volume()).isEqualByComparingTo("0.7");
  }

  @Test
  void only_the_period_is_loaded_and_rows_outside_it_are_not_priced() {
    FileMarket market =
        files
            .perp(
                "BTCUSDT",
                "2022-11-08T23:00:00Z,0,0,0,0,0,",
                perpRow(0),
                perpRow(23),
                "2022-11-10T00:00:00Z,0,0,0,0,0,")
            .load("BTCUSDT");
    assertThat(market.startMs()).isEqualTo(at("00:00:00"));
    assertThat(market.endMs()).isEqualTo(TO.toEpochMilli() - 1);
  }

  @Test
  void a_gap_is_listed_and_has_neither_bar_nor_quote() {
    FileMarket market =
        files
            .perp("BTCUSDT", perpRow(0), perpRow(1), perpRow(5), perpRow(6))
            .spot("BTCUSDT", spotRow(0), spotRow(1), spotRow(2))
            .load("BTCUSDT");
    assertThat(market.gaps())
        .containsExactly(
            new Gap(SPOT, FROM.plusSeconds(3 * 3600), FROM.plusSeconds(7 * 3600)),
            new Gap(PERP, FROM.plusSeconds(2 * 3600), FROM.plusSeconds(5 * 3600)));
    assertThat(market.gaps().getLast())
        .hasToString(
            "PERPETUAL BTCUSDT has no prices from 2022-11-09T02:00:00Z until"
                + " 2022-11-09T05:00:00Z (3 hours)");
    assertThat(market.quote(PERP, at("01:59:59"))).isPresent();
    assertThat(market.quote(PERP, at("02:00:00"))).isEmpty();
    assertThat(market.quote(PERP, at("04:59:59"))).isEmpty();
    assertThat(market.quote(PERP, at("05:00:00"))).isPresent();
    assertThat(market.baseBar(PERP, at("03:00:00"))).isEmpty();
    long end = market.endMs();
    assertThat(market.bars(PERP, Hours.MS, 0, end, 99, end)).hasSize(4);
    List<Bar> fourHours = market.bars(PERP, 4 * Hours.MS, 0, end, 99, end);
    assertThat(fourHours).hasSize(2);
    assertThat(fourHours.getFirst().volume()).isEqualByComparingTo("10001");
    assertThat(market.bars(PERP, 2 * Hours.MS, 0, end, 99, end))
        .extracting(Bar::openTimeMs)
        .containsExactly(at("00:00:00"), at("04:00:00"), at("06:00:00"));
  }

  @Test
  void what_is_missing_but_tolerable_is_said() {
    FileMarket market =
        files
            .perp("BTCUSDT", perpRow(0), perpRow(1))
            .spot("ETHUSDT", spotRow(1))
            .load("ETHUSDT", "BTCUSDT", "USDCUSDT");
    assertThat(market.notices())
        .containsExactlyInAnyOrder(
            "USDCUSDT has no file and is left out",
            "BTCUSDT perpetual has no funding in the period",
            "SPOT ETHUSDT begins at 2022-11-09T01:00:00Z");
    assertThat(market.quote(SeriesId.spot("ETHUSDT"), at("00:30:00"))).isEmpty();
  }

  @Test
  void funding_of_the_requested_perpetuals_is_sorted_by_time_then_symbol() {
    FileMarket market =
        files
            .perp("BTCUSDT", perpRow(0))
            .perp("ADAUSDT", perpRow(0))
            .spot("ETHUSDT", spotRow(0))
            .funding(
                "binance,BTCUSDT,2022-11-08T16:00:00Z,0.5",
                "binance,BTCUSDT,2022-11-09T00:00:00Z,1e-4",
                "binance,BTCUSDT,2022-11-09T08:00:00Z,-0.0002",
                "binance,ADAUSDT,2022-11-09T08:00:00Z,0.0001",
                "binance,ETHUSDT,2022-11-09T08:00:00Z,0.0001",
                "bybit,BTCUSDT,2022-11-09T08:00:00Z,0.9")
            .load("BTCUSDT", "ETHUSDT", "ADAUSDT");
    assertThat(market.funding(0, Long.MAX_VALUE))
        .containsExactly(
            new FundingEvent(at("00:00:00"), "BTCUSDT", new BigDecimal("0.0001")),
            new FundingEvent(at("08:00:00"), "ADAUSDT", new BigDecimal("0.0001")),
            new FundingEvent(at("08:00:00"), "BTCUSDT", new BigDecimal("-0.0002")));
    assertThat(market.funding(at("00:00:00"), at("08:00:00"))).hasSize(2);
    assertThat(market.funding(at("08:00:00"), at("23:00:00"))).isEmpty();
  }

  @Test
  void a_tick_is_refined_where_old_prices_are_finer_and_derived_where_the_symbol_is_unknown() {
    FileMarket market =
        files
            .perp("BTCUSDT", "2022-11-09T00:00:00Z,100.25,103,99,101,5,")
            .spot("NEWUSDT", "2022-11-09T00:00:00Z,27.5,28,27,27.5,5")
            .load("BTCUSDT", "NEWUSDT");
    assertThat(market.series())
        .extracting(s -> s.id().symbol() + " " + s.tickSize() + " " + s.lotSize())
        .containsExactly("NEWUSDT 0.001 0.01", "BTCUSDT 0.01 0.001");
  }

  @Test
  void a_call_that_makes_no_sense_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMarket.load(folder, List.of(), FROM, TO));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMarket.load(folder, List.of("BTCUSDT"), TO, FROM));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FileMarket.load(folder, List.of("BTCUSDT"), FROM.plusSeconds(1), TO))
        .withMessageContaining("whole UTC hour");
  }
}
