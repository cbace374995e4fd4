package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.cycle.Controls;

/**
 * The operator's hand in PostgreSQL: each action is one transaction with its audit row.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgControls implements Controls {

  private static final String INSERT_OVERRIDE =
      """
      insert into exposure_override (sleeve, kind, value, author, reason, created_at, expires_at)
      values (?, ?, ?, ?, ?, ?, ?) returning override_id
      """;

  private static final String END_OVERRIDE =
      """
      insert into override_end (override_id, ended_at, author, reason)
      select override_id, ?, ?, ? from exposure_override
      where override_id = ? and created_at <= ? and expires_at > ?
      on conflict (override_id) do nothing
      """;

  private final Database database;

  public PgControls(Database database) {
    this.database = database;
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
  public OperatorOverride addOverride(
      SleeveId sleeve,
      OperatorOverride.Kind kind,
      Ratio value,
      String author,
      String reason,
      Instant from,
      Instant until) {
    OperatorOverride wanted =
        new OperatorOverride(0, sleeve, kind, value, author, reason, from, until);
    return database.write(
        "add an override",
        sql -> {
          long id =
              sql.one(
                  INSERT_OVERRIDE,
                  row -> row.number("override_id"),
                  sleeve.value(),
                  kind.name(),
                  value.value(),
                  author,
                  reason,
                  from,
                  until);
          String after = kind + " " + value + " until " + wanted.expiresAt();
          Audit.enter(sql, "override-set", sleeve + " #" + id, "", after, author, reason);
          return new OperatorOverride(id, sleeve, kind, value, author, reason, from, until);
        });
  }

  @Override
  public boolean expireOverride(long id, String author, String reason, Instant at) {
    return database.write(
        "end the override " + id,
        sql -> {
          boolean isEnded = sql.update(END_OVERRIDE, at, author, reason, id, at, at) == 1;
          if (isEnded) {
            Audit.enter(sql, "override-expire", "#" + id, "in force", "ended", author, reason);
          }
          return isEnded;
        });
  }

  @Override
  public long requestRun(String author, String reason) {
    return database.write(
        "request a cycle",
        sql -> {
          long id =
              sql.one(
                  "insert into run_request (author, reason) values (?, ?) returning request_id",
                  row -> row.number("request_id"),
                  author,
                  reason);
          Audit.enter(sql, "run-now", "#" + id, "", "requested", author, reason);
          return id;
        });
  }

  @Override
  public long requestPlan(SavedPlan plan, String author, String reason) {
    String text = Documents.text(plan);
    String hash = ContentHash.ofText(text).value();
    return database.write(
        "request a cycle that carries a plan out",
        sql -> {
          long id =
              sql.one(
                  "insert into run_request (author, reason) values (?, ?) returning request_id",
                  row -> row.number("request_id"),
                  author,
                  reason);
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
}
