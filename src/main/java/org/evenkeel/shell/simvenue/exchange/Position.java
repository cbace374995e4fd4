package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A one-way futures position: signed quantity and what it cost.
 *
 * <p>The cost is kept instead of the entry price because it stays exact: buying 1 at 100 and 2 at 101 costs 302, while its average of 100.666... does not end.
 * Closing a part takes the same part of the cost, rounded half-even to eight decimals, and closing all takes all of it, so that profits add up to the last digit.
 * Immutable and thread-safe.
 *
 * @param qty base units, negative when short
 * @param cost absolute quantity times average entry price, quote units, never negative
 * @param updatedMs market time of the last change
 */
public record Position(BigDecimal qty, BigDecimal cost, long updatedMs) {

  /** No position. */
  public static final Position FLAT = new Position(BigDecimal.ZERO, BigDecimal.ZERO, 0);

  static final int MONEY_SCALE = 8;

  /** Returns the average entry price, zero when flat, rounded half-even to eight decimals. */
  public BigDecimal entryPx() {
    return qty.signum() == 0
        ? BigDecimal.ZERO
        : cost.divide(qty.abs(), MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  /** Returns the profit if everything were closed at the mark, eight decimals. */
  public BigDecimal unrealizedPnl(BigDecimal mark) {
    BigDecimal value = mark.multiply(qty.abs());
    BigDecimal profit = qty.signum() >= 0 ? value.subtract(cost) : cost.subtract(value);
    return profit.setScale(MONEY_SCALE, RoundingMode.HALF_EVEN);
  }

  /** Returns how much of a trade in this direction would only close the position. */
  public BigDecimal reducible(Side side) {
    boolean closes = qty.signum() != 0 && side.signed(BigDecimal.ONE).signum() != qty.signum();
    return closes ? qty.abs() : BigDecimal.ZERO;
  }

  /** The position after a trade and the profit the trade realized. */
  record Change(Position after, BigDecimal realizedPnl) {}

  Change traded(Side side, BigDecimal price, BigDecimal tradeQty, long atMs) {
    BigDecimal closing = reducible(side).min(tradeQty);
    BigDecimal opening = tradeQty.subtract(closing);
    BigDecimal released = releasedCost(closing);
    BigDecimal value = price.multiply(closing);
    BigDecimal profit = qty.signum() >= 0 ? value.subtract(released) : released.subtract(value);
    BigDecimal nextQty = qty.add(side.signed(tradeQty));
    BigDecimal nextCost = cost.subtract(released).add(price.multiply(opening));
    Position after =
        nextQty.signum() == 0
            ? new Position(BigDecimal.ZERO, BigDecimal.ZERO, atMs)
            : new Position(nextQty, nextCost, atMs);
    return new Change(after, profit.setScale(MONEY_SCALE, RoundingMode.HALF_EVEN));
  }

  private BigDecimal releasedCost(BigDecimal closing) {
    if (closing.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return closing.compareTo(qty.abs()) == 0
        ? cost
        : cost.multiply(closing).divide(qty.abs(), MONEY_SCALE, RoundingMode.HALF_EVEN);
  }
}
