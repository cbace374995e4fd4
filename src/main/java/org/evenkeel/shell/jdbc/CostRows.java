package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
import org.evenkeel.shell.jdbc.Fence.Stamp;

/** The facts that costs follow from: the market that an order met, its executions, and what was given up. */
final class CostRows {

  private static final String SELECT =
      """
      select a.client_order_id, a.instrument, a.side, a.committed_at, i.arrival_price, r.bid, r.ask,
        r.per_price, r.nav_currency, r.quote_rate, r.assumed_fee, r.assumed_spread, r.assumed_impact,
        r.style, r.reason, f.last_qty, f.last_px, f.fee, f.fee_currency, f.is_maker
      from order_arrival r
        join attempt a using (client_order_id)
        join intent i using (intent_id)
        join fill_in_force f on f.instrument = a.instrument
          and (f.client_order_id = a.client_order_id or f.venue_order_id = a.venue_order_id)
      """;

  private static final String IN_ORDER =
      " order by a.committed_at desc, a.client_order_id desc, f.venue_time, f.trade_id";

  private CostRows() {}

  static int arrived(Sql sql, Stamp stamp, ClientOrderId id, Arrival arrival) throws SQLException {
    return sql.update(
        """
        insert into order_arrival (client_order_id, bid, ask, per_price, nav_currency, quote_rate, assumed_fee,
          assumed_spread, assumed_impact, style, reason, run_id, epoch)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        id.value(),
        arrival.bid().value(),
        arrival.ask().value(),
        arrival.perPrice().amount(),
        arrival.perPrice().currency().value(),
        arrival.quoteRate(),
        arrival.assumed().fee().value(),
        arrival.assumed().spread().value(),
        arrival.assumed().impact().value(),
        arrival.style().name(),
        arrival.reason(),
        stamp.runId(),
        stamp.epoch());
  }

  static int forgone(Sql sql, Stamp stamp, IntentId intent, Forgone forgone) throws SQLException {
    return sql.update(
        """
        insert into intent_forgone (intent_id, unfilled, end_price, per_price, style, at, run_id, epoch)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        intent.value(),
        forgone.unfilled().value(),
        forgone.end().value(),
        forgone.perPrice(),
        forgone.style(),
        forgone.at(),
        stamp.runId(),
        stamp.epoch());
  }

  static List<MeasuredOrder> newest(Sql sql, int limit) throws SQLException {
    return orders(
        sql.list(
            SELECT
                + """
                where a.client_order_id in (
                  select n.client_order_id from order_arrival n join attempt m using (client_order_id)
                  where exists (select 1 from fill_in_force e where e.instrument = m.instrument
                    and (e.client_order_id = m.client_order_id or e.venue_order_id = m.venue_order_id))
                  order by m.committed_at desc, n.client_order_id desc limit ?)
                """
                + IN_ORDER,
            CostRows::row,
            limit));
  }

  static List<MeasuredOrder> between(Sql sql, Instant from, Instant to) throws SQLException {
    return orders(
        sql.list(
            SELECT + "where a.committed_at >= ? and a.committed_at < ?" + IN_ORDER,
            CostRows::row,
            from,
            to));
  }

  /** The one order of an id, if it was measured and something of it is filled. */
  static List<MeasuredOrder> ofOrder(Sql sql, String clientOrderId) throws SQLException {
    return orders(
        sql.list(SELECT + "where a.client_order_id = ?" + IN_ORDER, CostRows::row, clientOrderId));
  }

  static List<Forgone> forgoneBetween(Sql sql, Instant from, Instant to) throws SQLException {
    return sql.list(
        """
        select i.instrument, i.side, i.arrival_price, g.unfilled, g.end_price, g.per_price, g.at, g.style
        from intent_forgone g join intent i using (intent_id)
        where g.at >= ? and g.at < ? order by g.at, g.intent_id
        """,
        row ->
            new Forgone(
                row.text("instrument"),
                Side.valueOf(row.text("side")),
                new Contracts(row.decimal("unfilled")),
                new Price(row.decimal("arrival_price")),
                new Price(row.decimal("end_price")),
                row.decimal("per_price"),
                row.instant("at"),
                row.text("style")),
        from,
        to);
  }

  /** One execution of an order is one row. */
  private static MeasuredOrder row(Row row) throws SQLException {
    return new MeasuredOrder(
        row.text("client_order_id"),
        row.text("instrument"),
        Side.valueOf(row.text("side")),
        row.instant("committed_at"),
        new Price(row.decimal("arrival_price")),
        new Arrival(
            new Price(row.decimal("bid")),
            new Price(row.decimal("ask")),
            new Money(row.decimal("per_price"), Currency.of(row.text("nav_currency"))),
            row.decimal("quote_rate"),
            new Arrival.Assumed(
                new Ratio(row.decimal("assumed_fee")),
                new Ratio(row.decimal("assumed_spread")),
                new Ratio(row.decimal("assumed_impact"))),
            ExecutionStyle.valueOf(row.text("style")),
            row.text("reason")),
        List.of(
            new MeasuredOrder.Execution(
                new Contracts(row.decimal("last_qty")),
                new Price(row.decimal("last_px")),
                new Money(row.decimal("fee"), Currency.of(row.text("fee_currency"))),
                row.bool("is_maker"))));
  }

  private static List<MeasuredOrder> orders(List<MeasuredOrder> rows) {
    Map<String, MeasuredOrder> whole = new LinkedHashMap<>();
    rows.forEach(row -> whole.merge(row.clientOrderId(), row, CostRows::both));
    return List.copyOf(whole.values());
  }

  private static MeasuredOrder both(MeasuredOrder one, MeasuredOrder other) {
    List<MeasuredOrder.Execution> executions = new ArrayList<>(one.executions());
    executions.addAll(other.executions());
    return new MeasuredOrder(
        one.clientOrderId(),
        one.instrument(),
        one.side(),
        one.committedAt(),
        one.decision(),
        one.arrival(),
        executions);
  }
}
