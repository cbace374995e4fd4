package org.evenkeel.shell.simulate;

import static org.evenkeel.shell.simulate.Violation.require;

import java.util.LinkedHashMap;
import java.util.Map;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ParityDecision;
import org.evenkeel.core.parity.RiskParitySolution;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.Decision;
import org.evenkeel.cycle.DecisionInputs;

/** What a decision must be: I14, I22, I23 and I24. */
final class DecisionJudge {

  private static final double RESIDUAL = 1e-6;

  private final Memory memory;
  private final Map<CycleId, CycleStatus> ended = new LinkedHashMap<>();

  DecisionJudge(Memory memory) {
    this.memory = memory;
  }

  /** I14: a slot gets one row, and the row one end with a reason unless it is well. */
  void onCycle(CycleEntry entry) {
    CycleId id = entry.slot().cycleId();
    require(!ended.containsKey(id), "I14", () -> id + " had ended as " + ended.get(id));
    if (!entry.status().isEnded()) {
      return;
    }
    ended.put(id, entry.status());
    require(
        entry.status() == CycleStatus.DONE || !entry.reason().isBlank(),
        "I14",
        () -> id + " is " + entry.status() + " without a reason");
    checkOverrides(entry);
    Object target = entry.documents().get("target");
    if (target instanceof ParityDecision decision) {
      checkTarget(id, decision);
      checkPlan(id, entry, decision);
    }
  }

  /** I23: what is stored with a plan gives that plan again. */
  private static void checkPlan(CycleId id, CycleEntry entry, ParityDecision target) {
    if (!(entry.documents().get("plan") instanceof RebalancePlan plan)
        || entry.inputs().isEmpty()) {
      return;
    }
    DecisionInputs inputs = entry.inputs().get();
    // The solve is the dear part of a decision, and its answer has been judged.
    Result<RebalancePlan> again =
        inputs
            .observation()
            .then(
                seen ->
                    Decision.plan(
                        inputs.rules(),
                        RememberedEstimates.of(inputs.rules(), seen),
                        target,
                        seen,
                        inputs.standing(),
                        inputs.next(),
                        Decision.pegs(inputs)));
    require(
        again.equals(Result.ok(plan)),
        "I23",
        () -> id + " was planned as " + plan + ", and what is stored gives " + again);
  }

  /** Takes the memory as it stands for what was decided. */
  void restored() {
    ended.clear();
    memory.cycles.forEach(
        (id, entry) -> {
          if (entry.status().isEnded()) {
            ended.put(id, entry.status());
          }
        });
  }

  /** I22: whatever is in force was ordered by somebody, for a reason, for a time. */
  private void checkOverrides(CycleEntry entry) {
    for (OperatorOverride override : memory.overrides) {
      if (override.isInForce(entry.slot().dueAt())) {
        require(
            !override.author().isBlank()
                && !override.reason().isBlank()
                && override.expiresAt().isAfter(override.createdAt()),
            "I22",
            () -> "in force without author, reason or end: " + override);
      }
    }
  }

  /** I24: weights are finite, not negative, sum to one, and the proof of them is small enough. */
  private static void checkTarget(CycleId id, ParityDecision decision) {
    double sum = 0;
    for (double weight : decision.solution().weights()) {
      require(
          Double.isFinite(weight) && weight >= 0, "I24", () -> id + " has a weight of " + weight);
      sum += weight;
    }
    double all = sum;
    require(
        decision.solution().weights().isEmpty() || StrictMath.abs(sum - 1) < 1e-9,
        "I24",
        () -> id + " has weights of " + all + " in all");
    if (decision.solution() instanceof RiskParitySolution solution) {
      require(
          solution.certificate().kktResidual() <= RESIDUAL,
          "I24",
          () -> id + " has a residual of " + solution.certificate().kktResidual());
    }
  }
}
