package org.evenkeel.shell.jdbc;

import java.time.Duration;
import org.evenkeel.cycle.RestartBudget;

/**
 * Earlier starts in PostgreSQL: one ended inside a decision if it left a cycle without an end of its own.
 *
 * <p>This class is thread-safe.
 */
public final class PgStarts implements RestartBudget.Starts {

  private static final String INTERRUPTED =
      """
      select count(distinct run_id) as starts from cycle
      where (status = 'RUNNING' or (status = 'FAILED' and reason like 'INTERRUPTED%'))
        and recorded_at > clock_timestamp() - ? * interval '1 millisecond'
        and recorded_at > coalesce((select max(recorded_at) from trading_state), '-infinity')
      """;

  private final Database database;

  public PgStarts(Database database) {
    this.database = database;
  }

  @Override
  public int interrupted(Duration within) {
    return database.read(
        "count interrupted starts",
        sql -> (int) (long) sql.one(INTERRUPTED, row -> row.number("starts"), within.toMillis()));
  }
}
