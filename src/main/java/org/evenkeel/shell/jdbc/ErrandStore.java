package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.statement.ErrandRow;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.Errands;

/** What operators send the daemon to do. */
final class ErrandStore implements Errands {

  private final Fence fence;

  ErrandStore(Fence fence) {
    this.fence = fence;
  }

  /** Enters one within a transaction of an operator, with its audit row, and returns its number. */
  static long insert(Sql sql, Errand.Kind kind, String subject, String author, String reason)
      throws SQLException {
    long number =
        sql.one(
            "insert into errand (kind, subject, author, reason) values (?, ?, ?, ?) returning errand_id",
            row -> row.number("errand_id"),
            kind.name(),
            subject,
            author,
            reason);
    Audit.enter(
        sql, kind.command(), "#" + number, "", ("requested " + subject).strip(), author, reason);
    return number;
  }

  /** The newest errands with their ends. */
  static List<ErrandRow> newest(Sql sql, int limit) throws SQLException {
    return sql.list(
        """
        select e.errand_id, e.kind, e.subject, e.author, e.reason, e.recorded_at, coalesce(d.outcome, '') as outcome
        from errand e left join errand_end d using (errand_id) order by e.errand_id desc limit ?
        """,
        row ->
            new ErrandRow(
                row.number("errand_id"),
                Errand.Kind.valueOf(row.text("kind")).command(),
                row.text("subject"),
                row.text("author") + ": " + row.text("reason"),
                row.instant("recorded_at"),
                row.text("outcome")),
        limit);
  }

  @Override
  public List<Errand> waiting() {
    return fence.read(
        "read the errands",
        sql ->
            sql.list(
                """
                select e.errand_id, e.kind, e.subject, e.author, e.reason from errand e
                where not exists (select 1 from errand_end d where d.errand_id = e.errand_id)
                order by e.errand_id
                """,
                row ->
                    new Errand(
                        row.number("errand_id"),
                        Errand.Kind.valueOf(row.text("kind")),
                        row.text("subject"),
                        row.text("author") + ": " + row.text("reason"))));
  }

  @Override
  public void end(Errand errand, Instant at, String outcome) {
    fence.write(
        "end the errand " + errand.number(),
        (sql, stamp) ->
            sql.update(
                "insert into errand_end (errand_id, outcome, at, run_id, epoch) values (?, ?, ?, ?, ?)",
                errand.number(),
                outcome,
                at,
                stamp.runId(),
                stamp.epoch()));
  }
}
