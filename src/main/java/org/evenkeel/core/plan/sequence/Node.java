package org.evenkeel.core.plan.sequence;

import java.math.BigDecimal;

/**
 * One place that an instrument may be at: where its legs begin and end, at both ends of what is uncertain.
 *
 * @param low the least exposure, in NAV currency, signed
 * @param high the greatest
 * @param lost the most that trading has lost against the mark on the way here
 * @param spent what was paid out of margin for coins; negative if coins were sold
 */
record Node(BigDecimal low, BigDecimal high, BigDecimal lost, BigDecimal spent) {

  static Node start(Stake stake) {
    BigDecimal low = stake.possible().low().value().multiply(stake.value());
    BigDecimal high = stake.possible().high().value().multiply(stake.value());
    return new Node(low, high, high.subtract(low).multiply(stake.cost()), BigDecimal.ZERO);
  }

  /** The place after a change of exposure. */
  Node after(Stake stake, BigDecimal change) {
    return new Node(
        low.add(change),
        high.add(change),
        lost.add(change.abs().multiply(stake.cost())),
        stake.isPaidFromMargin() ? spent.add(change) : spent);
  }

  /** The larger of the exposures at the two ends, without its sign. */
  BigDecimal size() {
    return low.abs().max(high.abs());
  }

  /** The larger of the contributions at the two ends. */
  BigDecimal of(Row row, Stake stake, SequenceBounds bounds) {
    BigDecimal atLow = row.of(stake, bounds, low, lost, spent);
    return low.compareTo(high) == 0 ? atLow : atLow.max(row.of(stake, bounds, high, lost, spent));
  }
}
