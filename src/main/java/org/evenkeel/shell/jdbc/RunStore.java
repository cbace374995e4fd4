package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.cycle.Ids;
import org.evenkeel.cycle.RunManifest;

/** Starts of the program, the name of the database, and signs of life. */
final class RunStore {

  private static final String INSERT_RUN =
      """
      insert into run (run_id, mode, version, config_hash, schema_version, started_at, epoch)
      values (?, ?, ?, ?,
        (select version from flyway_schema_history
         where success and version is not null order by installed_rank desc limit 1), ?, ?)
      on conflict (run_id) do nothing
      """;

  private static final String INSERT_CANARY =
      "insert into canary (run_id, cause, begun_at, epoch) values (?, ?, ?, ?)"
          + " on conflict (run_id) do nothing";

  private static final String BEAT =
      """
      insert into heartbeat as h (run_id, bot_time, db_time, epoch)
      values (?, ?, clock_timestamp(), ?)
      on conflict (run_id) do update
        set bot_time = greatest(h.bot_time, excluded.bot_time), db_time = excluded.db_time
      """;

  /** The newest time on the bot's clock in any row that is written often. */
  static final String LAST_SEEN =
      """
      select greatest(
        (select max(bot_time) from heartbeat),
        (select max(started_at) from run),
        (select max(greatest(started_at, ended_at)) from cycle),
        (select max(committed_at) from attempt)) as last_seen
      """;

  private final Fence fence;

  RunStore(Fence fence) {
    this.fence = fence;
  }

  String openRun(RunManifest manifest, Ids ids) {
    fence.enter(manifest.runId());
    return fence.write(
        "open the run",
        (sql, stamp) -> {
          sql.update(
              INSERT_RUN,
              stamp.runId(),
              manifest.mode(),
              manifest.version(),
              manifest.configHash(),
              manifest.startedAt(),
              stamp.epoch());
          if (manifest.canary().isPresent()) {
            sql.update(
                INSERT_CANARY,
                stamp.runId(),
                manifest.canary().orElseThrow(),
                manifest.startedAt(),
                stamp.epoch());
          }
          Optional<String> nonce = nonce(sql);
          if (nonce.isPresent()) {
            return nonce.get();
          }
          sql.update(
              "insert into incarnation (nonce, run_id, epoch) values (?, ?, ?)",
              ids.incarnationNonce(),
              stamp.runId(),
              stamp.epoch());
          return nonce(sql).orElseThrow();
        });
  }

  private static Optional<String> nonce(Sql sql) throws SQLException {
    return sql.first("select nonce from incarnation", row -> row.text("nonce"));
  }

  String nonce() {
    return fence
        .read("read the nonce", RunStore::nonce)
        .orElseThrow(() -> new IllegalStateException("openRun must come before the nonce is read"));
  }

  void heartbeat(Instant now) {
    fence.write(
        "record a heartbeat", (sql, stamp) -> sql.update(BEAT, stamp.runId(), now, stamp.epoch()));
  }

  Optional<Instant> lastSeen() {
    return fence.read(
        "read the last sign of life",
        sql -> sql.one(LAST_SEEN, row -> row.maybeInstant("last_seen")));
  }
}
