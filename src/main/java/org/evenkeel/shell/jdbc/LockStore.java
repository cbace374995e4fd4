package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.Locks;
import org.evenkeel.shell.jdbc.Fence.Stamp;

/** What is frozen and why, and the specifications that are known. */
final class LockStore implements Locks {

  private static final String BOT = "bot";

  private static final String CLEAR =
      "update lock set cleared_at = ?, cleared_by = ? where lock_id = ?";

  private static final String ACKNOWLEDGE =
      """
      update lock set cleared_at = ?, cleared_by = ?, request_id = ?
      where lock_id = ? and cleared_at is null
      """;

  private final Fence fence;

  LockStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public List<Lock> open() {
    return fence.read("read the locks", LockRows::open);
  }

  @Override
  public void hold(LockFinding finding, Instant at) {
    fence.write("lock " + finding.subject(), (sql, stamp) -> insert(sql, stamp, finding, at));
  }

  private static int insert(Sql sql, Stamp stamp, LockFinding finding, Instant since)
      throws SQLException {
    return sql.update(
        LockRows.INSERT,
        finding.subject(),
        finding.cause().name(),
        finding.key(),
        finding.cause().owner().name(),
        finding.ledger(),
        finding.venue(),
        since,
        BOT,
        stamp.runId(),
        stamp.epoch());
  }

  @Override
  public void keep(Set<LockCause> causes, List<LockFinding> findings, Instant at) {
    fence.write(
        "compare the locks",
        (sql, stamp) -> {
          List<Lock> open =
              LockRows.open(sql).stream()
                  .filter(lock -> causes.contains(lock.finding().cause()))
                  .toList();
          for (Lock lock : open) {
            if (!findings.contains(lock.finding())) {
              sql.update(CLEAR, at, BOT, lock.number());
            }
          }
          for (LockFinding finding : findings) {
            insert(sql, stamp, finding, firstSeen(open, finding, at));
          }
          return open.size();
        });
  }

  private static Instant firstSeen(List<Lock> open, LockFinding finding, Instant at) {
    return open.stream()
        .filter(lock -> lock.finding().isSame(finding))
        .map(Lock::since)
        .findFirst()
        .orElse(at);
  }

  @Override
  public void acknowledge(Lock lock, RequestRow request, Instant at) {
    fence.write(
        "acknowledge " + lock,
        (sql, stamp) -> {
          String by = request.author() + " and " + request.decidedBy();
          if (sql.update(ACKNOWLEDGE, at, by, request.number(), lock.number()) != 1) {
            throw new IllegalStateException(lock + " does not stand any more");
          }
          return 1;
        });
  }

  @Override
  public Optional<KnownSpec> knownSpec(InstrumentId instrument) {
    return fence.read(
        "read the known specification of " + instrument,
        sql ->
            sql.first(
                """
                select spec_hash, text from known_spec where instrument = ?
                order by known_spec_id desc limit 1
                """,
                row -> new KnownSpec(new ContentHash(row.text("spec_hash")), row.text("text")),
                instrument.value()));
  }

  @Override
  public void know(InstrumentId instrument, KnownSpec spec) {
    fence.write(
        "remember the specification of " + instrument,
        (sql, stamp) ->
            sql.update(
                "insert into known_spec (instrument, spec_hash, text, run_id, epoch) values (?, ?, ?, ?, ?)",
                instrument.value(),
                spec.hash().value(),
                spec.text(),
                stamp.runId(),
                stamp.epoch()));
  }
}
