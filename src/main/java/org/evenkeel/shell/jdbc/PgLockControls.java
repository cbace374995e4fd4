package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.cycle.LockControls;

/**
 * Locks by hand in PostgreSQL: each action is one transaction with its audit row.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgLockControls implements LockControls {

  private static final String UNLOCK =
      """
      update lock set cleared_at = ?, cleared_by = ?
      where subject = ? and cause = 'OPERATOR' and cleared_at is null
      """;

  private final Database database;

  public PgLockControls(Database database) {
    this.database = database.as(DatabaseRole.OPERATOR);
  }

  @Override
  public boolean lock(String subject, String author, String reason, Instant at) {
    return database.write(
        "lock " + subject,
        sql -> {
          boolean isNew =
              sql.update(
                      LockRows.INSERT,
                      subject,
                      LockCause.OPERATOR.name(),
                      "",
                      LockCause.OPERATOR.owner().name(),
                      author + ": " + reason,
                      "",
                      at,
                      author,
                      null,
                      null)
                  == 1;
          if (isNew) {
            Audit.enter(sql, "lock", subject, "", "locked", author, reason);
          }
          return isNew;
        });
  }

  @Override
  public boolean unlock(String subject, String author, String reason, Instant at) {
    return database.write("unlock " + subject, sql -> unlock(sql, subject, author, reason, at));
  }

  /** The same within a transaction. */
  static boolean unlock(Sql sql, String subject, String author, String reason, Instant at)
      throws SQLException {
    boolean isCleared = sql.update(UNLOCK, at, author, subject) == 1;
    if (isCleared) {
      Audit.enter(sql, "unlock", subject, "locked", "", author, reason);
    }
    return isCleared;
  }
}
