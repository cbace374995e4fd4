package org.evenkeel.shell.simvenue.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

/** What holds between quotes inside an hour, its bar, and bars of longer intervals. */
class HourlyPathTest {

  private static final long START = Instant.parse("2025-01-01T00:00:00Z").toEpochMilli();
  private static final long HISTORY = 90L * 24 * Hours.MS;
  private static final long MINUTE = 60_000;
  private static final Market MARKET = GeneratedMarket.standard(11, START, HISTORY);
  private static final List<SeriesInfo> SERIES = MARKET.series();

  @Property(tries = 400)
  void a_quote_lies_within_its_hour_give_or_take_the_spread_and_on_the_tick_grid(
      @ForAll @IntRange(max = 16) int series,
      @ForAll @LongRange(max = HISTORY - 1) long sinceStart) {
    SeriesInfo info = SERIES.get(series);
    long at = MARKET.startMs() + sinceStart;
    Quote quote = MARKET.quote(info.id(), at).orElseThrow();
    Bar hour = MARKET.baseBar(info.id(), at - at % Hours.MS).orElseThrow();
    BigDecimal spread = quote.ask().subtract(quote.bid());
    assertThat(quote.last()).isBetween(hour.low(), hour.high());
    assertThat(quote.bid()).isBetween(hour.low().subtract(spread), quote.last());
    assertThat(quote.ask()).isBetween(quote.last(), hour.high().add(spread));
    assertThat(spread).isGreaterThanOrEqualTo(info.tickSize());
    assertThat(spread.doubleValue() / quote.last().doubleValue()).isLessThan(0.006);
    for (BigDecimal price : List.of(quote.bid(), quote.ask(), quote.last())) {
      assertThat(price.remainder(info.tickSize())).isEqualByComparingTo("0");
    }
    assertThat(quote.bidQty().remainder(info.lotSize())).isEqualByComparingTo("0");
    assertThat(quote.askQty()).isGreaterThanOrEqualTo(info.minQty());
  }

  @Property(tries = 40)
  void the_path_of_an_hour_touches_open_high_low_and_close(
      @ForAll @IntRange(max = 16) int series, @ForAll @IntRange(max = 89 * 24) int hour) {
    SeriesId id = SERIES.get(series).id();
    long open = MARKET.startMs() + hour * Hours.MS;
    Bar bar = MARKET.baseBar(id, open).orElseThrow();
    assertThat(MARKET.quote(id, open).orElseThrow().last()).isEqualByComparingTo(bar.open());
    assertThat(MARKET.quote(id, bar.closeTimeMs()).orElseThrow().last())
        .isEqualByComparingTo(bar.close());
    Bar seenAtClose = MARKET.bars(id, Hours.MS, open, open, 1, bar.closeTimeMs()).getFirst();
    assertThat(seenAtClose.high()).isEqualByComparingTo(bar.high());
    assertThat(seenAtClose.low()).isEqualByComparingTo(bar.low());
    assertThat(seenAtClose.close()).isEqualByComparingTo(bar.close());
  }

  @Property(tries = 60)
  void an_open_bar_tells_nothing_of_what_comes_after(
      @ForAll @IntRange(max = 16) int series,
      @ForAll @IntRange(max = 89 * 24) int hour,
      @ForAll @IntRange(max = 59) int minute) {
    SeriesId id = SERIES.get(series).id();
    long open = MARKET.startMs() + hour * Hours.MS;
    long at = open + minute * MINUTE;
    Bar soFar = MARKET.bars(id, Hours.MS, open, open, 1, at).getFirst();
    BigDecimal highest = soFar.open();
    BigDecimal lowest = soFar.open();
    for (long t = open; t <= at; t += 1_000) {
      BigDecimal last = MARKET.quote(id, t).orElseThrow().last();
      highest = highest.max(last);
      lowest = lowest.min(last);
      assertThat(last).isBetween(soFar.low(), soFar.high());
    }
    Bar whole = MARKET.baseBar(id, open).orElseThrow();
    BigDecimal movePerSecond =
        whole
            .high()
            .subtract(whole.low())
            .multiply(new BigDecimal("0.01"))
            .add(SERIES.get(series).tickSize());
    assertThat(soFar.high()).isBetween(highest, highest.add(movePerSecond));
    assertThat(soFar.low()).isBetween(lowest.subtract(movePerSecond), lowest);
    assertThat(soFar.close()).isEqualByComparingTo(MARKET.quote(id, at).orElseThrow().last());
    assertThat(soFar.volume()).isLessThan(whole.volume());
    assertThat(soFar.closeTimeMs()).isEqualTo(whole.closeTimeMs());
  }

  @Property(tries = 60)
  void longer_bars_are_the_fold_of_their_hours(
      @ForAll @IntRange(max = 16) int series,
      @ForAll @IntRange(max = 3) int interval,
      @ForAll @IntRange(min = 1, max = 80) int day) {
    SeriesId id = SERIES.get(series).id();
    long length = new long[] {2, 4, 8, 24}[interval] * Hours.MS;
    long open = MARKET.startMs() + day * 24L * Hours.MS;
    Bar folded = MARKET.bars(id, length, open, open, 5, START).getFirst();
    List<Bar> hours = MARKET.bars(id, Hours.MS, open, open + length - 1, 99, START);
    assertThat(hours).hasSize((int) (length / Hours.MS));
    assertThat(folded.openTimeMs()).isEqualTo(open);
    assertThat(folded.closeTimeMs()).isEqualTo(open + length - 1);
    assertThat(folded.open()).isEqualTo(hours.getFirst().open());
    assertThat(folded.close()).isEqualTo(hours.getLast().close());
    assertThat(folded.high())
        .isEqualTo(hours.stream().map(Bar::high).reduce(BigDecimal::max).orElseThrow());
    assertThat(folded.low())
        .isEqualTo(hours.stream().map(Bar::low).reduce(BigDecimal::min).orElseThrow());
    assertThat(folded.volume())
        .isEqualByComparingTo(
            hours.stream().map(Bar::volume).reduce(BigDecimal::add).orElseThrow());
  }

  @Test
  void bars_end_with_the_open_one_and_never_show_a_later_one() {
    SeriesId id = SeriesId.perpetual("BTCUSDT");
    long at = START - 100 * Hours.MS + 20 * MINUTE;
    List<Bar> bars = MARKET.bars(id, Hours.MS, at - 5 * Hours.MS, Long.MAX_VALUE, 1_000, at);
    assertThat(bars).hasSize(5);
    assertThat(bars.getLast().openTimeMs()).isEqualTo(START - 100 * Hours.MS);
    assertThat(MARKET.bars(id, Hours.MS, at + 1, Long.MAX_VALUE, 10, at)).isEmpty();
    assertThat(MARKET.bars(id, Hours.MS, Long.MAX_VALUE, Long.MAX_VALUE, 10, at)).isEmpty();
  }

  @Test
  void a_limit_keeps_the_earliest_bars() {
    SeriesId id = SeriesId.spot("ETHUSDT");
    List<Bar> bars = MARKET.bars(id, Hours.MS, Long.MIN_VALUE, START, 3, START);
    assertThat(bars)
        .extracting(Bar::openTimeMs)
        .containsExactly(
            MARKET.startMs(), MARKET.startMs() + Hours.MS, MARKET.startMs() + 2 * Hours.MS);
  }

  @Test
  void spot_is_marked_at_its_mid() {
    Quote quote = MARKET.quote(SeriesId.spot("BTCUSDT"), START).orElseThrow();
    assertThat(quote.mark().add(quote.mark())).isEqualByComparingTo(quote.bid().add(quote.ask()));
  }

  @Test
  void questions_that_make_no_sense_are_refused() {
    SeriesId id = SeriesId.spot("ETHUSDT");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARKET.bars(id, 90 * MINUTE, 0, START, 1, START))
        .withMessageContaining("whole hours");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARKET.bars(id, 48 * Hours.MS, 0, START, 1, START));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARKET.bars(id, Hours.MS, 0, START, 0, START))
        .withMessageContaining("limit");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MARKET.quote(SeriesId.spot("NOSUCHUSDT"), START))
        .withMessageContaining("NOSUCHUSDT");
    assertThat(MARKET.baseBar(id, START - Hours.MS + 1)).isEqualTo(Optional.empty());
  }
}
