package org.evenkeel.cycle;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.Result;

/**
 * A look, before every decision and every few minutes between them, whether the accounts are still set as the start has
 * left them: leverage, margin mode, position mode.
 *
 * <p>Somebody who changes one of these at the venue changes what the margin of every later order is. Nothing is set back:
 * that concerns positions that are open, so a person looks first.
 *
 * <p>This class is thread-safe.
 */
public final class SettingsWatch implements Precondition {

  private static final String SUBJECT = "account-settings";
  private static final Duration BETWEEN = Duration.ofMinutes(5);

  private final Supplier<Result<Boolean>> look;
  private final Clock clock;
  private final Alerts alerts;
  private long lastMillis;

  /**
   * @param look refused with what differs, or why it cannot be read
   */
  public SettingsWatch(Supplier<Result<Boolean>> look, Clock clock, Alerts alerts) {
    this.look = look;
    this.clock = clock;
    this.alerts = alerts;
    this.lastMillis = clock.elapsedMillis();
  }

  /** Looks now; whatever differs, or cannot be read, holds the decision. */
  @Override
  public synchronized Optional<Refusal> objection() {
    lastMillis = clock.elapsedMillis();
    return switch (look.get()) {
      case Result.Ok<Boolean> ok -> {
        alerts.clear(SUBJECT);
        yield Optional.empty();
      }
      case Result.Refused<Boolean> refused -> {
        alerts.raise(
            SUBJECT,
            "the account is not set as at the start, no decision is made: " + refused.refusal());
        yield Optional.of(refused.refusal());
      }
    };
  }

  /** Looks if nobody has for a while, so that a change is told before the next decision meets it. */
  public synchronized void betweenDecisions() {
    if (clock.elapsedMillis() - lastMillis >= BETWEEN.toMillis()) {
      Optional<Refusal> unused = objection();
    }
  }
}
