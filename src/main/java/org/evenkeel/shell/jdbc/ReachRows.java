package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.statement.VenueReach;

/** Which of reading and writing works at each venue, as rows. */
final class ReachRows {

  private static final String INSERT =
      "insert into venue_reach (venue, way, since, detail, run_id, epoch) values (?, ?, ?, ?, ?, ?)";

  private static final String NEWEST =
      "select distinct on (venue) venue, way, since, detail from venue_reach order by venue, reach_id desc";

  private ReachRows() {}

  static int insert(Sql sql, Fence.Stamp stamp, VenueReach reach) throws SQLException {
    return sql.update(
        INSERT,
        reach.venue().value(),
        reach.way().name(),
        reach.since(),
        reach.detail(),
        stamp.runId(),
        stamp.epoch());
  }

  static List<VenueReach> newest(Sql sql) throws SQLException {
    return sql.list(
        NEWEST,
        row ->
            new VenueReach(
                VenueId.of(row.text("venue")),
                VenueReach.Way.valueOf(row.text("way")),
                row.instant("since"),
                row.text("detail")));
  }
}
