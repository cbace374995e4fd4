package org.evenkeel.cycle;

import java.math.BigDecimal;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;

/**
 * A plan after each of its stages.
 *
 * @param planned as the planner makes it
 * @param permitted what the verdict on the data leaves of it
 * @param limited what the limits leave of that: the plan that is carried out
 */
public record PlanStages(RebalancePlan planned, RebalancePlan permitted, RebalancePlan limited) {

  /** The position of an instrument once all legs of a plan are done, in contracts. */
  static BigDecimal after(RebalancePlan plan, InstrumentId instrument) {
    return plan.current(instrument).value().add(traded(plan, instrument));
  }

  /** The signed contracts that a plan trades of an instrument. */
  static BigDecimal traded(RebalancePlan plan, InstrumentId instrument) {
    BigDecimal sum = BigDecimal.ZERO;
    for (PlannedLeg leg : plan.legs()) {
      if (leg.instrument().equals(instrument)) {
        sum = sum.add(leg.side().signed(leg.quantity()).value());
      }
    }
    return sum;
  }
}
