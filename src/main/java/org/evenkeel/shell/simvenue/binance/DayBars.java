package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.Bar;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What the last bars say together: the figures of a 24-hour ticker.
 *
 * <p>The turnover is the volume at the bars' middle prices, since bars hold no turnover.
 * Immutable.
 *
 * @param bars oldest first, at least one
 */
record DayBars(List<Bar> bars) {

  private static final int SCALE = 8;
  private static final BigDecimal TWO = BigDecimal.valueOf(2);

  static DayBars of(List<Bar> bars) {
    return new DayBars(bars);
  }

  BigDecimal volume() {
    return bars.stream().map(Bar::volume).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal quoteVolume() {
    return bars.stream()
        .map(b -> half(b.high().add(b.low())).multiply(b.volume()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  BigDecimal half(BigDecimal value) {
    return value.divide(TWO, SCALE, RoundingMode.HALF_EVEN);
  }

  ObjectNode json(SeriesInfo info, Quote quote, long atMs) {
    BigDecimal open = bars.getFirst().open();
    BigDecimal change = quote.last().subtract(open);
    BigDecimal high = bars.stream().map(Bar::high).reduce(quote.last(), BigDecimal::max);
    BigDecimal low = bars.stream().map(Bar::low).reduce(quote.last(), BigDecimal::min);
    BigDecimal average =
        volume().signum() == 0
            ? quote.last()
            : quoteVolume().divide(volume(), SCALE, RoundingMode.HALF_EVEN);
    BigDecimal percent =
        change.multiply(BigDecimal.valueOf(100)).divide(open, 3, RoundingMode.HALF_EVEN);
    return Json.object()
        .put("symbol", info.id().symbol())
        .put("priceChange", Json.inSteps(change, info.tickSize()))
        .put("priceChangePercent", percent.toPlainString())
        .put("weightedAvgPrice", Json.plain(average))
        .put("lastPrice", Json.inSteps(quote.last(), info.tickSize()))
        .put("lastQty", Json.inSteps(info.minQty(), info.lotSize()))
        .put("openPrice", Json.inSteps(open, info.tickSize()))
        .put("highPrice", Json.inSteps(high, info.tickSize()))
        .put("lowPrice", Json.inSteps(low, info.tickSize()))
        .put("volume", Json.plain(volume()))
        .put("quoteVolume", Json.fixed8(quoteVolume()))
        .put("openTime", bars.getFirst().openTimeMs())
        .put("closeTime", atMs)
        .put("firstId", 1)
        .put("lastId", 100L * bars.size())
        .put("count", 100L * bars.size());
  }
}
