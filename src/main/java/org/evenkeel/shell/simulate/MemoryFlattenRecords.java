package org.evenkeel.shell.simulate;

import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.FlattenRecords;
import org.evenkeel.cycle.OfflineRun;

/** The end of a flatten and the orders of an offline one, in a memory. */
public final class MemoryFlattenRecords implements FlattenRecords {

  private final Memory memory;
  private final MemoryLease lease;
  private final Boundaries boundaries;

  public MemoryFlattenRecords(Memory memory, MemoryLease lease, Boundaries boundaries) {
    this.memory = memory;
    this.lease = lease;
    this.boundaries = boundaries;
  }

  @Override
  public boolean finish(String reason) {
    return boundaries.cross(
        "finishFlatten",
        () -> {
          lease.requireHeld();
          boolean isFlattening = memory.tradingState == TradingState.FLATTENING;
          if (isFlattening) {
            memory.tradingState = TradingState.HALTED;
          }
          return isFlattening;
        });
  }

  @Override
  public boolean takeIn(OfflineRun run) {
    return boundaries.cross(
        "takeIn",
        () -> {
          lease.requireHeld();
          CycleEntry entry = new CycleEntry(run.slot());
          entry.status = run.endedAt().isPresent() ? CycleStatus.DONE : CycleStatus.FAILED;
          entry.reason = "offline flatten: " + run.text();
          if (memory.cycles.putIfAbsent(run.slot().cycleId(), entry) != null) {
            return false;
          }
          run.orders().forEach(this::enter);
          memory.tradingState = TradingState.FLATTENING;
          return true;
        });
  }

  private void enter(OfflineRun.Order order) {
    memory.intents.put(order.intent().id(), order.intent());
    Attempt pending = Attempt.pending(order.intent().id(), 1, order.ticket());
    memory.put(
        order.answer().map(answer -> OrderLifecycle.answered(pending, answer)).orElse(pending));
  }
}
