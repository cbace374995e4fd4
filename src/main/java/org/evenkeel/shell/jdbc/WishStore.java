package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.calendar.SlotMove;
import org.evenkeel.core.calendar.SlotMoves;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.cycle.RunWish;
import org.evenkeel.cycle.Wishes;

/** What operators want of the schedule. */
final class WishStore implements Wishes {

  private static final String TAKE =
      """
      update run_request set taken_at = ?
      where request_id = (select request_id from run_request where taken_at is null
                          order by request_id limit 1 for update skip locked)
      returning request_id
      """;

  /** An appointment that has its decision stays where it was. */
  private static final String MOVE =
      """
      insert into slot_move (from_at, to_at, author, reason)
      select ?, ?, ?, ? where not exists (
        select 1 from cycle where due_at >= ? and occasion in ('CADENCE', 'RESUMED'))
      """;

  private final Fence fence;

  WishStore(Fence fence) {
    this.fence = fence;
  }

  @Override
  public Optional<RunWish> take(Instant at) {
    return fence.write(
        "take a request for a cycle",
        (sql, stamp) -> {
          Optional<Long> taken = sql.first(TAKE, row -> row.number("request_id"), at);
          return taken.isPresent() ? Optional.of(wish(sql, taken.get())) : Optional.empty();
        });
  }

  private static RunWish wish(Sql sql, long number) throws SQLException {
    return new RunWish(
        number,
        sql.first(
            "select body::text as body from plan_request where request_id = ?",
            row -> Documents.read(row.text("body"), SavedPlan.class),
            number),
        new TreeSet<>(
            sql.list(
                "select sleeve from rebalance_request where request_id = ?",
                row -> SleeveId.of(row.text("sleeve")),
                number)));
  }

  @Override
  public Optional<String> slotToSkip(Instant dueAt) {
    return fence.read("read whether an appointment is to pass", sql -> slotToSkip(sql, dueAt));
  }

  @Override
  public SlotMoves moves() {
    return fence.read("read which appointments were moved", WishStore::moves);
  }

  static Optional<String> slotToSkip(Sql sql, Instant dueAt) throws SQLException {
    return sql.first(
        "select author, reason from slot_to_skip where due_at = ?",
        row -> row.text("author") + ": " + row.text("reason"),
        dueAt);
  }

  static SlotMoves moves(Sql sql) throws SQLException {
    return SlotMoves.of(
        sql.list(
            "select from_at, to_at from slot_move order by slot_move_id",
            row -> new SlotMove(row.instant("from_at"), row.instant("to_at"))));
  }

  /** Enters one within a transaction of an operator, with its audit row. */
  static boolean move(Sql sql, SlotMove move, String author, String reason) throws SQLException {
    boolean isNew = sql.update(MOVE, move.from(), move.to(), author, reason, move.from()) == 1;
    if (isNew) {
      Audit.enter(
          sql,
          "reschedule",
          move.from().toString(),
          move.from().toString(),
          move.to().toString(),
          author,
          reason);
    }
    return isNew;
  }

  /** Says which sleeves a wish is limited to, within the transaction that enters it. */
  static void limit(Sql sql, long request, SortedSet<SleeveId> only) throws SQLException {
    for (SleeveId sleeve : only) {
      sql.update(
          "insert into rebalance_request (request_id, sleeve) values (?, ?)",
          request,
          sleeve.value());
    }
  }
}
