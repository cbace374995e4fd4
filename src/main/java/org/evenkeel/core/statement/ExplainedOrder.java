package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a plan trades of one instrument, taken apart without a rest.
 *
 * <p>For example, a purchase of 3 contracts is 4 for a lower variance, -0.6 for a higher price and -0.4 for whole lots.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what
 * @param held contracts held when the plan was made
 * @param contracts signed contracts that the plan trades, all legs together; zero if it trades none
 * @param value the same at the mark price, in NAV currency
 * @param contributions the parts, whose contracts add up to those of the order exactly
 */
public record ExplainedOrder(
    String instrument,
    BigDecimal held,
    BigDecimal contracts,
    BigDecimal value,
    List<Contribution> contributions) {

  public ExplainedOrder {
    contributions = List.copyOf(contributions);
    BigDecimal sum =
        contributions.stream()
            .map(Contribution::contracts)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(contracts) != 0) {
      throw new IllegalArgumentException(
          "the parts of an order of "
              + contracts.toPlainString()
              + " of "
              + instrument
              + " add up to "
              + sum.toPlainString());
    }
  }
}
