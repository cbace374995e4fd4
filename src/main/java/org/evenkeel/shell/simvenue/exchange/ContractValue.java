package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What a quantity of a contract is worth in the currency that it settles in, from which profit, margin, fees and funding follow.
 *
 * <pre>
 *                      linear, quanto    inverse
 *   quantity q         base coins        quote units
 *                      (quanto: third coins for one of price)
 *   worth at price p   q p in quote      q / p in base
 *                      (quanto: in the third coin)
 *   gain of a long     worth - cost      cost - worth
 *   average price      cost / q          q / cost
 * </pre>
 *
 * <p>For example 1000 dollars bought at 50,000 cost 0.02 coins and are worth 0.016 at 62,500: a long gains 0.004 coins.
 * Source: OKX's introduction to crypto-margined futures; margin is face value x contracts / (mark x leverage), fees and funding
 * are rates on face value x contracts / price.
 *
 * <p>Stateless and thread-safe.
 */
public enum ContractValue {
  /** Settled in the quote currency, or in a third one at a fixed rate. */
  LINEAR(Position.MONEY_SCALE) {
    @Override
    BigDecimal worth(BigDecimal qty, BigDecimal price) {
      return qty.multiply(price);
    }

    @Override
    BigDecimal inQuote(BigDecimal qty, BigDecimal price) {
      return worth(qty, price);
    }

    @Override
    BigDecimal gainOfLong(BigDecimal cost, BigDecimal worth) {
      return worth.subtract(cost);
    }

    @Override
    BigDecimal averagePrice(BigDecimal qty, BigDecimal cost) {
      return cost.divide(qty, Position.MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    BigDecimal dearest(BigDecimal one, BigDecimal other) {
      return one.max(other);
    }
  },

  /** Settled in the base currency. */
  INVERSE(24) {
    @Override
    BigDecimal worth(BigDecimal qty, BigDecimal price) {
      return qty.divide(price, costScale(), RoundingMode.HALF_EVEN);
    }

    @Override
    BigDecimal inQuote(BigDecimal qty, BigDecimal price) {
      return qty;
    }

    @Override
    BigDecimal gainOfLong(BigDecimal cost, BigDecimal worth) {
      return cost.subtract(worth);
    }

    @Override
    BigDecimal averagePrice(BigDecimal qty, BigDecimal cost) {
      return qty.divide(cost, Position.MONEY_SCALE, RoundingMode.HALF_EVEN);
    }

    @Override
    BigDecimal dearest(BigDecimal one, BigDecimal other) {
      return one.min(other);
    }
  };

  private final int costScale;

  ContractValue(int costScale) {
    this.costScale = costScale;
  }

  static ContractValue of(SeriesInfo info) {
    return info.isInverse() ? INVERSE : LINEAR;
  }

  /** What a quantity costs at a price, in the settlement currency, with the quantity's sign. */
  abstract BigDecimal worth(BigDecimal qty, BigDecimal price);

  /** The same in quote currency. */
  abstract BigDecimal inQuote(BigDecimal qty, BigDecimal price);

  abstract BigDecimal gainOfLong(BigDecimal cost, BigDecimal worth);

  /** The price at which a quantity would have had a cost; the harmonic mean of an inverse contract's purchases. */
  abstract BigDecimal averagePrice(BigDecimal qty, BigDecimal cost);

  /** That of two prices at which a quantity is worth more of the settlement currency. */
  abstract BigDecimal dearest(BigDecimal one, BigDecimal other);

  /** The decimals of the cost of a part: of coins more than are paid out, so that the average price stays where it is. */
  int costScale() {
    return costScale;
  }
}
