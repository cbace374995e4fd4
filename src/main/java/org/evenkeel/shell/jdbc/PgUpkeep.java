package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.KillDrill;
import org.evenkeel.core.statement.LeaseRow;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Upkeep;

/** What persons look after, in PostgreSQL. Needs no lease and no daemon. This class is thread-safe. */
public final class PgUpkeep implements Upkeep {

  private static final int NEWEST = 5;

  private static final String LEASE =
      """
      select l.name, l.epoch, l.holder, l.expires_at, clock_timestamp() as now,
        (select min(r.recorded_at) from run r where r.epoch = l.epoch) as since,
        (select max(h.db_time) from heartbeat h where h.epoch = l.epoch) as last_sign
      from lease l where l.name = ?
      """;

  private final Database readings;
  private final Database orders;
  private final RequestProof proof;

  /**
   * @param orders the database for what persons order, which signs if they have keys
   * @param proof judges what two persons have agreed on
   */
  public PgUpkeep(Database orders, ApprovalProof proof) {
    this.readings = orders.as(DatabaseRole.READER);
    this.orders = orders.as(DatabaseRole.OPERATOR);
    this.proof = new RequestProof(proof);
  }

  @Override
  public Optional<LeaseRow> lease(String name) {
    return readings.read(
        "read the lease",
        sql -> {
          List<LeaseRow.Takeover> takeovers = takeovers(sql, name);
          return sql.first(
              LEASE,
              row ->
                  new LeaseRow(
                      row.text("name"),
                      row.number("epoch"),
                      row.text("holder"),
                      row.maybeInstant("expires_at"),
                      row.instant("now"),
                      row.maybeInstant("since"),
                      row.maybeInstant("last_sign"),
                      takeovers),
              name);
        });
  }

  private static List<LeaseRow.Takeover> takeovers(Sql sql, String name) throws SQLException {
    return sql.list(
        "select * from lease_takeover where name = ? order by epoch desc limit " + NEWEST,
        row ->
            new LeaseRow.Takeover(
                row.instant("recorded_at"),
                row.number("epoch"),
                row.text("holder"),
                row.bool("was_alive"),
                row.text("author"),
                row.text("reason")),
        name);
  }

  @Override
  public boolean takeLease(LeaseRow seen, Optional<Long> request, String author, String reason) {
    return orders.write(
        "take the lease away from " + seen.holder(),
        sql -> {
          if (request.isPresent() && !isAgreed(sql, request.get())) {
            return false;
          }
          boolean isTaken =
              sql.one(
                  "select take_lease(?, ?, ?, ?, ?) as taken",
                  row -> row.bool("taken"),
                  seen.name(),
                  seen.epoch(),
                  request.orElse(null),
                  author,
                  reason);
          if (isTaken) {
            Audit.enter(
                sql,
                STEAL,
                seen.name() + " epoch " + seen.epoch(),
                seen.holder(),
                "nobody",
                author,
                reason);
          }
          return isTaken;
        });
  }

  private boolean isAgreed(Sql sql, long number) throws SQLException {
    Optional<RequestRow> row = RequestRows.byNumber(sql, number);
    return row.isPresent()
        && row.get().state() == RequestRow.State.APPROVED
        && row.get().request().kind().equals(STEAL)
        && proof.holds(sql, row.get());
  }

  @Override
  public long keepDrill(KillDrill drill, String author, String reason) {
    return orders.write(
        "keep a drill",
        sql -> {
          long number =
              sql.one(
                  """
                  insert into kill_drill
                    (positions, runs, worst_seconds, allowed_seconds, is_passed, body, author, reason)
                  values (?, ?, ?, ?, ?, ?::json, ?, ?) returning kill_drill_id
                  """,
                  row -> row.number("kill_drill_id"),
                  drill.assets().size(),
                  drill.runs(),
                  seconds(drill.worst()),
                  seconds(drill.allowed()),
                  drill.isPassed(),
                  Documents.text(drill),
                  author,
                  reason);
          Audit.enter(
              sql,
              "kill-drill",
              "#" + number,
              "",
              drill.isPassed() ? "passed" : "failed",
              author,
              reason);
          return number;
        });
  }

  private static BigDecimal seconds(Duration duration) {
    return BigDecimal.valueOf(duration.toMillis(), 3);
  }

  @Override
  public List<KillDrill.Kept> drills(int limit) {
    return readings.read(
        "read the drills",
        sql ->
            sql.list(
                """
                select kill_drill_id, recorded_at, body::text as body, author, reason from kill_drill
                order by kill_drill_id desc limit ?
                """,
                row ->
                    new KillDrill.Kept(
                        row.number("kill_drill_id"),
                        row.instant("recorded_at"),
                        Documents.read(row.text("body"), KillDrill.class),
                        row.text("author"),
                        row.text("reason")),
                limit));
  }
}
