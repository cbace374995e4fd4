package org.evenkeel.core.statement;

import java.util.List;

/**
 * What trading has cost against what the planner reckons with.
 *
 * @param currency the NAV currency, of all amounts
 * @param rows by instrument, venue or style
 * @param all the sum of the rows
 * @param drift what the newest orders say about the assumption
 * @param isPersistent whether they cost more than assumed, and not by chance
 * @param verdict the same in words
 */
public record CostStatement(
    String currency,
    List<CostRow> rows,
    CostRow all,
    CostDrift drift,
    boolean isPersistent,
    String verdict) {

  public CostStatement {
    rows = List.copyOf(rows);
  }

  /** The statement of some rows. */
  public static CostStatement of(String currency, List<CostRow> rows, CostDrift drift) {
    return new CostStatement(
        currency,
        rows,
        CostRow.sum(rows),
        drift,
        drift.isPersistent(),
        drift.orders() == 0 ? "nothing was traded" : drift.inWords());
  }
}
