package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * What holds for a class of sleeves together.
 *
 * <p>For example, the class 'alts' has 1 part of the risk, whatever the number of its sleeves, and at most 0.4 of the
 * weights.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param riskBudget parts of the portfolio's risk that the class's sleeves share by their own parts; empty for the sum of
 *     those
 * @param weights the range of the sum of their weights
 */
public record ClassRule(Optional<BigDecimal> riskBudget, WeightRange weights) {

  public ClassRule {
    if (riskBudget.isPresent() && riskBudget.get().signum() <= 0) {
      throw new IllegalArgumentException(
          "a class's risk budget must be above zero, found " + riskBudget.get());
    }
  }
}
