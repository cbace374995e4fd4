package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Ratio;

/**
 * Whether orders cost more than the planner reckons with: the mean excess of the newest orders against its own error.
 *
 * <p>The excess of an order is what spread, impact and fees have cost less what was assumed of the three, as a fraction of
 * its value. Of n orders with a mean excess m and a standard deviation s, the excess is persistent if there are at least
 * {@link #LEAST} and m is above 2 s / sqrt(n) and above a tenth of a basis point: by chance once in about forty times.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param orders orders looked at
 * @param assumed mean assumed cost, fraction of the value
 * @param measured mean measured cost
 * @param error standard error of the mean excess
 */
public record CostDrift(int orders, Ratio assumed, Ratio measured, Ratio error) {

  /** Fewer orders say nothing. */
  public static final int LEAST = 20;

  private static final BigDecimal TENTH_OF_A_POINT = new BigDecimal("0.00001");

  /** What a list of orders says; those of which nothing was executed say nothing. */
  public static CostDrift of(List<MeasuredOrder> orders) {
    List<BigDecimal> excess = new ArrayList<>();
    BigDecimal assumed = BigDecimal.ZERO;
    BigDecimal measured = BigDecimal.ZERO;
    for (MeasuredOrder order : orders) {
      if (!order.filled().isZero() && order.value().signum() > 0) {
        BigDecimal cost = Decimals.quotient(Shortfall.of(order).trading(), order.value());
        BigDecimal reckoned = order.arrival().assumed().total().value();
        assumed = assumed.add(reckoned);
        measured = measured.add(cost);
        excess.add(cost.subtract(reckoned));
      }
    }
    int n = excess.size();
    if (n < 2) {
      return new CostDrift(n, Ratio.of(assumed), Ratio.of(measured), Ratio.ZERO);
    }
    BigDecimal count = BigDecimal.valueOf(n);
    BigDecimal mean = Decimals.quotient(measured.subtract(assumed), count);
    BigDecimal squares = BigDecimal.ZERO;
    for (BigDecimal one : excess) {
      BigDecimal off = one.subtract(mean);
      squares = squares.add(off.multiply(off));
    }
    BigDecimal variance = Decimals.quotient(squares, BigDecimal.valueOf(n - 1L));
    return new CostDrift(
        n,
        Ratio.of(Decimals.quotient(assumed, count)),
        Ratio.of(Decimals.quotient(measured, count)),
        Ratio.of(Decimals.quotient(variance, count).sqrt(Decimals.PRECISION)));
  }

  /** Measured less assumed. */
  public Ratio excess() {
    return measured.minus(assumed);
  }

  /** True if orders cost more than assumed, and not by chance. */
  public boolean isPersistent() {
    BigDecimal twice = error.value().multiply(BigDecimal.TWO);
    return orders >= LEAST
        && excess().value().compareTo(twice) > 0
        && excess().value().compareTo(TENTH_OF_A_POINT) > 0;
  }

  /** The finding for people. */
  public String inWords() {
    return String.format(
        Locale.ROOT,
        "the last %d orders cost %.2f bp and the planner reckons with %.2f bp (standard error %.2f bp)",
        orders,
        measured.value().movePointRight(4),
        assumed.value().movePointRight(4),
        error.value().movePointRight(4));
  }
}
