package org.evenkeel.cycle.alerting;

import java.util.List;
import org.evenkeel.core.statement.AlertRow;

/**
 * What persons see of alerts and say to them.
 *
 * <p>Works while the daemon is down; throws {@link org.evenkeel.cycle.JournalUnavailable} if the database does not answer.
 */
public interface AlertControls {

  /** All that stand, and so many of those that are over; those that wait first, then newest first. */
  List<AlertRow> alerts(int over);

  /** Takes an alert up, so that nobody else is called; false if there is none that waits under the number. */
  boolean acknowledge(long number, String author, String reason);
}
