package org.evenkeel.core.statement;

import java.util.List;

/**
 * The facts of a time that costs follow from.
 *
 * @param currency the NAV currency
 * @param orders orders of which something was executed, newest first
 * @param forgone what was decided and not traded
 */
public record CostFacts(String currency, List<MeasuredOrder> orders, List<Forgone> forgone) {

  public CostFacts {
    orders = List.copyOf(orders);
    forgone = List.copyOf(forgone);
  }
}
