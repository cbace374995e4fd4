package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.evenkeel.core.basics.RunId;
import org.jspecify.annotations.Nullable;

/**
 * The gate that every write of the journal passes: one transaction that first locks the lease and compares the epoch.
 *
 * <p>Several writes can be made one transaction; a failed statement in it undoes all of it.
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

  /** Not static: journals of two databases may be used by one thread, and each has its own transaction. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<@Nullable Joined> joined = new ThreadLocal<>();

  private volatile @Nullable RunId run;

  Fence(Database database, PgLease lease) {
    this.database = database;
    this.lease = lease;
  }

  /** From now on writes are stamped with this run. */
  void enter(RunId runId) {
    run = runId;
  }

  /** A transaction that is under way and which everything on its thread joins. */
  private record Joined(Sql sql, Stamp stamp) {}

  <T> T read(String doing, Database.Work<T> work) {
    Joined open = joined.get();
    return open == null ? database.read(doing, work) : inside(doing, () -> work.in(open.sql()));
  }

  <T> T write(String doing, Work<T> work) {
    Joined open = joined.get();
    return open == null
        ? writeAlone(doing, work)
        : inside(doing, () -> work.in(open.sql(), open.stamp()));
  }

  /** Makes one transaction of all reads and writes of the work on this thread. */
  <T> T together(String doing, Supplier<T> work) {
    if (joined.get() != null) {
      return work.get();
    }
    return writeAlone(
        doing,
        (sql, stamp) -> {
          joined.set(new Joined(sql, stamp));
          try {
            return work.get();
          } finally {
            joined.remove();
          }
        });
  }

  private interface Step<T> {
    T take() throws SQLException;
  }

  private static <T> T inside(String doing, Step<T> step) {
    try {
      return step.take();
    } catch (SQLException e) {
      throw SqlFailures.of(doing, e);
    }
  }

  private <T> T writeAlone(String doing, Work<T> work) {
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
