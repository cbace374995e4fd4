package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.shell.jdbc.Fence.Stamp;

/** Cycles: their slot, their inputs, the documents of their stages, and how they ended. */
final class CycleStore {

  private static final String INSERT_CYCLE =
      """
      insert into cycle
        (cycle_id, strategy, due_at, occasion, started_at, status, ended_at, reason, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict do nothing
      """;

  private static final String INSERT_OBSERVATION =
      """
      insert into observation (hash, kind, body, text_length, run_id, epoch)
      values (?, ?, ?, ?, ?, ?)
      on conflict (hash) do nothing
      """;

  private static final String INSERT_INPUT =
      """
      insert into cycle_input (cycle_id, kind, hash, run_id, epoch) values (?, ?, ?, ?, ?)
      on conflict (cycle_id, kind) do nothing
      """;

  private static final String INSERT_DOCUMENT =
      """
      insert into cycle_document (cycle_id, stage, body, hash, run_id, epoch)
      values (?, ?, ?::json, ?, ?, ?)
      """;

  private static final String END_CYCLE =
      """
      update cycle set status = ?, ended_at = ?, reason = ?, stage_millis = ?::json
      where cycle_id = ? and status = 'RUNNING'
      """;

  private static final String INTERRUPTED_SLOT =
      """
      select due_at from cycle c
      where strategy = ? and occasion = 'CADENCE' and status = 'FAILED'
        and not exists (select 1 from cycle later
                        where later.strategy = c.strategy
                          and (later.occasion = 'CADENCE' and later.due_at > c.due_at
                               or later.occasion = 'RESUMED' and later.due_at = c.due_at))
      """;

  private static final String INSERT_NAV =
      """
      insert into nav
        (cycle_id, as_of, nav, gross_leverage, forecast_volatility, turnover, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String INSERT_POSITION =
      """
      insert into position_snapshot
        (cycle_id, subject, quantity, price, notional, nav_fraction, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final byte[] NOTHING = {};

  private final Fence fence;

  CycleStore(Fence fence) {
    this.fence = fence;
  }

  Optional<Instant> lastDecidedSlot(String strategy) {
    return fence.read(
        "read the last slot",
        sql ->
            sql.one(
                "select max(due_at) as due_at from cycle where strategy = ? and occasion = 'CADENCE'",
                row -> row.maybeInstant("due_at"),
                strategy));
  }

  Optional<Instant> interruptedSlot(String strategy) {
    return fence.read(
        "read the interrupted slot",
        sql -> sql.first(INTERRUPTED_SLOT, row -> row.instant("due_at"), strategy));
  }

  boolean begin(Slot slot, Instant startedAt) {
    return fence.write(
        "begin the cycle " + slot.cycleId(),
        (sql, stamp) ->
            insert(sql, stamp, slot, startedAt, CycleStatus.RUNNING, Optional.empty(), ""));
  }

  boolean skip(Slot slot, Instant at, String reason) {
    return fence.write(
        "record the skipped slot " + slot.cycleId(),
        (sql, stamp) -> insert(sql, stamp, slot, at, CycleStatus.SKIPPED, Optional.of(at), reason));
  }

  /** Inserts a cycle inside a transaction that already holds the lease; false if its slot has one. */
  static boolean insert(
      Sql sql,
      Stamp stamp,
      Slot slot,
      Instant startedAt,
      CycleStatus status,
      Optional<Instant> endedAt,
      String reason)
      throws SQLException {
    return sql.update(
            INSERT_CYCLE,
            slot.cycleId().value(),
            slot.strategy(),
            slot.dueAt(),
            slot.occasion().name(),
            startedAt,
            status.name(),
            endedAt.orElse(null),
            reason,
            stamp.runId(),
            stamp.epoch())
        == 1;
  }

  /** Keeps the parts of what a decision is made from; a part that another cycle had too is there already. */
  void keepInputs(CycleId cycle, SortedMap<String, String> parts) {
    TreeMap<String, byte[]> bodies = new TreeMap<>();
    parts.forEach((kind, text) -> bodies.put(kind, Compression.compressed(text)));
    fence.write(
        "keep the inputs of " + cycle,
        (sql, stamp) -> {
          for (Map.Entry<String, String> part : parts.entrySet()) {
            String kind = part.getKey();
            keepInput(sql, stamp, cycle, kind, part.getValue(), bodies.getOrDefault(kind, NOTHING));
          }
          return parts.size();
        });
  }

  private static void keepInput(
      Sql sql, Stamp stamp, CycleId cycle, String kind, String text, byte[] body)
      throws SQLException {
    ContentHash hash = ContentHash.ofText(text);
    sql.update(
        INSERT_OBSERVATION, hash.value(), kind, body, text.length(), stamp.runId(), stamp.epoch());
    int bound =
        sql.update(INSERT_INPUT, cycle.value(), kind, hash.value(), stamp.runId(), stamp.epoch());
    if (bound == 0) {
      requireSameInput(sql, cycle, kind, hash);
    }
  }

  private static void requireSameInput(Sql sql, CycleId cycle, String kind, ContentHash hash)
      throws SQLException {
    String stored =
        sql.one(
            "select hash from cycle_input where cycle_id = ? and kind = ?",
            row -> row.text("hash"),
            cycle.value(),
            kind);
    if (!stored.equals(hash.value())) {
      throw new IllegalStateException(
          cycle + " was decided from " + kind + " " + stored + " and cannot get " + hash + " too");
    }
  }

  void keepDocument(CycleId cycle, String stage, Object document) {
    fence.write(
        "keep the " + stage + " of " + cycle,
        (sql, stamp) -> insertDocument(sql, stamp, cycle, stage, document));
  }

  private static int insertDocument(
      Sql sql, Stamp stamp, CycleId cycle, String stage, Object document) throws SQLException {
    String text = Documents.text(document);
    return sql.update(
        INSERT_DOCUMENT,
        cycle.value(),
        stage,
        text,
        ContentHash.ofText(text).value(),
        stamp.runId(),
        stamp.epoch());
  }

  void end(
      CycleId cycle,
      Instant endedAt,
      CycleStatus status,
      String reason,
      Optional<CycleStatement> statement,
      SortedMap<String, Long> stageMillis) {
    if (!status.isEnded()) {
      throw new IllegalArgumentException(cycle + " cannot end as " + status);
    }
    fence.write(
        "end the cycle " + cycle,
        (sql, stamp) -> {
          int ended =
              sql.update(
                  END_CYCLE,
                  status.name(),
                  endedAt,
                  reason,
                  Documents.text(stageMillis),
                  cycle.value());
          if (ended == 0) {
            throw new IllegalStateException(cycle + " is not running and cannot end");
          }
          if (statement.isPresent()) {
            insertStatement(sql, stamp, cycle, statement.get());
          }
          return ended;
        });
  }

  private static void insertStatement(Sql sql, Stamp stamp, CycleId cycle, CycleStatement statement)
      throws SQLException {
    insertDocument(sql, stamp, cycle, "statement", statement);
    sql.update(
        INSERT_NAV,
        cycle.value(),
        statement.asOf(),
        statement.nav(),
        statement.grossLeverage(),
        statement.forecastVolatility(),
        statement.turnover(),
        stamp.runId(),
        stamp.epoch());
    for (PositionRow position : statement.positions()) {
      sql.update(
          INSERT_POSITION,
          cycle.value(),
          position.subject(),
          position.quantity(),
          position.price(),
          position.notional(),
          position.navFraction(),
          stamp.runId(),
          stamp.epoch());
    }
  }

  List<CycleId> unfinished() {
    return fence.read(
        "read the unfinished cycles",
        sql ->
            sql.list(
                "select cycle_id from cycle where status = 'RUNNING' order by started_at, cycle_id",
                row -> CycleId.of(row.text("cycle_id"))));
  }
}
