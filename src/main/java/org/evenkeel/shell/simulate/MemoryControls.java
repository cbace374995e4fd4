package org.evenkeel.shell.simulate;

import java.time.Instant;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.cycle.Controls;

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
  public OperatorOverride addOverride(
      SleeveId sleeve,
      OperatorOverride.Kind kind,
      Ratio value,
      String author,
      String reason,
      Instant from,
      Instant until) {
    OperatorOverride added =
        new OperatorOverride(
            memory.overrides.size() + 1L, sleeve, kind, value, author, reason, from, until);
    memory.overrides.add(added);
    return added;
  }

  @Override
  public boolean expireOverride(long id, String author, String reason, Instant at) {
    for (int i = 0; i < memory.overrides.size(); i++) {
      OperatorOverride o = memory.overrides.get(i);
      if (o.id() == id && o.isInForce(at)) {
        memory.overrides.set(
            i,
            new OperatorOverride(
                o.id(),
                o.sleeve(),
                o.kind(),
                o.value(),
                o.author(),
                o.reason(),
                o.createdAt(),
                at));
        return true;
      }
    }
    return false;
  }

  @Override
  public long requestRun(String author, String reason) {
    memory.runRequestsMade++;
    memory.runRequests.add(memory.runRequestsMade);
    return memory.runRequestsMade;
  }

  @Override
  public long requestPlan(SavedPlan plan, String author, String reason) {
    long request = requestRun(author, reason);
    memory.plansToApply.put(request, plan);
    return request;
  }

  @Override
  public boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at) {
    return memory.classify(number, new FlowEntry.Classification(as, author, "", reason, at));
  }
}
