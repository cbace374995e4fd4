package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.catalog.InstrumentSpec;

/** Every version of what venues have published about instruments, as rows. */
final class ListingRows {

  private static final String INSERT =
      """
      insert into listing
        (instrument, spec_hash, status, last_trading_time, text, body, seen_at, run_id, epoch)
      values (?, ?, ?, ?, ?, ?::json, ?, ?, ?)
      """;

  private static final String NEWEST =
      "select distinct on (instrument) body::text as body from listing order by instrument, listing_id desc";

  private ListingRows() {}

  static int insert(Sql sql, Fence.Stamp stamp, InstrumentSpec spec, Instant seenAt)
      throws SQLException {
    return sql.update(
        INSERT,
        spec.id().value(),
        spec.hash().value(),
        spec.listing().status().name(),
        spec.listing().lastTradingTime().orElse(null),
        spec.listing().describe() + "; " + spec.describe(),
        Documents.text(spec),
        seenAt,
        stamp.runId(),
        stamp.epoch());
  }

  static List<InstrumentSpec> newest(Sql sql) throws SQLException {
    return sql.list(NEWEST, row -> Documents.read(row.text("body"), InstrumentSpec.class));
  }
}
