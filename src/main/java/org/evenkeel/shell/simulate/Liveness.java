package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
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

  /** What is not as it should be after a slot without faults. */
  static List<String> afterASlot(Memory memory, SimVenue venue) {
    List<String> complaints = new ArrayList<>();
    List<Memory.CycleEntry> entries = List.copyOf(memory.cycles.values());
    Memory.CycleEntry last = entries.get(entries.size() - 1);
    if (last.status() != CycleStatus.DONE) {
      complaints.add("the last slot is " + last.status() + ": " + last.reason());
    }
    Instant now = Instant.EPOCH;
    for (LockFinding found :
        Reconciliation.compare(memory.balances(), venue.truth().account(now))) {
      complaints.add("ledger and venue differ: " + found);
    }
    return complaints;
  }
}
