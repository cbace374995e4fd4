package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.CostRow;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.core.statement.OrderDetail;
import org.evenkeel.core.statement.OrderRow;

/** One order with everything stored about it. */
final class OrderDetailRows {

  private static final String SENT =
      """
      select intent_id, number, time_in_force, signed_at, valid_until, request_hash, venue_order_id, run_id
      from attempt where client_order_id = ?
      """;

  private static final String STEPS =
      """
      select at, event, from_state, to_state, cum_qty, detail
      from attempt_event where client_order_id = ? order by event_id
      """;

  private static final String FILLS =
      """
      select f.trade_id, f.version, f.venue_time, f.last_qty, f.last_px, f.fee, f.fee_currency, f.is_maker
      from attempt a join fill_in_force f on f.instrument = a.instrument
        and (f.client_order_id = a.client_order_id or f.venue_order_id = a.venue_order_id)
      where a.client_order_id = ? order by f.venue_time, f.trade_id
      """;

  private static final String MARKET =
      """
      select i.arrival_price, r.bid, r.ask, r.style, r.reason
      from order_arrival r join attempt a using (client_order_id) join intent i using (intent_id)
      where r.client_order_id = ?
      """;

  private OrderDetailRows() {}

  static Optional<OrderDetail> of(Sql sql, String id) throws SQLException {
    Optional<OrderRow> row = OrderRows.one(sql, id);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    List<MeasuredOrder> measured = CostRows.ofOrder(sql, id);
    return Optional.of(
        new OrderDetail(
            row.get(),
            sql.one(SENT, OrderDetailRows::sent, id),
            sql.list(STEPS, OrderDetailRows::step, id),
            sql.list(FILLS, OrderDetailRows::execution, id),
            sql.first(MARKET, OrderDetailRows::market, id),
            CostRow.of(measured, MeasuredOrder::clientOrderId, List.of(), one -> "").stream()
                .findFirst()));
  }

  private static OrderDetail.Sent sent(Row row) throws SQLException {
    return new OrderDetail.Sent(
        row.text("intent_id"),
        row.number("number"),
        row.text("time_in_force"),
        row.instant("signed_at"),
        row.instant("valid_until"),
        row.text("request_hash"),
        row.maybeText("venue_order_id"),
        row.text("run_id"));
  }

  private static OrderDetail.Step step(Row row) throws SQLException {
    return new OrderDetail.Step(
        row.instant("at"),
        row.text("event"),
        row.maybeText("from_state"),
        row.text("to_state"),
        row.decimal("cum_qty"),
        row.text("detail"));
  }

  private static OrderDetail.Execution execution(Row row) throws SQLException {
    return new OrderDetail.Execution(
        row.text("trade_id"),
        row.number("version"),
        row.instant("venue_time"),
        row.decimal("last_qty"),
        row.decimal("last_px"),
        row.decimal("fee"),
        row.text("fee_currency"),
        row.bool("is_maker"));
  }

  private static OrderDetail.Market market(Row row) throws SQLException {
    return new OrderDetail.Market(
        row.decimal("arrival_price"),
        row.decimal("bid"),
        row.decimal("ask"),
        row.text("style"),
        row.text("reason"));
  }
}
