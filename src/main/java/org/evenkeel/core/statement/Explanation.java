package org.evenkeel.core.statement;

import java.util.List;
import java.util.Optional;

/**
 * Every order of a plan taken apart into what has changed since the decision before.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param before the decision with which this one is compared; empty if there was none
 * @param orders one per instrument of the plan that is traded or whose target has changed
 * @param remarks what could not be told apart, and why
 */
public record Explanation(
    Optional<String> before, List<ExplainedOrder> orders, List<String> remarks) {

  public Explanation {
    orders = List.copyOf(orders);
    remarks = List.copyOf(remarks);
  }

  /** What the plan trades of an instrument, if that is in it. */
  public Optional<ExplainedOrder> of(String instrument) {
    return orders.stream().filter(order -> order.instrument().equals(instrument)).findFirst();
  }
}
