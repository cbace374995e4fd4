package org.evenkeel.cycle.alerting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.cycle.JournalUnavailable;

/** Alerts in a list, which may be out of reach. */
public final class FakeBook implements AlertBook {

  private final List<AlertDeed> deeds = new ArrayList<>();
  private final TreeSet<String> takenUp = new TreeSet<>();
  private boolean isDown;

  public synchronized void setDown(boolean isSo) {
    isDown = isSo;
  }

  public synchronized void acknowledge(String subject) {
    takenUp.add(subject);
  }

  /** What was recorded, such as 'SENT phone'. */
  public synchronized List<String> kinds() {
    return deeds.stream().map(deed -> (deed.kind() + " " + deed.channel()).strip()).toList();
  }

  private void require() {
    if (isDown) {
      throw new JournalUnavailable("no database in this test", new IllegalStateException());
    }
  }

  @Override
  public synchronized void record(List<AlertDeed> more) {
    require();
    deeds.addAll(more);
  }

  @Override
  public synchronized List<AlertRow> standing() {
    require();
    List<AlertRow> rows = new ArrayList<>();
    for (AlertDeed raised : of(AlertDeed.Kind.RAISED)) {
      if (of(AlertDeed.Kind.CLEARED).stream().noneMatch(deed -> isSame(raised, deed))) {
        rows.add(row(raised));
      }
    }
    return rows;
  }

  private AlertRow row(AlertDeed raised) {
    Instant at = raised.raisedAt();
    return new AlertRow(
        deeds.indexOf(raised) + 1L,
        "bot",
        raised.subject(),
        raised.text(),
        at,
        Optional.empty(),
        takenUp.contains(raised.subject()) && isFirst(raised)
            ? Optional.of(new AlertRow.Acknowledgment("ann", "seen", at))
            : Optional.empty(),
        of(AlertDeed.Kind.SENT).stream()
            .filter(deed -> isSame(raised, deed))
            .map(
                deed ->
                    new AlertRow.Channel(
                        deed.channel(), 1, Optional.of(deed.at()), Optional.empty(), ""))
            .toList());
  }

  /** Somebody has taken up the first alert about a subject, and no later one. */
  private boolean isFirst(AlertDeed raised) {
    return of(AlertDeed.Kind.RAISED).stream()
        .filter(deed -> deed.subject().equals(raised.subject()))
        .findFirst()
        .filter(raised::equals)
        .isPresent();
  }

  private List<AlertDeed> of(AlertDeed.Kind kind) {
    return deeds.stream().filter(deed -> deed.kind() == kind).toList();
  }

  private static boolean isSame(AlertDeed one, AlertDeed other) {
    return one.subject().equals(other.subject()) && one.raisedAt().equals(other.raisedAt());
  }
}
