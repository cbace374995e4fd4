package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.evenkeel.core.settle.PositionBreak;
import org.evenkeel.core.statement.BreakRow;

/** Disagreements of ledger and venue: at most one open per subject. */
final class BreakStore {

  private static final String OPEN =
      """
      select subject, ledger, venue, cause, since from position_break
      where closed_at is null order by subject
      """;

  private static final String INSERT =
      """
      insert into position_break (subject, ledger, venue, cause, since, run_id, epoch)
      values (?, ?, ?, ?, ?, ?, ?)
      """;

  private final Fence fence;

  BreakStore(Fence fence) {
    this.fence = fence;
  }

  void record(List<PositionBreak> breaks, Instant at) {
    fence.write(
        "record breaks",
        (sql, stamp) -> {
          List<BreakRow> open = rows(sql);
          Set<PositionBreak> wanted = new HashSet<>(breaks);
          for (BreakRow row : open) {
            if (!wanted.contains(asBreak(row))) {
              sql.update(
                  "update position_break set closed_at = ? where subject = ? and closed_at is null",
                  at,
                  row.subject());
            }
          }
          for (PositionBreak fresh : breaks) {
            if (open.stream().noneMatch(row -> asBreak(row).equals(fresh))) {
              sql.update(
                  INSERT,
                  fresh.subject(),
                  fresh.ledger(),
                  fresh.venue(),
                  fresh.cause(),
                  since(open, fresh, at),
                  stamp.runId(),
                  stamp.epoch());
            }
          }
          return open.size();
        });
  }

  /** A break whose figures changed is as old as the first one. */
  private static Instant since(List<BreakRow> open, PositionBreak fresh, Instant at) {
    return open.stream()
        .filter(row -> row.subject().equals(fresh.subject()))
        .map(BreakRow::since)
        .findFirst()
        .orElse(at);
  }

  List<PositionBreak> open() {
    return fence.read(
        "read the open breaks", sql -> rows(sql).stream().map(BreakStore::asBreak).toList());
  }

  static List<BreakRow> rows(Sql sql) throws SQLException {
    return sql.list(
        OPEN,
        row ->
            new BreakRow(
                row.text("subject"),
                row.text("ledger"),
                row.text("venue"),
                row.text("cause"),
                row.instant("since")));
  }

  private static PositionBreak asBreak(BreakRow row) {
    return new PositionBreak(row.subject(), row.ledger(), row.venue(), row.cause());
  }
}
