package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The maintenance margin of one contract by the value of a position, and where it ends.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param tiers in order of size, the first from zero; rates do not fall
 * @param motion what becomes of it when the price moves
 * @param most the largest value that the venue grants at the leverage that is set; empty if it is not bounded
 */
public record MaintenanceCurve(
    List<MaintenanceTable.Tier> tiers, Motion motion, Optional<BigDecimal> most) {

  /** What becomes of the margin of a position when the price moves by a factor. */
  public enum Motion {
    /** Tiers count the value: a rise carries a position into a higher one. */
    VALUE,
    /** Tiers count contracts: the position stays in its tier, and the margin moves as the price does. */
    CONTRACTS,
    /** The contract is worth the same at any price; a rise is taken for one of the margin nevertheless. */
    FACE
  }

  public MaintenanceCurve {
    tiers = List.copyOf(tiers);
    if (tiers.isEmpty() || tiers.get(0).from().signum() != 0) {
      throw new IllegalArgumentException("the first tier must begin at zero: " + tiers);
    }
    for (int i = 1; i < tiers.size(); i++) {
      if (tiers.get(i).from().compareTo(tiers.get(i - 1).from()) <= 0
          || tiers.get(i).rate().compareTo(tiers.get(i - 1).rate()) < 0) {
        throw new IllegalArgumentException(
            "tiers must rise in size and not fall in rate: " + tiers);
      }
    }
  }

  /** The margin of a position of this value, which is not negative. */
  BigDecimal margin(BigDecimal value) {
    BigDecimal margin = BigDecimal.ZERO;
    for (int i = 0; i < tiers.size() && value.compareTo(tiers.get(i).from()) > 0; i++) {
      BigDecimal to = i + 1 < tiers.size() ? tiers.get(i + 1).from().min(value) : value;
      margin = margin.add(to.subtract(tiers.get(i).from()).multiply(tiers.get(i).rate().value()));
    }
    return margin;
  }

  /** The same after the price has moved; convex in the value and in the factor. */
  BigDecimal moved(BigDecimal value, BigDecimal factor) {
    return switch (motion) {
      case VALUE -> margin(value.multiply(factor));
      case CONTRACTS -> margin(value).multiply(factor);
      case FACE -> margin(value).multiply(factor.max(BigDecimal.ONE));
    };
  }
}
