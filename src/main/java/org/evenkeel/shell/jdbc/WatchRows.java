package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.core.statement.WatchRow;

/** The looks and deeds of the independent watcher, as stored. */
final class WatchRows {

  /** A halt of a watcher stands until a state is set in which the bot may act. */
  static final String LATCHED =
      """
      exists (select 1 from watch_action a where a.kind = 'HALT'
              and a.recorded_at > coalesce(
                (select max(t.recorded_at) from trading_state t where t.state not in ('HALTED', 'FLATTENING')),
                '-infinity'::timestamptz))
      """;

  private static final String NEWEST =
      """
      select w.*, floor(extract(epoch from clock_timestamp() - w.looked_at))::bigint as age_seconds,
        %s as is_latched,
        (select to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI"Z"') || ' ' || a.words
         from watch_action a where a.kind = 'HALT' order by a.action_id desc limit 1) as last_halt
      from watch_look w order by w.looked_at desc limit 1
      """
          .formatted(LATCHED);

  private WatchRows() {}

  static Optional<WatchRow> newest(Sql sql) throws SQLException {
    return sql.first(
        NEWEST,
        row ->
            new WatchRow(
                look(row),
                row.instant("looked_at"),
                Math.max(0, row.number("age_seconds")),
                row.bool("is_latched"),
                row.maybeText("last_halt")));
  }

  private static WatchLook look(Row row) throws SQLException {
    return new WatchLook(
        row.text("verdict"),
        row.text("words"),
        row.integer("row"),
        row.text("action"),
        row.text("engine"),
        row.integer("interval_seconds"),
        row.text("currency"),
        row.maybeDecimal("nav"),
        row.maybeDecimal("gross"),
        row.maybeDecimal("net"),
        row.maybeText("largest_name"),
        row.maybeDecimal("largest"),
        row.maybeDecimal("margin_ratio"),
        row.text("executions"));
  }

  static boolean isLatched(Sql sql) throws SQLException {
    return sql.one("select " + LATCHED + " as is_latched", row -> row.bool("is_latched"));
  }
}
