package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;

/** Locks as stored. */
final class LockRows {

  private static final String OPEN =
      """
      select lock_id, subject, cause, key, ledger, venue, since from lock
      where cleared_at is null order by lock_id
      """;

  /** A second lock of one subject, cause and key is no second one, also if two processes find it at once. */
  static final String INSERT =
      """
      insert into lock (subject, cause, key, owner, ledger, venue, since, opened_by, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (subject, cause, key) where cleared_at is null do nothing
      """;

  private LockRows() {}

  static List<Lock> open(Sql sql) throws SQLException {
    return sql.list(
        OPEN,
        row ->
            new Lock(
                row.number("lock_id"),
                new LockFinding(
                    row.text("subject"),
                    LockCause.valueOf(row.text("cause")),
                    row.text("key"),
                    row.text("ledger"),
                    row.text("venue")),
                row.instant("since")));
  }
}
