package org.evenkeel.shell.cli.print;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;

/** Alerts as text. */
public final class AlertsText {

  private AlertsText() {}

  /** A table, or that there is nothing. */
  public static String of(List<AlertRow> alerts, Instant now) {
    if (alerts.isEmpty()) {
      return "no alert was ever raised\n";
    }
    TextTable table =
        new TextTable(
            "#", "state", "raised", "from", "subject", "called", "taken up by", "message");
    for (AlertRow alert : alerts) {
      table.row(
          Long.toString(alert.number()),
          state(alert),
          age(alert.raisedAt(), now),
          alert.source(),
          alert.subject(),
          called(alert, now),
          alert.acknowledged().map(by -> by.author() + ": " + by.reason()).orElse("-"),
          alert.message().replace('\n', ' '));
    }
    return table.toString();
  }

  /** How many stand, in a line. */
  public static String tally(AlertTally tally) {
    return tally.standing()
        + " standing, "
        + (tally.waiting() == 0
            ? "all taken up"
            : tally.waiting()
                + " of them for somebody to take up ('alerts', 'alerts ack N')"
                + (tally.undelivered() == 0
                    ? ""
                    : ", " + tally.undelivered() + " NOT DELIVERED to anybody"));
  }

  private static String state(AlertRow alert) {
    if (alert.isWaiting()) {
      return "WAITS";
    }
    return alert.clearedAt().isPresent() ? "over" : "taken up";
  }

  private static String called(AlertRow alert, Instant now) {
    return alert.channels().isEmpty()
        ? "nobody"
        : alert.channels().stream()
            .map(channel -> called(channel, now))
            .collect(Collectors.joining("; "));
  }

  private static String called(AlertRow.Channel channel, Instant now) {
    String sent =
        channel
            .lastSentAt()
            .map(at -> " " + channel.sent() + "x, last " + age(at, now))
            .orElse(" never");
    return channel.name() + sent + (channel.isFailing() ? ", now " + channel.lastFailure() : "");
  }

  private static String age(Instant at, Instant now) {
    Duration age = Duration.between(at, now);
    long seconds = Math.max(0, age.toSeconds());
    if (seconds < 120) {
      return seconds + " s ago";
    }
    return seconds < 7200 ? seconds / 60 + " min ago" : Figures.time(at);
  }
}
