package org.evenkeel.shell.jdbc;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.cycle.OrderLog;

/** Tickets and denials in PostgreSQL. This class is thread-safe. */
final class PgOrderLog implements OrderLog {

  private final Fence fence;

  PgOrderLog(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<OrderTicket> signedAfter(Instant venueTime) {
    return fence.read(
        "read the orders signed after " + venueTime,
        sql ->
            sql
                .list(
                    AttemptRows.SELECT
                        + "where a.signed_at > ? order by a.signed_at, a.client_order_id",
                    AttemptRows::attempt,
                    venueTime)
                .stream()
                .map(Attempt::ticket)
                .toList());
  }

  @Override
  public void forgo(IntentId intent, Forgone forgone) {
    fence.write(
        "record what was given up of " + forgone.instrument(),
        (sql, stamp) -> CostRows.forgone(sql, stamp, intent, forgone));
  }

  @Override
  public List<MeasuredOrder> measured(int limit) {
    return fence.read("read the newest costs", sql -> CostRows.newest(sql, limit));
  }

  @Override
  public void deny(Denial denial) {
    fence.write(
        "deny an order of " + denial.intent().instrument(),
        (sql, stamp) ->
            sql.update(
                """
                insert into denial (intent_id, cycle_id, reason, detail, at, run_id, epoch)
                values (?, ?, ?, ?, ?, ?, ?)
                """,
                denial.intent().id().value(),
                denial.intent().cycle().value(),
                denial.refusal().reason().name(),
                denial.refusal().detail(),
                denial.at(),
                stamp.runId(),
                stamp.epoch()));
  }
}
