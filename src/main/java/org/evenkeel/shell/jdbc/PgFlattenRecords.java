package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderLifecycle;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.cycle.FlattenRecords;
import org.evenkeel.cycle.OfflineRun;
import org.evenkeel.shell.jdbc.Fence.Stamp;

/** The end of a flatten and the orders of an offline one, in PostgreSQL. This class is thread-safe. */
final class PgFlattenRecords implements FlattenRecords {

  private static final String ITSELF = "evenkeel";

  private final Fence fence;

  PgFlattenRecords(Fence fence) {
    this.fence = fence;
  }

  @Override
  public boolean finish(String reason) {
    return fence.write(
        "end the flatten",
        (sql, stamp) -> {
          // Without the lock an operator's newer state could come between the look and the write.
          OverrideRows.holdTradingState(sql);
          boolean isFlattening = OverrideRows.tradingState(sql).state() == TradingState.FLATTENING;
          if (isFlattening) {
            PgControls.setTradingState(sql, TradingState.HALTED, ITSELF, reason);
          }
          return isFlattening;
        });
  }

  @Override
  public boolean takeIn(OfflineRun run) {
    return fence.write(
        "take in the offline flatten " + run.slot().cycleId(),
        (sql, stamp) -> {
          boolean isNew =
              CycleStore.insert(
                  sql,
                  stamp,
                  run.slot(),
                  run.slot().dueAt(),
                  run.endedAt().isPresent() ? CycleStatus.DONE : CycleStatus.FAILED,
                  Optional.of(run.endedAt().orElse(run.slot().dueAt())),
                  "offline flatten, " + run.orders().size() + " orders: " + run.text());
          if (isNew) {
            OrderStore.insertIntents(
                sql, stamp, run.orders().stream().map(OfflineRun.Order::intent).toList());
            for (OfflineRun.Order order : run.orders()) {
              insert(sql, stamp, order);
            }
            PgControls.setTradingState(
                sql, TradingState.FLATTENING, run.author(), "offline flatten: " + run.reason());
          }
          return isNew;
        });
  }

  private static void insert(Sql sql, Stamp stamp, OfflineRun.Order order) throws SQLException {
    Attempt pending = Attempt.pending(order.intent().id(), 1, order.ticket());
    Instant at = order.at();
    OrderStore.insertAttempt(sql, stamp, pending, at, "written down offline");
    if (order.answer().isPresent()) {
      SendOutcome answer = order.answer().get();
      OrderStore.move(
          sql, stamp, pending, OrderLifecycle.answered(pending, answer), at, "offline: " + answer);
    }
  }
}
