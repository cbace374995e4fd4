package org.evenkeel.shell.jdbc;

import java.sql.SQLException;
import java.util.List;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.cycle.alerting.AlertBook;
import org.evenkeel.cycle.alerting.AlertDeed;

/** The alerts of one process in PostgreSQL, with the rights of that process. This class is thread-safe. */
public final class PgAlertBook implements AlertBook {

  private static final String RAISE =
      """
      insert into alert (source, subject, message, raised_at) values (?, ?, ?, ?)
      on conflict (source, subject, raised_at) do nothing
      """;

  private static final String ENTER =
      """
      insert into alert_event (alert_id, kind, channel, text, at)
      select alert_id, ?, ?, ?, ? from alert where source = ? and subject = ? and raised_at = ?
      on conflict (alert_id, kind, channel, at) do nothing
      """;

  private final Database database;
  private final String source;

  private PgAlertBook(Database database, String source) {
    this.database = database;
    this.source = source;
  }

  /** That of the bot. */
  public static PgAlertBook ofBot(Database database) {
    return new PgAlertBook(database.as(DatabaseRole.BOT), "bot");
  }

  /** That of the independent watcher. */
  public static PgAlertBook ofWatcher(Database database) {
    return new PgAlertBook(database.as(DatabaseRole.WATCHER), "watcher");
  }

  @Override
  public void record(List<AlertDeed> deeds) {
    database.write(
        "record alerts",
        sql -> {
          int rows = 0;
          for (AlertDeed deed : deeds) {
            rows += enter(sql, deed);
          }
          return rows;
        });
  }

  private int enter(Sql sql, AlertDeed deed) throws SQLException {
    return switch (deed.kind()) {
      case RAISED -> sql.update(RAISE, source, deed.subject(), deed.text(), deed.raisedAt());
      case SENT, FAILED, CLEARED ->
          sql.update(
              ENTER,
              deed.kind().name(),
              deed.channel(),
              deed.text(),
              deed.at(),
              source,
              deed.subject(),
              deed.raisedAt());
    };
  }

  @Override
  public List<AlertRow> standing() {
    return database.read("read the alerts", sql -> AlertRows.standing(sql, source));
  }
}
