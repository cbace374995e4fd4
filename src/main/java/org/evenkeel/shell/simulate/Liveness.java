package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.AbsenceProof;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Reconciliation;
import org.evenkeel.core.statement.CycleStatus;

/** What must have become well some time after the last fault. */
final class Liveness {

  private Liveness() {}

  /** Everything that is not well yet, in words; empty if all is. */
  static List<String> complaints(Memory memory, SimVenue venue, SimBot bot) {
    List<String> complaints = new ArrayList<>();
    if (!bot.daemon().isReady()) {
      complaints.add("not ready");
    }
    for (Attempt attempt : memory.attempts.values()) {
      boolean isOpen = !attempt.state().isTerminal();
      if (isOpen && !(attempt.state() instanceof AttemptState.Quarantined)) {
        complaints.add("open: " + attempt.ticket().clientOrderId() + " " + attempt.state());
      }
      if (attempt.state() instanceof AttemptState.Quarantined && !isTrulyOdd(attempt, venue)) {
        complaints.add("quarantined without reason: " + attempt);
      }
    }
    if (memory.cycles.values().stream().anyMatch(entry -> !entry.status().isEnded())) {
      complaints.add("a cycle has not ended");
    }
    for (Lock lock : memory.locks) {
      complaints.add(lock.toString());
    }
    TreeSet<String> booked = new TreeSet<>(memory.fills.keySet());
    for (Fill fill : venue.truth().fills) {
      if (!booked.contains(fill.instrument() + "/" + fill.tradeId())) {
        complaints.add("not booked: " + fill);
      }
    }
    return complaints;
  }

  /** True if the venue really holds another order than the one that was asked for, or somebody traded just so. */
  private static boolean isTrulyOdd(Attempt attempt, SimVenue venue) {
    SimOrder order = venue.orders().get(attempt.ticket().clientOrderId());
    if (order != null) {
      return !order.truth().echoes(attempt.ticket());
    }
    return venue.truth().fills.stream()
        .anyMatch(
            fill ->
                fill.instrument().equals(attempt.ticket().instrument())
                    && AbsenceProof.mayHaveExecuted(
                        attempt,
                        fill.side(),
                        fill.lastQty(),
                        fill.venueTime(),
                        venue.capabilities()));
  }

  /**
   * Whether the venue has forgotten an execution before the bot could read it: then nobody but a person can explain what
   * is held, and the bot has to say so and stand still.
   */
  static boolean isBeyondReading(Memory memory, SimVenue venue) {
    Instant forgotten = venue.now().minus(venue.capabilities().forgetsFillsAfter());
    return venue.truth().fills.stream()
        .anyMatch(
            fill ->
                fill.venueTime().isBefore(forgotten)
                    && !memory.fills.containsKey(fill.instrument() + "/" + fill.tradeId()));
  }

  /** L3: whatever is frozen for good has a reason that is shown, and L4: every slot since the first has a row. */
  static List<String> visible(Memory memory, RecordingAlerts alerts) {
    List<String> complaints = new ArrayList<>();
    for (Lock lock : memory.locks) {
      if (!alerts.raised().containsKey("lock " + lock.number())) {
        complaints.add("L3 no alert of " + lock);
      }
    }
    TreeSet<Instant> due = new TreeSet<>();
    for (CycleEntry entry : memory.cycles.values()) {
      if (entry.slot().occasion() == Slot.Occasion.CADENCE) {
        due.add(entry.slot().dueAt());
      }
    }
    if (due.isEmpty()) {
      return complaints;
    }
    for (Instant slot = due.first();
        slot.isBefore(due.last());
        slot = slot.plus(SimMarket.PERIOD)) {
      if (!due.contains(slot)) {
        complaints.add("L4 no row of the slot " + slot);
      }
    }
    return complaints;
  }

  /** L5: every slot that was skipped was told once; what died before it could tell is told by nobody. */
  static List<String> told(Memory memory, RecordingAlerts alerts, boolean hasDied) {
    List<String> complaints = new ArrayList<>();
    for (CycleEntry entry : memory.cycles.values()) {
      if (entry.status() == CycleStatus.SKIPPED) {
        String id = entry.slot().cycleId().value();
        long told =
            alerts.notes().stream().filter(note -> note.startsWith("slot-skipped: " + id)).count();
        if (told > 1 || (told == 0 && !hasDied)) {
          complaints.add("L5 " + told + " notes of the skipped slot " + id);
        }
      }
    }
    return complaints;
  }

  /** What is not as it should be after a slot without faults. */
  static List<String> afterASlot(Memory memory, SimVenue venue) {
    List<String> complaints = new ArrayList<>();
    List<CycleEntry> entries = List.copyOf(memory.cycles.values());
    CycleEntry last = entries.get(entries.size() - 1);
    if (last.status() != CycleStatus.DONE) {
      complaints.add("the last slot is " + last.status() + ": " + last.reason());
    }
    Instant now = Instant.EPOCH;
    for (LockFinding found :
        Reconciliation.compare(memory.balances(), venue.truth().account(now))) {
      complaints.add("ledger and venue differ: " + found);
    }
    if (last.documents().get("plan") instanceof RebalancePlan plan) {
      complaints.addAll(untraded(plan, last, memory, venue));
    }
    return complaints;
  }

  /** What was planned and is not held, for no reason that the plan gives or that its execution has stored. */
  private static List<String> untraded(
      RebalancePlan plan, CycleEntry cycle, Memory memory, SimVenue venue) {
    List<String> complaints = new ArrayList<>();
    for (TargetPosition target : plan.targets()) {
      BigDecimal held = venue.truth().position(target.instrument()).value();
      boolean isSkipped =
          plan.skips().stream().anyMatch(skip -> skip.instrument().equals(target.instrument()))
              || memory.open().stream()
                  .anyMatch(open -> open.ticket().instrument().equals(target.instrument()));
      if (SimMarket.isFuture(target.instrument())
          && !isSkipped
          && held.compareTo(target.target().value()) != 0) {
        Undone.objection(plan, target, held, cycle, memory)
            .ifPresent(why -> complaints.add(held + " held of " + target + ": " + why));
      }
    }
    return complaints;
  }
}
