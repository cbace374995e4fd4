package org.evenkeel.shell.jdbc;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.cycle.LimitControls;

/**
 * The operator's hand on soft limits in PostgreSQL: each action is one transaction with its audit row.
 *
 * <p>Needs no lease and no daemon. This class is thread-safe.
 */
public final class PgLimitControls implements LimitControls {

  private final Database database;

  public PgLimitControls(Database database) {
    this.database = database.as(DatabaseRole.OPERATOR);
  }

  /** What was set by then and has not expired, each judged by its signatures. */
  public static List<LimitOverride> standing(Database database, ApprovalProof proof, Instant at) {
    return database.read(
        "read the limits that are set", sql -> LimitRows.at(sql, at, new RequestProof(proof)));
  }

  /** The newest start after which limits are small for a while. */
  public static Optional<Duration> rehearsalAge(Database database) {
    return database.read("read the age of the newest rehearsal", LimitRows::rehearsalAge);
  }

  /** The newest start after which limits are small for a while. */
  public static Optional<CanaryStart> newestCanary(Database database) {
    return database.read("read the newest start with something new", LimitRows::newestCanary);
  }

  @Override
  public LimitOverride set(LimitOverride wanted) {
    long id =
        database.write(
            "set the limit " + wanted.name(),
            sql -> LimitRows.insert(sql, wanted, Optional.empty()));
    return new LimitOverride(
        id,
        wanted.name(),
        wanted.value(),
        wanted.author(),
        wanted.reason(),
        wanted.createdAt(),
        wanted.expiresAt(),
        false,
        Optional.empty());
  }

  @Override
  public int reset(LimitName name, String author, String reason, Instant at) {
    return database.write(
        "reset the limit " + name,
        sql -> LimitRows.end(sql, name, author, reason, Optional.empty(), at));
  }
}
