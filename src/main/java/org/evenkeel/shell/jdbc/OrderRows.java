package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.statement.OrderRow;

/** Orders as they are shown: what is filled is what is booked. */
final class OrderRows {

  private static final String SELECT =
      """
      select a.client_order_id, a.cycle_id, a.instrument, a.side, a.order_qty, a.limit_price, a.reduce_only,
        a.state, a.detail, a.committed_at, b.booked_qty, b.booked_value
      from attempt a cross join lateral (
        select coalesce(sum(f.last_qty), 0) as booked_qty,
               coalesce(sum(f.last_qty * f.last_px), 0) as booked_value
        from fill_in_force f
        where f.instrument = a.instrument
          and (f.client_order_id = a.client_order_id or f.venue_order_id = a.venue_order_id)) b
      """;

  private static final String DENIED =
      """
      select d.cycle_id, d.reason, d.detail, d.at, i.instrument, i.side, i.quantity, i.arrival_price, i.reduce_only
      from denial d join intent i using (intent_id)
      """;

  private static final String OPEN_ONLY =
      "where a.state not in ('FILLED', 'CANCELED', 'EXPIRED', 'REJECTED', 'ABSENT') ";

  private OrderRows() {}

  static List<OrderRow> newest(Sql sql, boolean openOnly, int limit) throws SQLException {
    List<OrderRow> rows =
        sql.list(
            SELECT
                + (openOnly ? OPEN_ONLY : "")
                + "order by a.committed_at desc, a.client_order_id desc limit ?",
            OrderRows::row,
            limit);
    if (!openOnly) {
      rows = new ArrayList<>(rows);
      rows.addAll(
          sql.list(
              DENIED + "order by d.at desc, d.denial_id desc limit ?", OrderRows::denied, limit));
      // Stable, so orders of one moment keep their sequence.
      rows.sort(Comparator.comparing(OrderRow::committedAt).reversed());
    }
    return rows.stream().limit(limit).toList();
  }

  static Optional<OrderRow> one(Sql sql, String clientOrderId) throws SQLException {
    return sql.first(SELECT + "where a.client_order_id = ?", OrderRows::row, clientOrderId);
  }

  static List<OrderRow> ofCycle(Sql sql, String cycleId) throws SQLException {
    List<OrderRow> rows =
        new ArrayList<>(
            sql.list(
                SELECT + "where a.cycle_id = ? order by a.committed_at, a.client_order_id",
                OrderRows::row,
                cycleId));
    rows.addAll(
        sql.list(
            DENIED + "where d.cycle_id = ? order by d.at, d.denial_id",
            OrderRows::denied,
            cycleId));
    rows.sort(Comparator.comparing(OrderRow::committedAt));
    return List.copyOf(rows);
  }

  /** An intent that was not ordered has no client order id and no price. */
  private static OrderRow denied(Row row) throws SQLException {
    return new OrderRow(
        "-",
        row.text("cycle_id"),
        row.text("instrument"),
        row.text("side"),
        row.decimal("quantity"),
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        row.decimal("arrival_price"),
        row.bool("reduce_only"),
        "DENIED",
        row.text("reason") + ": " + row.text("detail"),
        row.instant("at"));
  }

  private static OrderRow row(Row row) throws SQLException {
    BigDecimal booked = row.decimal("booked_qty");
    return new OrderRow(
        row.text("client_order_id"),
        row.text("cycle_id"),
        row.text("instrument"),
        row.text("side"),
        row.decimal("order_qty"),
        booked,
        booked.signum() == 0
            ? BigDecimal.ZERO
            : Decimals.quotient(row.decimal("booked_value"), booked),
        row.decimal("limit_price"),
        row.bool("reduce_only"),
        row.text("state"),
        row.text("detail"),
        row.instant("committed_at"));
  }
}
