package org.evenkeel.core.plan;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Decimals;

/**
 * The worst that one figure can come to while a sequence of legs is carried out.
 *
 * <p>For example, gross leverage of at most 2.31 of 3, possible after leg 4.
 * This class is immutable and thread-safe.
 *
 * @param kind what is measured
 * @param where the venue, the pot of money such as 'USDT@binance', or 'portfolio'
 * @param worst the worst value, as a ratio
 * @param limit what it is held against
 * @param after the number of the leg after which it can be so; -1 if before the first
 */
public record ProvenFigure(Kind kind, String where, BigDecimal worst, BigDecimal limit, int after) {

  /** What is proven of a sequence. */
  public enum Kind {
    /** Gross exposure of futures over NAV; at most the limit. */
    GROSS_LEVERAGE,
    /** Net exposure of futures over NAV, without its sign; at most the limit. */
    NET_LEVERAGE,
    /** Gross exposure at one venue, coins held for their risk included, over NAV; at most the limit. */
    VENUE_EXPOSURE,
    /** Initial margin over the equity of the pot that carries it; at most the limit. */
    INITIAL_MARGIN,
    /** Maintenance margin over that equity; at most the limit. */
    MARGIN_RATIO,
    /** The smallest move of all prices, or of one, that brings equity down to maintenance margin; at least the limit. */
    LIQUIDATION_DISTANCE
  }

  public ProvenFigure {
    worst = Decimals.normal(worst);
    limit = Decimals.normal(limit);
  }

  /** True if the figure is on the right side of its limit. */
  public boolean holds() {
    return kind == Kind.LIQUIDATION_DISTANCE
        ? worst.compareTo(limit) >= 0
        : worst.compareTo(limit) <= 0;
  }
}
