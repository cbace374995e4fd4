package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.BookedFill;
import org.evenkeel.core.policy.watch.CopyRecord;
import org.evenkeel.core.policy.watch.ExecutionGap;

/** The watcher's comparisons of executions, as stored. */
final class CopyRows {

  /** Since when the leader works without a break: its run, if its lease stands. */
  private static final String FRAME =
      """
      select
        (select min(venue_time) from ledger_transaction where kind = 'OPENING' and reference = ?) as opening,
        (select compared_until from drop_copy where venue = ?) as compared_until,
        case when exists (select 1 from lease where expires_at > clock_timestamp())
             then coalesce((select floor(extract(epoch from clock_timestamp() - max(recorded_at)))::bigint from run), 0)
             else 0 end as working
      """;

  /** Those that stand, and those of the last months that a person has answered for. */
  private static final String GAPS =
      """
      select g.*, e.cause is not null as is_accepted,
        greatest(0, floor(extract(epoch from clock_timestamp() - g.recorded_at)))::bigint as age_seconds
      from execution_gap g left join execution_gap_end e using (gap_id)
      where g.venue = ? and (e.cause is null or (e.cause = 'ACCEPTED' and g.recorded_at > now() - interval '100 days'))
      order by g.gap_id
      """;

  private static final String BOOKED =
      """
      select instrument, trade_id, venue_order_id, last_qty, fee, fee_currency, realized_pnl, venue_time
      from fill_in_force
      where venue = ? and (venue_time >= ? or venue_order_id = any(string_to_array(?, ',')))
      order by venue_time, instrument, trade_id
      """;

  private static final String COMPARED =
      """
      insert into drop_copy (venue, compared_until) values (?, ?)
      on conflict (venue) do update set compared_until = excluded.compared_until, compared_at = clock_timestamp()
      """;

  private CopyRows() {}

  private record Stored(CopyRecord.Open open, boolean isAccepted) {}

  static CopyRecord record(Sql sql, VenueId venue) throws SQLException {
    List<CopyRecord.Open> open = new ArrayList<>();
    List<ExecutionGap> accepted = new ArrayList<>();
    for (Stored each : sql.list(GAPS, CopyRows::stored, venue.value())) {
      if (each.isAccepted()) {
        accepted.add(each.open().gap());
      } else {
        open.add(each.open());
      }
    }
    return sql.one(
        FRAME,
        row ->
            new CopyRecord(
                row.maybeInstant("opening"),
                row.maybeInstant("compared_until"),
                open,
                accepted,
                Math.max(0, row.number("working"))),
        venue.value(),
        venue.value());
  }

  private static Stored stored(Row row) throws SQLException {
    return new Stored(
        new CopyRecord.Open(
            row.number("gap_id"),
            new ExecutionGap(
                ExecutionGap.Kind.valueOf(row.text("kind")),
                InstrumentId.of(row.text("instrument")),
                row.text("reference"),
                row.text("words"),
                row.instant("venue_time")),
            row.number("age_seconds")),
        row.bool("is_accepted"));
  }

  static List<BookedFill> booked(Sql sql, VenueId venue, Instant since, SortedSet<String> orders)
      throws SQLException {
    return sql.list(
        BOOKED,
        row ->
            new BookedFill(
                InstrumentId.of(row.text("instrument")),
                row.text("trade_id"),
                row.text("venue_order_id"),
                row.decimal("last_qty"),
                new Money(row.decimal("fee"), Currency.of(row.text("fee_currency"))),
                row.decimal("realized_pnl"),
                row.instant("venue_time")),
        venue.value(),
        since,
        String.join(",", orders));
  }

  static int keep(Sql sql, VenueId venue, Instant until, CopyRecord.Change change)
      throws SQLException {
    for (CopyRecord.Open gone : change.gone()) {
      int unused =
          sql.update(
              "insert into execution_gap_end (gap_id, cause, author, reason)"
                  + " values (?, 'GONE', ?, 'a later comparison does not find it')",
              gone.number(),
              PgWatchBook.AUTHOR);
    }
    for (ExecutionGap gap : change.opened()) {
      int unused =
          sql.update(
              "insert into execution_gap (venue, kind, instrument, reference, words, venue_time)"
                  + " values (?, ?, ?, ?, ?, ?)",
              venue.value(),
              gap.kind().name(),
              gap.instrument().value(),
              gap.reference(),
              gap.words(),
              gap.venueTime());
    }
    return sql.update(COMPARED, venue.value(), until);
  }

  /** A person's answer for a difference that stands; how many there are of it. */
  static int accept(Sql sql, long number, String author, String reason) throws SQLException {
    return sql.update(
        "insert into execution_gap_end (gap_id, cause, author, reason)"
            + " select g.gap_id, 'ACCEPTED', ?, ? from execution_gap g where g.gap_id = ?"
            + " and not exists (select 1 from execution_gap_end e where e.gap_id = g.gap_id)",
        author,
        reason,
        number);
  }
}
