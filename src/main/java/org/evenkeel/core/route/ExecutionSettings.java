package org.evenkeel.core.route;

import java.time.Duration;
import org.evenkeel.core.basics.Ratio;

/**
 * How orders are worked.
 *
 * @param collar distance of an order's limit price beyond the touch; default 0.002; wider fills more and costs more
 * @param maxAttemptsPerIntent most orders sent for one intent, one after the other; default 3
 * @param settleTimeout how long a cycle waits for the fills of a closed order before it goes on without; default 20 s
 * @param resolveTimeout how long a cycle waits for the fate of an unanswered order before it goes on without; default 60
 *     s; the order stays UNKNOWN, its instrument frozen, and is looked for again by every reconciliation
 */
public record ExecutionSettings(
    Ratio collar, int maxAttemptsPerIntent, Duration settleTimeout, Duration resolveTimeout) {

  public ExecutionSettings {
    if (collar.compareTo(Ratio.ZERO) < 0 || collar.compareTo(Ratio.of("0.05")) > 0) {
      throw new IllegalArgumentException("the collar must lie in 0..0.05, found " + collar);
    }
    if (maxAttemptsPerIntent < 1 || maxAttemptsPerIntent > 20) {
      throw new IllegalArgumentException("attempts per intent must lie in 1..20");
    }
  }

  public static ExecutionSettings defaults() {
    return new ExecutionSettings(
        Ratio.of("0.002"), 3, Duration.ofSeconds(20), Duration.ofSeconds(60));
  }
}
