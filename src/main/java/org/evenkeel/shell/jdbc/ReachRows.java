package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.Optional;
import org.evenkeel.core.statement.VenueReach;

/** Which of reading and writing works at the venue, as rows. */
final class ReachRows {

  private static final String INSERT =
      "insert into venue_reach (way, since, detail, run_id, epoch) values (?, ?, ?, ?, ?)";

  private static final String NEWEST =
      "select way, since, detail from venue_reach order by reach_id desc limit 1";

  private ReachRows() {}

  static int insert(Sql sql, Fence.Stamp stamp, VenueReach reach) throws SQLException {
    return sql.update(
        INSERT, reach.way().name(), reach.since(), reach.detail(), stamp.runId(), stamp.epoch());
  }

  static Optional<VenueReach> newest(Sql sql) throws SQLException {
    return sql.first(
        NEWEST,
        row ->
            new VenueReach(
                VenueReach.Way.valueOf(row.text("way")), row.instant("since"), row.text("detail")));
  }
}
