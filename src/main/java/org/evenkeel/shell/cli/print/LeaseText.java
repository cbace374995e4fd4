package org.evenkeel.shell.cli.print;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.statement.LeaseRow;

/** The lease as text. */
public final class LeaseText {

  private LeaseText() {}

  /** Holder, token, state and ages, then the newest takeovers. */
  public static String of(LeaseRow lease) {
    StringBuilder text = new StringBuilder();
    text.append("lease      ").append(lease.name()).append('\n');
    text.append("holder     ").append(lease.holder()).append('\n');
    text.append("token      ").append(lease.epoch()).append('\n');
    text.append("state      ").append(lease.state()).append('\n');
    text.append("since      ").append(age(lease.since(), lease.now())).append('\n');
    text.append("last sign  ").append(age(lease.lastSign(), lease.now())).append('\n');
    for (LeaseRow.Takeover takeover : lease.takeovers()) {
      text.append(
          "taken away "
              + Figures.time(takeover.at())
              + " by "
              + takeover.author()
              + " from "
              + takeover.holder()
              + ", token "
              + takeover.epoch()
              + (takeover.wasAlive() ? ", which was alive: " : ", which had run out: ")
              + takeover.reason()
              + "\n");
    }
    return text.toString();
  }

  private static String age(Optional<Instant> at, Instant now) {
    return at.map(
            then -> Figures.time(then) + ", " + Duration.between(then, now).toSeconds() + " s ago")
        .orElse("never");
  }
}
