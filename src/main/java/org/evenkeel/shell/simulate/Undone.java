package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.CycleStatement;

/**
 * Whether what a cycle without faults left undone is what it decided to leave.
 *
 * <p>The rows of what was given up must make up the difference to the last lot. Each has denials, and these only say that
 * fresh prices want less or that what is left is under the smallest order. How much may be unwanted is computed here from
 * what the portfolio was worth before and after: prices stand still within a cycle, so nothing else can move the target.
 */
final class Undone {

  private Undone() {}

  /** What is wrong with a position that is not its target; empty if every lot of the difference is accounted for. */
  static Optional<String> objection(
      RebalancePlan plan, TargetPosition target, BigDecimal held, CycleEntry cycle, Memory memory) {
    List<Intent> intents =
        memory.intents.values().stream()
            .filter(intent -> intent.cycle().equals(cycle.slot().cycleId()))
            .filter(intent -> intent.instrument().equals(target.instrument()))
            .filter(intent -> memory.costs.forgone.containsKey(intent.id()))
            .toList();
    BigDecimal givenUp = BigDecimal.ZERO;
    BigDecimal allowed = unwanted(plan, target, cycle);
    for (Intent intent : intents) {
      List<RefusalReason> reasons = reasons(memory, intent.id());
      Contracts unfilled = Objects.requireNonNull(memory.costs.forgone.get(intent.id())).unfilled();
      givenUp = givenUp.add(intent.side().signed(unfilled).value());
      for (RefusalReason reason : reasons) {
        switch (reason) {
          case NOT_WANTED -> {}
          case BELOW_VENUE_MINIMUM -> allowed = allowed.add(dust(intent));
          default -> {
            return Optional.of("given up for another reason: " + reasons);
          }
        }
      }
      if (reasons.isEmpty()) {
        return Optional.of(unfilled + " given up without a reason");
      }
    }
    if (target.target().value().subtract(held).compareTo(givenUp) != 0) {
      return Optional.of("the rows say that " + givenUp + " contracts were given up");
    }
    return givenUp.abs().compareTo(allowed) > 0
        ? Optional.of(givenUp + " given up, where " + allowed + " can be explained")
        : Optional.empty();
  }

  private static List<RefusalReason> reasons(Memory memory, IntentId intent) {
    return memory.denials.stream()
        .filter(denial -> denial.intent().id().equals(intent))
        .map(denial -> denial.refusal().reason())
        .toList();
  }

  /** The lots by which the same weight of a portfolio that has paid its costs is smaller than the target. */
  private static BigDecimal unwanted(RebalancePlan plan, TargetPosition target, CycleEntry cycle) {
    BigDecimal before = plan.nav().amount();
    BigDecimal after = cycle.statement().map(CycleStatement::nav).orElse(before).min(before);
    BigDecimal planned = target.target().value();
    BigDecimal wanted =
        Decimals.nearestToStep(
            planned.multiply(Decimals.quotient(after, before), Decimals.PRECISION),
            spec(target.instrument().value()).lotSize());
    return planned.subtract(wanted).abs();
  }

  /** The most lots that no order can complete. */
  private static BigDecimal dust(Intent intent) {
    InstrumentSpec spec = spec(intent.instrument().value());
    return OrderGate.smallest(spec, intent.arrivalPrice()).value().subtract(spec.lotSize());
  }

  private static InstrumentSpec spec(String instrument) {
    return SimMarket.SPECS.stream()
        .filter(spec -> spec.id().value().equals(instrument))
        .findFirst()
        .orElseThrow();
  }
}
