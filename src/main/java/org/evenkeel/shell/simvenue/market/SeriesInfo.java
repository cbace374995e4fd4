package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * What the venue publishes about a series: its coins and its filters.
 *
 * <p>For example BTCUSDT perpetual: tick 0.1 USDT, lot 0.001 BTC, at least 0.001 BTC and 100 USDT per order.
 * Immutable and thread-safe.
 *
 * @param id the series
 * @param base the coin that is bought or sold, and the unit of quantities
 * @param quote the coin that pays, and the unit of prices and notionals
 * @param tickSize the grid of prices, in quote per base
 * @param lotSize the grid of quantities, in base; of an inverse contract in quote, like the next two
 * @param minQty the smallest order, in base
 * @param maxQty the largest order, in base
 * @param minNotional the smallest price times quantity, in quote
 * @param settlement the coin in which a contract's margin, profit, fees and funding are paid; of a quanto contract neither
 *     base nor quote, and quantities count units of it for one of price
 */
public record SeriesInfo(
    SeriesId id,
    String base,
    String quote,
    BigDecimal tickSize,
    BigDecimal lotSize,
    BigDecimal minQty,
    BigDecimal maxQty,
    BigDecimal minNotional,
    String settlement) {

  /** A series that settles in its quote, or in its base if it is inverse. */
  public SeriesInfo(
      SeriesId id,
      String base,
      String quote,
      BigDecimal tickSize,
      BigDecimal lotSize,
      BigDecimal minQty,
      BigDecimal maxQty,
      BigDecimal minNotional) {
    this(
        id,
        base,
        quote,
        tickSize,
        lotSize,
        minQty,
        maxQty,
        minNotional,
        id.kind() != SeriesId.Kind.SPOT && quote.equals(INVERSE_QUOTE) ? base : quote);
  }

  static final String INVERSE_QUOTE = "USD";

  public SeriesInfo {
    Objects.requireNonNull(id, "id");
    if (base.isBlank() || quote.isBlank()) {
      throw new IllegalArgumentException(id + ": base and quote must not be blank");
    }
    requirePositive(id, "tickSize", tickSize);
    requirePositive(id, "lotSize", lotSize);
    requirePositive(id, "minQty", minQty);
    if (maxQty.compareTo(minQty) < 0) {
      throw new IllegalArgumentException(id + ": maxQty " + maxQty + " is below minQty " + minQty);
    }
    if (minNotional.signum() < 0) {
      throw new IllegalArgumentException(id + ": minNotional " + minNotional + " is negative");
    }
  }

  /**
   * Returns whether it is a contract that is margined in its base and counted in quote units: one against USD, which no
   * coin of this market stands for.
   */
  public boolean isInverse() {
    return id.kind() != SeriesId.Kind.SPOT && settlement.equals(base);
  }

  /** Returns the same contract paying in a third coin: so much of it for each unit that the price moves. */
  public SeriesInfo settledIn(String coin) {
    if (id.kind() == SeriesId.Kind.SPOT || coin.equals(base) || coin.equals(quote)) {
      throw new IllegalArgumentException(
          id + " settles in a third coin, found " + coin + " of " + base + " and " + quote);
    }
    return new SeriesInfo(id, base, quote, tickSize, lotSize, minQty, maxQty, minNotional, coin);
  }

  /** Returns the same series with another smallest notional. */
  public SeriesInfo withMinNotional(BigDecimal notional) {
    return new SeriesInfo(id, base, quote, tickSize, lotSize, minQty, maxQty, notional, settlement);
  }

  private static void requirePositive(SeriesId id, String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(id + ": " + name + " must be positive, found " + value);
    }
  }
}
