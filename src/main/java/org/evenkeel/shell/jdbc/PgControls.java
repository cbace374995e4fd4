package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.SeenOverrides;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.cycle.ConfigControls;
import org.evenkeel.cycle.Controls;
import org.evenkeel.cycle.Errand;

/**
 * The operator's hand in PostgreSQL: each action is one transaction with its audit row.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgControls implements Controls {

  private static final String INSERT_OVERRIDE =
      """
      insert into exposure_override (scope, name, kind, value, author, reason, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?, ?) returning override_id
      """;

  /** Two operators at once: the second sees what the first has ordered. */
  private static final String ONE_AT_A_TIME =
      "select 1 as done from pg_advisory_xact_lock(hashtext('evenkeel.exposure_override'))";

  private static final String END_OVERRIDE =
      """
      insert into override_end (override_id, ended_at, author, reason)
      select override_id, ?, ?, ? from exposure_override
      where override_id = ? and created_at <= ? and expires_at > ?
      on conflict (override_id) do nothing
      """;

  private final Database database;

  public PgControls(Database database) {
    this.database = database.as(DatabaseRole.OPERATOR);
  }

  @Override
  public void setTradingState(TradingState state, String author, String reason) {
    database.write("set the trading state", sql -> setTradingState(sql, state, author, reason));
  }

  /** The same within a transaction. */
  static int setTradingState(Sql sql, TradingState state, String author, String reason)
      throws SQLException {
    String before = OverrideRows.tradingState(sql).state().name();
    sql.update(
        "insert into trading_state (state, author, reason) values (?, ?, ?)",
        state.name(),
        author,
        reason);
    return Audit.enter(sql, "trading-state", "bot", before, state.name(), author, reason);
  }

  @Override
  public Result<OperatorOverride> setOverride(OperatorOverride wanted, Optional<List<Long>> seen) {
    return database.write(
        "add an override",
        sql -> {
          sql.one(ONE_AT_A_TIME, row -> 1);
          List<Long> inForce =
              OverrideRows.inForce(sql, wanted.createdAt()).stream()
                  .map(OperatorOverride::id)
                  .toList();
          Optional<Refusal> objection = seen.flatMap(ids -> SeenOverrides.objection(ids, inForce));
          return objection.isPresent()
              ? Result.refused(objection.get())
              : Result.ok(add(sql, wanted));
        });
  }

  private static OperatorOverride add(Sql sql, OperatorOverride wanted) throws SQLException {
    long id =
        sql.one(
            INSERT_OVERRIDE,
            row -> row.number("override_id"),
            wanted.scope().level().name(),
            wanted.scope().name(),
            wanted.kind().name(),
            wanted.value().value(),
            wanted.author(),
            wanted.reason(),
            wanted.createdAt(),
            wanted.expiresAt());
    Audit.enter(
        sql,
        "override-set",
        wanted.scope() + " #" + id,
        "",
        wanted.effect() + " until " + wanted.expiresAt(),
        wanted.author(),
        wanted.reason());
    return wanted.numbered(id);
  }

  @Override
  public boolean expireOverride(long id, String author, String reason, Instant at) {
    return database.write(
        "end the override " + id, sql -> endOverride(sql, id, author, reason, at));
  }

  /** The same within a transaction. */
  static boolean endOverride(Sql sql, long id, String author, String reason, Instant at)
      throws SQLException {
    boolean isEnded = sql.update(END_OVERRIDE, at, author, reason, id, at, at) == 1;
    if (isEnded) {
      Audit.enter(sql, "override-expire", "#" + id, "in force", "ended", author, reason);
    }
    return isEnded;
  }

  @Override
  public long requestRun(String author, String reason) {
    return database.write(
        "request a cycle",
        sql -> {
          long id = runRequest(sql, author, reason);
          Audit.enter(sql, "run-now", "#" + id, "", "requested", author, reason);
          return id;
        });
  }

  private static long runRequest(Sql sql, String author, String reason) throws SQLException {
    return sql.one(
        "insert into run_request (author, reason) values (?, ?) returning request_id",
        row -> row.number("request_id"),
        author,
        reason);
  }

  @Override
  public long requestRebalance(SortedSet<SleeveId> only, String author, String reason) {
    return database.write(
        "request a cycle about some sleeves",
        sql -> {
          long id = runRequest(sql, author, reason);
          WishStore.limit(sql, id, only);
          Audit.enter(sql, "rebalance", "#" + id, "", "only " + only, author, reason);
          return id;
        });
  }

  @Override
  public boolean moveSlot(SlotMove move, String author, String reason) {
    return database.write(
        "move the appointment of " + move.from(), sql -> WishStore.move(sql, move, author, reason));
  }

  @Override
  public boolean acceptGap(long number, String author, String reason) {
    return database.write(
        "accept the difference " + number,
        sql -> {
          boolean stands = CopyRows.accept(sql, number, author, reason) == 1;
          if (stands) {
            Audit.enter(
                sql, "watch-accept", Long.toString(number), "stands", "accepted", author, reason);
          }
          return stands;
        });
  }

  @Override
  public boolean skipSlot(Instant dueAt, String author, String reason) {
    return database.write(
        "let the appointment of " + dueAt + " pass",
        sql -> {
          boolean isNew =
              sql.update(
                      """
                      insert into slot_to_skip (due_at, author, reason) values (?, ?, ?)
                      on conflict (due_at) do nothing
                      """,
                      dueAt,
                      author,
                      reason)
                  == 1;
          if (isNew) {
            Audit.enter(sql, "skip-next", dueAt.toString(), "due", "skipped", author, reason);
          }
          return isNew;
        });
  }

  @Override
  public long send(Errand.Kind kind, String subject, String author, String reason) {
    return database.write(
        "send the daemon to " + kind.command(),
        sql -> ErrandStore.insert(sql, kind, subject, author, reason));
  }

  @Override
  public long requestPlan(SavedPlan plan, String author, String reason) {
    String text = Documents.text(plan);
    String hash = ContentHash.ofText(text).value();
    return database.write(
        "request a cycle that carries a plan out",
        sql -> {
          long id = runRequest(sql, author, reason);
          sql.update(
              "insert into plan_request (request_id, hash, body) values (?, ?, ?::json)",
              id,
              hash,
              text);
          Audit.enter(sql, "apply", "#" + id, "", "plan " + hash, author, reason);
          return id;
        });
  }

  @Override
  public boolean classifyFlow(long number, FlowClass as, String author, String reason, Instant at) {
    return database.write(
        "explain the flow " + number,
        sql -> {
          FlowEntry.Classification said = new FlowEntry.Classification(as, author, "", reason, at);
          boolean isDone = PgAccounting.classify(sql, number, said) == 1;
          if (isDone) {
            Audit.enter(sql, "flow-classify", "#" + number, "", as.name(), author, reason);
          }
          return isDone;
        });
  }

  @Override
  public ConfigControls configs() {
    return new PgConfigs(database);
  }

  @Override
  public long requestTransfer(WalletTransfer transfer, String author, String reason) {
    return database.write(
        "ask for a transfer", sql -> TransferStore.insert(sql, transfer, author, "", reason));
  }

  @Override
  public boolean giveUpTransfer(long number, String author, String reason) {
    return database.write(
        "give up the transfer " + number, sql -> TransferStore.giveUp(sql, number, author, reason));
  }
}
