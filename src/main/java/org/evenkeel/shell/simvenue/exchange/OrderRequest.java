package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.Objects;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * What a client asked for, exactly as it asked.
 *
 * <p>For example BUY 0.010 of the BTCUSDT perpetual at 60000.0, IOC, not reduce-only.
 * The quantity is in base units and the price in quote units per base unit; a MARKET order has price zero.
 * Immutable and thread-safe.
 *
 * @param series what to trade
 * @param clientOrderId the client's own name for the order, unique only among open orders
 * @param side buy or sell
 * @param type limit or market
 * @param timeInForce how long it may live
 * @param qty size in base units
 * @param price limit price, zero for MARKET
 * @param reduceOnly whether it may only make a futures position smaller
 * @param yieldsToOwn whether it ends unfilled rather than meet an order of the same account that rests
 * @param endsIfItWouldTake whether it is, being post-only, taken in and ended rather than refused if it would trade at once
 */
public record OrderRequest(
    SeriesId series,
    String clientOrderId,
    Side side,
    OrderType type,
    TimeInForce timeInForce,
    BigDecimal qty,
    BigDecimal price,
    boolean reduceOnly,
    boolean yieldsToOwn,
    boolean endsIfItWouldTake) {

  /** Checks that nothing is missing; economic rules are checked by the exchange. */
  public OrderRequest {
    Objects.requireNonNull(series, "series");
    Objects.requireNonNull(clientOrderId, "clientOrderId");
    Objects.requireNonNull(side, "side");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(timeInForce, "timeInForce");
    Objects.requireNonNull(qty, "qty");
    Objects.requireNonNull(price, "price");
  }

  /** Returns a limit order that may open or close a position. */
  public static OrderRequest limit(
      SeriesId series,
      String clientOrderId,
      Side side,
      TimeInForce life,
      BigDecimal qty,
      BigDecimal price) {
    return new OrderRequest(
        series, clientOrderId, side, OrderType.LIMIT, life, qty, price, false, false, false);
  }

  /** Returns a market order that may open or close a position. */
  public static OrderRequest market(
      SeriesId series, String clientOrderId, Side side, BigDecimal qty) {
    return new OrderRequest(
        series,
        clientOrderId,
        side,
        OrderType.MARKET,
        TimeInForce.IOC,
        qty,
        BigDecimal.ZERO,
        false,
        false,
        false);
  }

  /** Returns the same request, allowed only to make a position smaller. */
  public OrderRequest reducing() {
    return new OrderRequest(
        series,
        clientOrderId,
        side,
        type,
        timeInForce,
        qty,
        price,
        true,
        yieldsToOwn,
        endsIfItWouldTake);
  }

  /** Returns the same request, which ends unfilled rather than meet an own order. */
  public OrderRequest yielding() {
    return new OrderRequest(
        series,
        clientOrderId,
        side,
        type,
        timeInForce,
        qty,
        price,
        reduceOnly,
        true,
        endsIfItWouldTake);
  }

  /** Returns the same request, which the venue takes in and ends if it is post-only and would trade at once. */
  public OrderRequest endingIfItWouldTake() {
    return new OrderRequest(
        series, clientOrderId, side, type, timeInForce, qty, price, reduceOnly, yieldsToOwn, true);
  }

  /** Returns whether it would trade with an order that rests on the other side. */
  boolean meets(OrderRequest resting) {
    boolean crosses =
        type == OrderType.MARKET
            || (side == Side.BUY
                ? price.compareTo(resting.price) >= 0
                : price.compareTo(resting.price) <= 0);
    return side != resting.side && crosses;
  }

  /** Returns whether what is left unfilled may stay on the book. */
  public boolean mayRest() {
    return type == OrderType.LIMIT && timeInForce.mayRest();
  }
}
