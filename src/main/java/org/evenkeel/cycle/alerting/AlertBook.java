package org.evenkeel.cycle.alerting;

import java.util.List;
import org.evenkeel.core.statement.AlertRow;

/**
 * Where one process keeps its alerts.
 *
 * <p>Throws {@link org.evenkeel.cycle.JournalUnavailable} if the database does not answer.
 */
public interface AlertBook {

  /** Records deeds in their order, all or none; what is recorded already is passed over. */
  void record(List<AlertDeed> deeds);

  /** The alerts of this process that are not over, oldest first. */
  List<AlertRow> standing();
}
