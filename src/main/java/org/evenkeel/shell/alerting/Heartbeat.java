package org.evenkeel.shell.alerting;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.evenkeel.cycle.Alerts;

/**
 * A sign of life to somebody outside, who must raise the alarm when it stops: it is given only while the bot is well.
 *
 * <p>Single-threaded.
 */
public final class Heartbeat implements AutoCloseable {

  static final String SUBJECT = "heartbeat";

  /** One that is lost now and then is nothing that a person could mend. */
  private static final int MOST_LOST = 3;

  private final Outward outward;
  private final BooleanSupplier isWell;
  private final Alerts alerts;
  private int lost;

  public Heartbeat(URI address, Duration timeout, BooleanSupplier isWell, Alerts alerts) {
    this.outward = new Outward(address, timeout);
    this.isWell = isWell;
    this.alerts = alerts;
  }

  /** Gives it, if the bot is well. */
  public void beat() {
    if (!isWell.getAsBoolean()) {
      return;
    }
    Optional<String> failure = outward.get();
    lost = failure.isPresent() ? lost + 1 : 0;
    if (lost >= MOST_LOST) {
      alerts.raise(
          SUBJECT,
          "the sign of life does not reach who listens for it: "
              + failure.orElse("")
              + "; whoever listens will say that the bot is dead");
    } else if (lost == 0) {
      alerts.clear(SUBJECT);
    }
  }

  /** Connects and gives no sign; why that failed, or empty. */
  public Optional<String> reach() {
    return outward.reach();
  }

  @Override
  public void close() {
    outward.close();
  }
}
