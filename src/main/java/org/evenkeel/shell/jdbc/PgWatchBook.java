package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.policy.watch.EngineClaim;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.cycle.watch.EngineWord;
import org.evenkeel.cycle.watch.WatchBook;

/**
 * The watcher's way into PostgreSQL, in a role that may do nothing to the bot but halt it.
 *
 * <p>This class is thread-safe.
 */
public final class PgWatchBook implements WatchBook {

  /** In whose name it acts. */
  static final String AUTHOR = "watcher";

  private static final String LIFE =
      """
      select
        case when exists (select 1 from lease where expires_at > clock_timestamp()) then 'RUNNING'
             when exists (select 1 from lease where expires_at is not null) then 'SILENT'
             else 'AT_REST' end as life,
        (select floor(extract(epoch from clock_timestamp() - max(db_time)))::bigint from heartbeat) as silent,
        exists (select 1 from ledger_entry) as has_entries
      """;

  /** What the engine says it holds: contracts, and coins of all purses of a venue together. */
  private static final String CLAIM =
      """
      select account = 'POSITION' as is_position, unit, sum(amount) as amount from ledger_entry
      where account in ('SPOT_WALLET', 'FUTURES_WALLET', 'UNIFIED_WALLET', 'POSITION')
      group by account = 'POSITION', unit having sum(amount) <> 0
      """;

  private static final String KEEP =
      """
      insert into watch_look (name, verdict, words, row, action, engine, interval_seconds, currency,
        nav, gross, net, largest_name, largest, margin_ratio, executions,
        looked_at)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, clock_timestamp())
      on conflict (name) do update set verdict = excluded.verdict, words = excluded.words, row = excluded.row,
        action = excluded.action, engine = excluded.engine, interval_seconds = excluded.interval_seconds,
        currency = excluded.currency, nav = excluded.nav, gross = excluded.gross, net = excluded.net,
        largest_name = excluded.largest_name, largest = excluded.largest,
        margin_ratio = excluded.margin_ratio, executions = excluded.executions, looked_at = excluded.looked_at
      """;

  private final Database database;

  public PgWatchBook(Database database) {
    this.database = database.as(DatabaseRole.WATCHER);
  }

  @Override
  public EngineWord word() {
    return database.read("read the engine's word", PgWatchBook::word);
  }

  private record Life(EngineWord.Life life, Optional<Long> silent, boolean hasSpoken) {}

  private static EngineWord word(Sql sql) throws SQLException {
    Life life =
        sql.one(
            LIFE,
            row ->
                new Life(
                    EngineWord.Life.valueOf(row.text("life")),
                    row.maybeDecimal("silent").map(BigDecimal::longValueExact),
                    row.bool("has_entries")));
    return new EngineWord(
        OverrideRows.tradingState(sql).state(),
        WatchRows.isLatched(sql),
        life.life(),
        life.silent(),
        life.hasSpoken() ? Optional.of(claim(sql)) : Optional.empty());
  }

  private record Held(boolean isPosition, String unit, BigDecimal amount) {}

  private static EngineClaim claim(Sql sql) throws SQLException {
    List<Held> held =
        sql.list(
            CLAIM,
            row -> new Held(row.bool("is_position"), row.text("unit"), row.decimal("amount")));
    TreeMap<InstrumentId, BigDecimal> positions = new TreeMap<>();
    TreeMap<String, BigDecimal> coins = new TreeMap<>();
    for (Held each : held) {
      if (each.isPosition()) {
        positions.put(InstrumentId.of(each.unit()), each.amount());
      } else {
        coins.put(each.unit(), each.amount());
      }
    }
    return new EngineClaim(positions, coins);
  }

  @Override
  public void keep(WatchLook look) {
    database.write(
        "keep a look",
        sql ->
            sql.update(
                KEEP,
                AUTHOR,
                look.verdict(),
                look.words(),
                look.row(),
                look.action(),
                look.engine(),
                look.intervalSeconds(),
                look.currency(),
                look.nav().orElse(null),
                look.gross().orElse(null),
                look.net().orElse(null),
                look.largestName().orElse(null),
                look.largest().orElse(null),
                look.marginRatio().orElse(null),
                look.executions()));
  }

  @Override
  public void halt(String cause) {
    database.write(
        "halt the bot",
        sql -> {
          OverrideRows.holdTradingState(sql);
          if (!OverrideRows.tradingState(sql).state().isKilled()) {
            PgControls.setTradingState(sql, TradingState.HALTED, AUTHOR, cause);
          }
          return deed(sql, "HALT", cause);
        });
  }

  @Override
  public void canceled(String outcome) {
    database.write("record a cancellation", sql -> deed(sql, "CANCEL", outcome));
  }

  @Override
  public CopyRecord copyRecord(VenueId venue) {
    return database.read("read the comparisons of executions", sql -> CopyRows.record(sql, venue));
  }

  @Override
  public List<BookedFill> booked(VenueId venue, Instant since, SortedSet<String> orders) {
    return database.read(
        "read the booked executions", sql -> CopyRows.booked(sql, venue, since, orders));
  }

  @Override
  public void compared(VenueId venue, Instant until, CopyRecord.Change change) {
    database.write(
        "keep a comparison of executions", sql -> CopyRows.keep(sql, venue, until, change));
  }

  private static int deed(Sql sql, String kind, String words) throws SQLException {
    return sql.update(
        "insert into watch_action (kind, author, words) values (?, ?, ?)", kind, AUTHOR, words);
  }
}
