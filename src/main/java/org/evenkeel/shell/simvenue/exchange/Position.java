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
 * @param qty base units, negative when short; quote units of an inverse contract
 * @param cost what the absolute quantity was worth at the average entry price, in the settlement currency, never negative
 * @param updatedMs market time of the last change
 * @param contract what it is worth at a price
 */
public record Position(BigDecimal qty, BigDecimal cost, long updatedMs, ContractValue contract) {

  /** No position in a linear contract. */
  public static final Position FLAT = flat(ContractValue.LINEAR);

  static final int MONEY_SCALE = 8;

  static Position flat(ContractValue contract) {
    return new Position(BigDecimal.ZERO, BigDecimal.ZERO, 0, contract);
  }

  /** Returns the average entry price, zero when flat, rounded half-even to eight decimals. */
  public BigDecimal entryPx() {
    return qty.signum() == 0 ? BigDecimal.ZERO : contract.averagePrice(qty.abs(), cost);
  }

  /** Returns the profit if everything were closed at the mark, eight decimals. */
  public BigDecimal unrealizedPnl(BigDecimal mark) {
    return gain(cost, contract.worth(qty.abs(), mark));
  }

  private BigDecimal gain(BigDecimal paid, BigDecimal worth) {
    BigDecimal ofLong = contract.gainOfLong(paid, worth);
    BigDecimal profit = qty.signum() >= 0 ? ofLong : ofLong.negate();
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
    BigDecimal profit = gain(released, contract.worth(closing, price));
    BigDecimal nextQty = qty.add(side.signed(tradeQty));
    BigDecimal nextCost = cost.subtract(released).add(contract.worth(opening, price));
    Position after =
        nextQty.signum() == 0
            ? new Position(BigDecimal.ZERO, BigDecimal.ZERO, atMs, contract)
            : new Position(nextQty, nextCost, atMs, contract);
    return new Change(after, profit);
  }

  private BigDecimal releasedCost(BigDecimal closing) {
    if (closing.signum() == 0) {
      return BigDecimal.ZERO;
    }
    return closing.compareTo(qty.abs()) == 0
        ? cost
        : cost.multiply(closing).divide(qty.abs(), contract.costScale(), RoundingMode.HALF_EVEN);
  }
}
