package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.policy.Request;
import org.evenkeel.core.statement.RequestRow;

/** Requests with what was said to them and what came of them; the state is by the database's clock. */
final class RequestRows {

  private static final String SELECT =
      """
      select * from (
        select r.request_id, r.kind, r.subject, r.payload, r.request_hash, r.author, r.reason, r.recorded_at,
          coalesce(d.author, '') as decided_by, coalesce(d.reason, '') as decision_reason,
          coalesce(o.detail, '') as outcome,
          case when o.is_done then 'DONE'
               when o.request_id is not null then 'FAILED'
               when not d.is_approved then 'REJECTED'
               when clock_timestamp() > coalesce(d.recorded_at, r.recorded_at) + interval '15 minutes'
                 then 'EXPIRED'
               when d.request_id is not null then 'APPROVED'
               else 'WAITING' end as state
        from request r
          left join request_decision d using (request_id)
          left join request_outcome o using (request_id)) as q
      """;

  private RequestRows() {}

  static List<RequestRow> newestFirst(Sql sql, boolean all) throws SQLException {
    return sql.list(
        SELECT + "where ? or state in ('WAITING', 'APPROVED') order by request_id desc",
        RequestRows::row,
        all);
  }

  static List<RequestRow> approved(Sql sql) throws SQLException {
    return sql.list(SELECT + "where state = 'APPROVED' order by request_id", RequestRows::row);
  }

  static Optional<RequestRow> byNumber(Sql sql, long number) throws SQLException {
    return sql.first(SELECT + "where request_id = ?", RequestRows::row, number);
  }

  private static RequestRow row(Row row) throws SQLException {
    return new RequestRow(
        row.number("request_id"),
        new Request(row.text("kind"), row.text("subject"), row.text("payload")),
        new ContentHash(row.text("request_hash")),
        row.text("author"),
        row.text("reason"),
        row.instant("recorded_at"),
        RequestRow.State.valueOf(row.text("state")),
        row.text("decided_by"),
        row.text("decision_reason"),
        row.text("outcome"));
  }
}
