package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.LeaseLost;

/**
 * The lease as a row with an epoch and an expiry by the database's clock.
 *
 * <p>For example with a time to live of 10 seconds: A holds epoch 3 and dies; after 10 seconds B takes epoch 4; whatever
 * A still tries to write is refused, because every write locks the row and compares the epoch.
 * An expired lease that nobody took is still its holder's.
 * Taking and renewing wait for every write that is still under way, so after a commit without an answer a renewal comes
 * first and the truth that is read next is the whole truth.
 *
 * <p>This class is thread-safe.
 */
public final class PgLease implements CycleLease {

  private static final long NONE = 0;

  private static final String TAKE =
      """
      insert into lease as l (name, epoch, holder, expires_at)
      values (?, 1, ?, clock_timestamp() + ? * interval '1 millisecond')
      on conflict (name) do update
        set epoch = l.epoch + 1, holder = excluded.holder, expires_at = excluded.expires_at
        where l.expires_at is null or l.expires_at < clock_timestamp()
      returning epoch
      """;

  private static final String EXTEND =
      """
      update lease set expires_at = clock_timestamp() + ? * interval '1 millisecond'
      where name = ? and epoch = ? and holder = ?
      """;

  private final Database database;
  private final String name;
  private final String holder;
  private final Duration timeToLive;
  private final AtomicLong epoch = new AtomicLong(NONE);

  /**
   * A lease that is not yet held.
   *
   * @param name what is led, such as 'evenkeel'
   * @param holder who asks, unique among processes, such as the run's identity
   * @param timeToLive wall time after which a silent holder may be replaced, such as 10 seconds
   */
  public PgLease(Database database, String name, String holder, Duration timeToLive) {
    this.database = database;
    this.name = name;
    this.holder = holder;
    this.timeToLive = timeToLive;
  }

  @Override
  public boolean tryAcquire() {
    if (epoch.get() != NONE && extended()) {
      return true;
    }
    Optional<Long> taken =
        database.write(
            "take the lease",
            sql ->
                sql.first(TAKE, row -> row.number("epoch"), name, holder, timeToLive.toMillis()));
    epoch.set(taken.orElse(NONE));
    return taken.isPresent();
  }

  @Override
  public void renew() {
    if (!extended()) {
      epoch.set(NONE);
      throw lost();
    }
  }

  @Override
  public void release() {
    long held = epoch.getAndSet(NONE);
    if (held != NONE) {
      database.write(
          "give the lease back",
          sql ->
              sql.update(
                  "update lease set expires_at = null where name = ? and epoch = ? and holder = ?",
                  name,
                  held,
                  holder));
    }
  }

  private boolean extended() {
    long held = epoch.get();
    return held != NONE
        && database.write(
                "extend the lease",
                sql -> sql.update(EXTEND, timeToLive.toMillis(), name, held, holder))
            == 1;
  }

  /** The epoch under which the surrounding transaction may write; holds the row until that transaction ends. */
  long confirmedEpoch(Sql sql) throws SQLException {
    long held = epoch.get();
    Optional<Long> current =
        sql.first(
            "select epoch from lease where name = ? for share", row -> row.number("epoch"), name);
    if (held == NONE || current.isEmpty() || current.get() != held) {
      throw lost();
    }
    return held;
  }

  private LeaseLost lost() {
    return new LeaseLost(
        "the lease '" + name + "' is not held by " + holder + ": another process may lead now");
  }
}
