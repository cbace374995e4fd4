package org.evenkeel.shell.web;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.Status;
import org.evenkeel.cycle.Records;

/**
 * Everything the page draws, read in one go.
 *
 * @param version of the program
 * @param status the bot as a whole
 * @param cycles the newest, newest first
 * @param statement weights and positions, if any cycle has ended with them
 * @param orders those that are not terminal, newest first
 * @param navs the newest valuations, oldest first
 * @param overrides those in force, newest first
 * @param risk how forecasts have done, if any has been looked at
 */
record Snapshot(
    String version,
    Status status,
    List<CycleRow> cycles,
    Optional<CycleStatement> statement,
    List<OrderRow> orders,
    List<NavPoint> navs,
    List<OperatorOverride> overrides,
    Optional<RiskStatement> risk) {

  private static final int CYCLES = 15;
  private static final int ORDERS = 50;
  private static final int NAVS = 240;

  static Snapshot read(Records records, String version) {
    return new Snapshot(
        version,
        records.status(),
        records.cycles(CYCLES),
        records.lastStatement(),
        records.orders(true, ORDERS),
        records.navs(NAVS),
        records.overrides(false),
        records.risk());
  }
}
