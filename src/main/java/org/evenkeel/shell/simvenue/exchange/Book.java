package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The visible order book: ten levels a side derived from the best bid and ask.
 *
 * <p>Level n is n steps of two basis points (at least one tick) behind the best price and n + 1 times its size, so a side holds 55 times the best size within 18 basis points.
 * For example with an ask of 5 at 100.00 and a tick of 0.01 the levels are 5 at 100.00, 10 at 100.02, 15 at 100.04.
 * The book is a function of the quote alone: liquidity taken is back at the next request.
 * Immutable and thread-safe.
 *
 * @param bids best (highest) first
 * @param asks best (lowest) first
 */
public record Book(List<Level> bids, List<Level> asks) {

  /** Levels per side. */
  public static final int DEPTH = 10;

  private static final BigDecimal STEP_FRACTION = new BigDecimal("0.0002");

  /**
   * A price and what is offered there.
   *
   * @param price a multiple of the tick size
   * @param qty a multiple of the lot size
   */
  public record Level(BigDecimal price, BigDecimal qty) {}

  /** Returns the book around a quote. */
  public static Book around(Quote quote, SeriesInfo info) {
    return new Book(
        side(quote.bid(), quote.bidQty(), info, -1), side(quote.ask(), quote.askQty(), info, 1));
  }

  /** Returns the levels an order of that side would take from. */
  public List<Level> against(Side side) {
    return switch (side) {
      case BUY -> asks;
      case SELL -> bids;
    };
  }

  private static List<Level> side(
      BigDecimal best, BigDecimal size, SeriesInfo info, int direction) {
    BigDecimal step =
        toMultiple(best.multiply(STEP_FRACTION), info.tickSize(), RoundingMode.DOWN)
            .max(info.tickSize());
    List<Level> levels = new ArrayList<>(DEPTH);
    for (int n = 0; n < DEPTH; n++) {
      BigDecimal price = best.add(step.multiply(BigDecimal.valueOf((long) direction * n)));
      BigDecimal qty =
          toMultiple(size.multiply(BigDecimal.valueOf(n + 1L)), info.lotSize(), RoundingMode.DOWN)
              .max(info.lotSize());
      if (price.signum() > 0) {
        levels.add(new Level(price, qty));
      }
    }
    return List.copyOf(levels);
  }

  static BigDecimal toMultiple(BigDecimal value, BigDecimal unit, RoundingMode mode) {
    return value.divide(unit, 0, mode).multiply(unit);
  }
}
