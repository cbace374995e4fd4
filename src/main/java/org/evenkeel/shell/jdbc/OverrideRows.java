package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.TradingState;

/** What operators have ordered, as stored: overrides with their ends, and the trading state. */
final class OverrideRows {

  /** An override that was ended early expires at its end; the constraint keeps it after the beginning. */
  private static final String SELECT =
      """
      select o.override_id, o.scope, o.name, o.kind, o.value, o.author, o.reason, o.created_at,
        case when e.ended_at is null then o.expires_at
             else least(o.expires_at, greatest(e.ended_at, o.created_at + interval '1 microsecond'))
        end as expires_at
      from exposure_override o left join override_end e using (override_id)
      """;

  private static final String IN_FORCE =
      """
      where o.created_at <= ? and o.expires_at > ? and (e.ended_at is null or e.ended_at > ?)
      """;

  private OverrideRows() {}

  static List<OperatorOverride> inForce(Sql sql, Instant at) throws SQLException {
    return sql.list(
        SELECT + IN_FORCE + "order by o.override_id", OverrideRows::override, at, at, at);
  }

  static List<OperatorOverride> newestFirst(Sql sql) throws SQLException {
    return sql.list(SELECT + "order by o.override_id desc", OverrideRows::override);
  }

  private static OperatorOverride override(Row row) throws SQLException {
    return new OperatorOverride(
        row.number("override_id"),
        new OverrideScope(OverrideScope.Level.valueOf(row.text("scope")), row.text("name")),
        OperatorOverride.Kind.valueOf(row.text("kind")),
        Ratio.of(row.decimal("value")),
        row.text("author"),
        row.text("reason"),
        row.instant("created_at"),
        row.instant("expires_at"));
  }

  /** The trading state in force with its author and reason. */
  record StateRow(TradingState state, String author, String reason) {}

  /** Holds off every other state until the end of the transaction: none can come between a look and a write. */
  static void holdTradingState(Sql sql) throws SQLException {
    sql.one("select true from (select hold_trading_state()) held", row -> true);
  }

  static StateRow tradingState(Sql sql) throws SQLException {
    return sql.first(
            "select state, author, reason from trading_state order by trading_state_id desc limit 1",
            row ->
                new StateRow(
                    TradingState.valueOf(row.text("state")),
                    row.text("author"),
                    row.text("reason")))
        .orElse(new StateRow(TradingState.ACTIVE, "", ""));
  }
}
