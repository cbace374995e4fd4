package org.evenkeel.cycle;

import java.time.Duration;
import java.util.OptionalLong;
import org.evenkeel.core.basics.Result;

/**
 * Keeps the venue's dead-man switch armed while we work, and renews it at a quarter of its countdown.
 *
 * <p>A failure is told and stops nothing: the mechanism is that every order ends by itself. Single-threaded.
 */
final class DeadMan {

  /** As the venue recommends: long enough for three lost renewals. */
  static final Duration COUNTDOWN = Duration.ofMinutes(2);

  private final DeadManSwitch venueSwitch;
  private final Clock clock;
  private final Alerts alerts;
  private OptionalLong armedAt = OptionalLong.empty();

  DeadMan(DeadManSwitch venueSwitch, Clock clock, Alerts alerts) {
    this.venueSwitch = venueSwitch;
    this.clock = clock;
    this.alerts = alerts;
  }

  void announce() {
    alerts.note("dead-man", venueSwitch.description());
  }

  /** Arms or renews it if it is time to. */
  void keep() {
    // On the wall: silence is a matter of the wall, and a compressed market would have it renewed
    // without end.
    long now = clock.elapsedMillis();
    boolean isDue =
        armedAt.isEmpty() || now - armedAt.getAsLong() >= COUNTDOWN.dividedBy(4).toMillis();
    if (isDue) {
      told("armed", venueSwitch.arm(COUNTDOWN));
      armedAt = OptionalLong.of(now);
    }
  }

  /** Disarms it, as the last thing before an orderly end. */
  void disarm() {
    if (armedAt.isPresent()) {
      armedAt = OptionalLong.empty();
      told("disarmed", venueSwitch.disarm());
    }
  }

  private void told(String doing, Result<Boolean> result) {
    switch (result) {
      case Result.Ok<Boolean> ok -> alerts.clear("dead-man");
      case Result.Refused<Boolean> refused ->
          alerts.raise(
              "dead-man",
              "the venue's dead-man switch could not be " + doing + ": " + refused.refusal());
    }
  }
}
