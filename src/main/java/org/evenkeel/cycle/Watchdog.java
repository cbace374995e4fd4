package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.calendar.Cadence;

/**
 * The eye on the schedule from outside of it: a decision must end, in whatever way, at least every one and a half intervals.
 *
 * <p>For example with decisions every hour, of which that of 11:00 was the last to end: from 12:30 on this is an alert. It
 * does not matter why: a dead scheduler, a call that never returns, another process that leads and does nothing.
 *
 * <p>Thread-safe.
 */
public final class Watchdog {

  private static final String SUBJECT = "watchdog";

  /** The newest slot whose decision has ended; may throw whatever the journal throws. */
  public interface LastEnded {
    Optional<Instant> slot();
  }

  private final Cadence cadence;
  private final LastEnded lastEnded;
  private final Clock clock;
  private final Alerts alerts;
  private Instant known;

  /** An eye that counts from now on, so that an outage that is over is no news. */
  public Watchdog(Cadence cadence, LastEnded lastEnded, Clock clock, Alerts alerts) {
    this.cadence = cadence;
    this.lastEnded = lastEnded;
    this.clock = clock;
    this.alerts = alerts;
    this.known = clock.now();
  }

  /** Looks once; a journal that does not answer leaves the last answer in force. */
  public synchronized void look() {
    String doubt = "";
    try {
      lastEnded.slot().filter(slot -> slot.isAfter(known)).ifPresent(slot -> known = slot);
    } catch (RuntimeException e) {
      doubt = "; the journal does not tell (" + e.getMessage() + ")";
    }
    Instant due = cadence.nextAfter(known);
    Instant late = due.plus(Duration.between(due, cadence.nextAfter(due)).dividedBy(2));
    if (clock.now().isAfter(late)) {
      alerts.raise(
          SUBJECT,
          "no decision has ended since that of "
              + known
              + ", the next was due at "
              + due
              + doubt
              + ": look at the log and at 'status'; if nothing moves, restart the bot");
    } else {
      alerts.clear(SUBJECT);
    }
  }
}
