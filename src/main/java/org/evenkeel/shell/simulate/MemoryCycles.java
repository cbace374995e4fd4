package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.DecisionInputs;

/** The rules of cycles in memory, as the database's constraints are in the real journal. */
final class MemoryCycles {

  private MemoryCycles() {}

  static Optional<Instant> lastDecidedSlot(Memory memory, String strategy) {
    return memory.cycles.values().stream()
        .map(entry -> entry.slot)
        .filter(slot -> slot.strategy().equals(strategy))
        .filter(slot -> slot.occasion() == Slot.Occasion.CADENCE)
        .map(Slot::dueAt)
        .max(Instant::compareTo);
  }

  /** Whether an appointment, or one after it, has its decision. */
  static boolean isDecided(Memory memory, Instant dueAt) {
    return memory.cycles.values().stream()
        .map(entry -> entry.slot)
        .filter(slot -> slot.occasion() == Slot.Occasion.CADENCE)
        .anyMatch(slot -> !slot.dueAt().isBefore(dueAt));
  }

  /** False, and nothing changed, if the slot has a row. */
  static boolean enter(Memory memory, CycleEntry entry) {
    if (memory.cycles.putIfAbsent(entry.slot().cycleId(), entry) != null) {
      return false;
    }
    memory.watch().onCycle(entry);
    return true;
  }

  static void keepInputs(CycleEntry entry, DecisionInputs inputs) {
    MemoryOrders.require(
        entry.inputs.isEmpty() || entry.inputs.equals(List.of(inputs)),
        entry.slot().cycleId() + " has other inputs");
    entry.inputs.clear();
    entry.inputs.add(inputs);
  }

  static void end(
      Memory memory,
      CycleId cycle,
      CycleStatus status,
      String reason,
      Optional<CycleStatement> statement) {
    CycleEntry entry = memory.cycle(cycle);
    MemoryOrders.require(!entry.status.isEnded(), cycle + " ended already as " + entry.status);
    entry.status = status;
    entry.reason = reason;
    entry.statement = statement;
    memory.watch().onCycle(entry);
  }
}
