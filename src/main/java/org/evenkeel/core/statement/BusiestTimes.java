package org.evenkeel.core.statement;

import java.time.Instant;
import java.util.List;

/**
 * The busiest times of the venues' allowances since the end of the cycle before, reconciliations between cycles included.
 *
 * @param rows by venue, allowance and what was counted
 */
public record BusiestTimes(List<Row> rows) {

  public BusiestTimes {
    rows = List.copyOf(rows);
  }

  /** Nobody has counted. */
  public static BusiestTimes none() {
    return new BusiestTimes(List.of());
  }

  /**
   * The busiest of the times of one length.
   *
   * @param venue the venue's name
   * @param budget the allowance
   * @param what what was counted, and in which time, such as 'weight in a minute'
   * @param at when that time began, by the host's clock
   * @param most how much it was
   * @param allowed what the venue allows in that time; 0 if that is not limited by itself
   */
  public record Row(
      String venue, String budget, String what, Instant at, long most, long allowed) {}
}
