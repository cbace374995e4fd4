package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a second source shows of the executions of one venue since an instant, complete.
 *
 * @param traces in any order, each named once
 * @param showsFreeFutures false if an execution of a contract that cost and realized nothing leaves no trace there
 * @param feeTolerance by how much a fee may differ because the source rounds it; not negative
 */
public record ExecutionCopy(List<Trace> traces, boolean showsFreeFutures, BigDecimal feeTolerance) {

  public ExecutionCopy {
    traces = List.copyOf(traces);
  }

  /** A copy that shows every execution, and fees as they are. */
  public static ExecutionCopy exact(List<Trace> traces) {
    return new ExecutionCopy(traces, true, BigDecimal.ZERO);
  }
}
