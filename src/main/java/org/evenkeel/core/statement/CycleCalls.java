package org.evenkeel.core.statement;

import java.util.List;

/**
 * The calls that one cycle has made to venues.
 *
 * @param endpoints by venue, allowance and endpoint
 * @param budgets by venue and allowance
 */
public record CycleCalls(List<CallRow> endpoints, List<BudgetRow> budgets) {

  public CycleCalls {
    endpoints = List.copyOf(endpoints);
    budgets = List.copyOf(budgets);
  }

  /** Nobody has counted. */
  public static CycleCalls none() {
    return new CycleCalls(List.of(), List.of());
  }
}
