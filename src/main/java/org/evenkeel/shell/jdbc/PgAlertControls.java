package org.evenkeel.shell.jdbc;

import java.util.List;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.cycle.alerting.AlertControls;

/** What persons see of alerts and say to them, in PostgreSQL. Needs no lease and no daemon. This class is thread-safe. */
public final class PgAlertControls implements AlertControls {

  private static final String ACKNOWLEDGE =
      """
      insert into alert_ack (alert_id, author, reason)
      select a.alert_id, ?, ? from alert a where a.alert_id = ?
        and not exists (select 1 from alert_event e where e.alert_id = a.alert_id and e.kind = 'CLEARED')
      on conflict (alert_id) do nothing
      """;

  private final Database readings;
  private final Database orders;

  /**
   * @param orders the database for what persons order, which signs if they have keys
   */
  public PgAlertControls(Database orders) {
    this.readings = orders.as(DatabaseRole.READER);
    this.orders = orders.as(DatabaseRole.OPERATOR);
  }

  @Override
  public List<AlertRow> alerts(int over) {
    return readings.read("read the alerts", sql -> AlertRows.newest(sql, over));
  }

  @Override
  public boolean acknowledge(long number, String author, String reason) {
    return orders.write(
        "acknowledge the alert " + number,
        sql -> {
          boolean isDone = sql.update(ACKNOWLEDGE, author, reason, number) == 1;
          if (isDone) {
            Audit.enter(sql, "alert-ack", "#" + number, "waits", "acknowledged", author, reason);
          }
          return isDone;
        });
  }
}
