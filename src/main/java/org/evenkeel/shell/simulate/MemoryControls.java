package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.SeenOverrides;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.RunWish;

/** The operator's hand on a memory. */
public final class MemoryControls implements Controls {

  private final Memory memory;

  public MemoryControls(Memory memory) {
    this.memory = memory;
  }

  @Override
  public void setTradingState(TradingState state, String author, String reason) {
    memory.tradingState = state;
  }

  @Override
  public Result<OperatorOverride> setOverride(OperatorOverride wanted, Optional<List<Long>> seen) {
    List<Long> inForce =
        memory.overrides.stream()
            .filter(override -> override.isInForce(wanted.createdAt()))
            .map(OperatorOverride::id)
            .toList();
    Optional<Refusal> objection = seen.flatMap(ids -> SeenOverrides.objection(ids, inForce));
    if (objection.isPresent()) {
      return Result.refused(objection.get());
    }
    OperatorOverride added = wanted.numbered(memory.overrides.size() + 1L);
    memory.overrides.add(added);
    return Result.ok(added);
  }

  @Override
  public boolean expireOverride(long id, String author, String reason, Instant at) {
    for (int i = 0; i < memory.overrides.size(); i++) {
      OperatorOverride o = memory.overrides.get(i);
      if (o.id() == id && o.isInForce(at)) {
        memory.overrides.set(
            i,
            new OperatorOverride(
                o.id(), o.scope(), o.kind(), o.value(), o.author(), o.reason(), o.createdAt(), at));
        return true;
      }
    }
    return false;
  }

  @Override
  public long requestRun(String author, String reason) {
    return wish(Optional.empty(), new TreeSet<>());
  }

  @Override
  public long requestRebalance(SortedSet<SleeveId> only, String author, String reason) {
    return wish(Optional.empty(), only);
  }

  private long wish(Optional<SavedPlan> plan, SortedSet<SleeveId> only) {
    memory.runRequestsMade++;
    memory.runRequests.add(new RunWish(memory.runRequestsMade, plan, only));
    return memory.runRequestsMade;
  }

  @Override
  public boolean moveSlot(SlotMove move, String author, String reason) {
    return !MemoryCycles.isDecided(memory, move.from()) && memory.slotMoves.add(move);
  }

  @Override
  public boolean skipSlot(Instant dueAt, String author, String reason) {
    return memory.slotsToSkip.putIfAbsent(dueAt, author + ": " + reason) == null;
  }

  /** No watcher writes here. */
  @Override
  public boolean acceptGap(long number, String author, String reason) {
    return false;
  }

  @Override
  public long send(Errand.Kind kind, String subject, String author, String reason) {
    return MemoryErrands.send(memory, kind, subject, author, reason);
  }

  @Override
  public long requestPlan(SavedPlan plan, String author, String reason) {
    return wish(Optional.of(plan), new TreeSet<>());
  }

  @Override
  public boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at) {
    return memory.classify(number, new FlowEntry.Classification(as, author, "", reason, at));
  }

  @Override
  public ConfigControls configs() {
    return new MemoryConfigs(memory);
  }

  @Override
  public long requestTransfer(WalletTransfer transfer, String author, String reason) {
    return MemoryTransfers.enter(memory, transfer, author, "", reason);
  }

  @Override
  public boolean giveUpTransfer(long number, String author, String reason) {
    return MemoryTransfers.giveUp(memory, number, reason);
  }
}
