package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.ChainCheck;
import org.evenkeel.core.statement.ChainEntry;
import org.evenkeel.core.statement.ChainHead;
import org.evenkeel.core.statement.ChainVerdict;
import org.evenkeel.cycle.AuditTrail;

/**
 * The chain of facts in PostgreSQL.
 *
 * <p>Hashes are computed here and not by the database, which whoever altered a row may have altered too. This class is
 * thread-safe.
 */
public final class PgAuditTrail implements AuditTrail {

  /** Rows read at once. */
  private static final int PAGE = 1000;

  /** The tables in the chain with the columns of their keys, as the triggers have them. */
  static final SortedMap<String, List<String>> SOURCES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("audit", List.of("audit_id")),
              Map.entry("audit_signature", List.of("audit_id")),
              Map.entry("trading_state", List.of("trading_state_id")),
              Map.entry("exposure_override", List.of("override_id")),
              Map.entry("override_end", List.of("override_id")),
              Map.entry("limit_override", List.of("limit_override_id")),
              Map.entry("limit_override_end", List.of("limit_override_id")),
              Map.entry("wallet_transfer", List.of("transfer_id")),
              Map.entry("wallet_transfer_event", List.of("transfer_id", "step")),
              Map.entry("wallet_transfer_end", List.of("transfer_id")),
              Map.entry("slot_to_skip", List.of("due_at")),
              Map.entry("slot_move", List.of("slot_move_id")),
              Map.entry("lease_takeover", List.of("name", "epoch")),
              Map.entry("kill_drill", List.of("kill_drill_id")),
              Map.entry("rebalance_request", List.of("request_id", "sleeve")),
              Map.entry("alert", List.of("alert_id")),
              Map.entry("alert_event", List.of("alert_event_id")),
              Map.entry("alert_ack", List.of("alert_id")),
              Map.entry("errand", List.of("errand_id")),
              Map.entry("errand_end", List.of("errand_id")),
              Map.entry("config_text", List.of("config_hash")),
              Map.entry("accepted_config", List.of("accepted_config_id")),
              Map.entry("canary", List.of("run_id")),
              Map.entry("adopted_order", List.of("instrument", "venue_order_id")),
              Map.entry("adopted_order_end", List.of("instrument", "venue_order_id")),
              Map.entry("watch_action", List.of("action_id")),
              Map.entry("execution_gap", List.of("gap_id")),
              Map.entry("execution_gap_end", List.of("gap_id")),
              Map.entry("request", List.of("request_id")),
              Map.entry("request_decision", List.of("request_id")),
              Map.entry("request_outcome", List.of("request_id")),
              Map.entry("cycle_document", List.of("cycle_id", "stage")),
              Map.entry("intent", List.of("intent_id")),
              Map.entry("order_arrival", List.of("client_order_id")),
              Map.entry("intent_forgone", List.of("intent_id")),
              Map.entry("fill", List.of("venue", "account", "instrument", "trade_id"))));

  private static final String ROWS =
      """
      select seq, source, key, content, prev_hash, row_hash, recorded_at from chain
      where seq > ? order by seq limit %d
      """
          .formatted(PAGE);

  private final Database database;

  public PgAuditTrail(Database database) {
    this.database = database.as(DatabaseRole.READER);
  }

  @Override
  public Optional<ChainHead> head() {
    return database.read(
        "read the end of the audit chain",
        sql ->
            sql.first(
                "select seq, row_hash, recorded_at from chain order by seq desc limit 1",
                row ->
                    new ChainHead(
                        row.number("seq"),
                        new ContentHash(row.text("row_hash")),
                        row.instant("recorded_at"))));
  }

  @Override
  public ChainVerdict verify(List<ChainHead> kept) {
    return database.read(
        "verify the audit chain",
        sql -> {
          AtomicReference<ChainCheck> check = new AtomicReference<>(ChainCheck.against(kept));
          each(sql, entry -> check.set(check.get().next(entry)));
          ChainCheck whole = check.get();
          for (Map.Entry<String, List<String>> source : SOURCES.entrySet()) {
            for (ChainVerdict.Fault fault : faults(sql, source.getKey(), key(source.getValue()))) {
              whole = whole.found(fault.seq(), fault.subject(), fault.what());
            }
          }
          return whole.verdict();
        });
  }

  /** The key as the triggers write it; a time has another form in JSON than as text. */
  private static String key(List<String> columns) {
    return columns.stream()
        .map(column -> "to_jsonb(s." + column + ") #>> '{}'")
        .collect(Collectors.joining(", ", "concat_ws('/', ", ")"));
  }

  private static List<ChainVerdict.Fault> faults(Sql sql, String source, String key)
      throws SQLException {
    List<ChainVerdict.Fault> faults =
        new ArrayList<>(
            sql.list(
                altered(key, source),
                row ->
                    new ChainVerdict.Fault(
                        row.number("seq"),
                        source + " " + row.text("key"),
                        row.bool("gone") ? "the row is gone" : "the row is not what was written")));
    faults.addAll(
        sql.list(
            smuggled(key, source),
            row ->
                new ChainVerdict.Fault(
                    row.number("seq"),
                    source + " " + row.text("key"),
                    "the row was added past the chain")));
    return faults;
  }

  @Override
  public void export(Consumer<ChainEntry> to) {
    database.read(
        "export the audit chain",
        sql -> {
          each(sql, to);
          return 0;
        });
  }

  private static void each(Sql sql, Consumer<ChainEntry> to) throws SQLException {
    long seen = 0;
    List<ChainEntry> page;
    do {
      page = sql.list(ROWS, PgAuditTrail::entry, seen);
      page.forEach(to);
      seen = page.isEmpty() ? seen : page.get(page.size() - 1).seq();
    } while (page.size() == PAGE);
  }

  private static ChainEntry entry(Row row) throws SQLException {
    return new ChainEntry(
        row.number("seq"),
        row.text("source"),
        row.text("key"),
        row.text("content"),
        row.text("prev_hash"),
        row.text("row_hash"),
        row.instant("recorded_at"));
  }

  /** A row that is gone, or that has another content; columns that were added since do not matter. */
  private static String altered(String key, String source) {
    return """
        select c.seq, c.key, t.row is null as gone
        from chain c left join (select %s as key, to_jsonb(s) as row from %s s) t on t.key = c.key
        where c.source = '%s' and (t.row is null or not chain_content(t.row) @> c.content::jsonb)
        order by c.seq limit 1
        """
        .formatted(key, source, source);
  }

  /** A row that nobody chained: it came past the trigger. */
  private static String smuggled(String key, String source) {
    return """
        select t.key, (select coalesce(max(seq), 0) + 1 from chain where recorded_at <= t.at) as seq
        from (select %s as key, s.recorded_at as at from %s s) t
        where not exists (select from chain c where c.source = '%s' and c.key = t.key)
        order by t.at limit 1
        """
        .formatted(key, source, source);
  }
}
