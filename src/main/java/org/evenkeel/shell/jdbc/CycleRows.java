package org.evenkeel.shell.jdbc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;

/** Cycles as they are shown. */
final class CycleRows {

  private static final String SELECT =
      """
      select c.cycle_id, c.due_at, c.started_at, c.ended_at, c.status, c.reason, c.stage_millis,
        (select count(*) from intent i where i.cycle_id = c.cycle_id) as legs,
        (select count(*) from fill f where f.cycle_id = c.cycle_id) as fills,
        n.turnover, n.nav
      from cycle c left join nav n using (cycle_id)
      """;

  private CycleRows() {}

  /** Of two cycles of one moment the later begun one is the newer. */
  static List<CycleRow> newest(Sql sql, int limit) throws SQLException {
    return sql.list(
        SELECT + "order by c.due_at desc, c.started_at desc limit ?", CycleRows::row, limit);
  }

  static Optional<CycleDetail> detail(Sql sql, String cycleId) throws SQLException {
    Optional<CycleRow> row = sql.first(SELECT + "where c.cycle_id = ?", CycleRows::row, cycleId);
    if (row.isEmpty()) {
      return Optional.empty();
    }
    String stageMillis =
        sql.one(
            "select stage_millis from cycle where cycle_id = ?",
            found -> found.text("stage_millis"),
            cycleId);
    return Optional.of(
        new CycleDetail(
            row.get(),
            pairs(
                sql,
                "select kind as name, hash as content from cycle_input where cycle_id = ?",
                cycleId),
            pairs(
                sql,
                "select stage as name, body::text as content from cycle_document where cycle_id = ?",
                cycleId),
            OrderRows.ofCycle(sql, cycleId),
            Documents.readCounts(stageMillis)));
  }

  /** The documents of a stage, of the cycle begun last first; only those returned are unpacked. */
  static <T> List<T> documents(Sql sql, String stage, Class<T> type, int limit)
      throws SQLException {
    return sql.list(
        """
        select d.body::text as body
        from
        (
          select x.cycle_id, c.started_at, c.due_at
          from cycle_document x join cycle c using (cycle_id)
          where x.stage = ? order by c.started_at desc, c.due_at desc limit ?
        ) n join cycle_document d on d.cycle_id = n.cycle_id and d.stage = ?
        order by n.started_at desc, n.due_at desc
        """,
        row -> Documents.read(row.text("body"), type),
        stage,
        limit,
        stage);
  }

  private record Pair(String name, String content) {}

  private static SortedMap<String, String> pairs(Sql sql, String query, String cycleId)
      throws SQLException {
    TreeMap<String, String> pairs = new TreeMap<>();
    sql.list(query, row -> new Pair(row.text("name"), row.text("content")), cycleId)
        .forEach(pair -> pairs.put(pair.name(), pair.content()));
    return pairs;
  }

  private static CycleRow row(Row row) throws SQLException {
    return new CycleRow(
        row.text("cycle_id"),
        row.instant("due_at"),
        row.instant("started_at"),
        row.maybeInstant("ended_at"),
        CycleStatus.valueOf(row.text("status")),
        row.text("reason"),
        row.integer("legs"),
        row.integer("fills"),
        row.maybeDecimal("turnover").orElse(BigDecimal.ZERO),
        row.maybeDecimal("nav"));
  }
}
