package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import org.evenkeel.core.basics.RunId;
import org.jspecify.annotations.Nullable;

/**
 * The gate that every write of the journal passes: one transaction that first locks the lease and compares the epoch.
 *
 * <p>This class is thread-safe.
 */
final class Fence {

  /** Who writes: stored with every fact. */
  record Stamp(String runId, long epoch) {}

  /** Work of the leader inside one transaction. */
  interface Work<T> {
    T in(Sql sql, Stamp stamp) throws SQLException;
  }

  private final Database database;
  private final PgLease lease;
  private volatile @Nullable RunId run;

  Fence(Database database, PgLease lease) {
    this.database = database;
    this.lease = lease;
  }

  /** From now on writes are stamped with this run. */
  void enter(RunId runId) {
    run = runId;
  }

  <T> T read(String doing, Database.Work<T> work) {
    return database.read(doing, work);
  }

  <T> T write(String doing, Work<T> work) {
    RunId current = run;
    if (current == null) {
      throw new IllegalStateException("openRun must come before the first write: " + doing);
    }
    return database.write(
        doing,
        sql -> {
          long epoch = lease.confirmedEpoch(sql);
          return work.in(sql, new Stamp(current.value(), epoch));
        });
  }
}
