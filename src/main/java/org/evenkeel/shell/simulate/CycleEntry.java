package org.evenkeel.shell.simulate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.DecisionInputs;

/** The row of a slot. */
public final class CycleEntry {
  final Slot slot;
  CycleStatus status = CycleStatus.RUNNING;
  String reason = "";
  Optional<CycleStatement> statement = Optional.empty();
  final List<DecisionInputs> inputs = new ArrayList<>();
  final Map<String, Object> documents = new TreeMap<>();

  CycleEntry(Slot slot) {
    this.slot = slot;
  }

  /** The entry of a slot that is not run. */
  static CycleEntry skipped(Slot slot, String reason) {
    CycleEntry entry = new CycleEntry(slot);
    entry.status = CycleStatus.SKIPPED;
    entry.reason = reason;
    return entry;
  }

  public Slot slot() {
    return slot;
  }

  public CycleStatus status() {
    return status;
  }

  public String reason() {
    return reason;
  }

  public Optional<CycleStatement> statement() {
    return statement;
  }

  /** What the decision was made from; empty before it is. */
  public Optional<DecisionInputs> inputs() {
    return inputs.stream().findFirst();
  }

  public Map<String, Object> documents() {
    return documents;
  }
}
