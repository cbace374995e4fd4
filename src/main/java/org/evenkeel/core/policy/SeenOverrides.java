package org.evenkeel.core.policy;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;

/** Two operators at once: who orders must have seen what the other one has ordered. Stateless and thread-safe. */
public final class SeenOverrides {

  private SeenOverrides() {}

  /** The reason why an order must not be taken that was given with other overrides in sight than those in force. */
  public static Optional<Refusal> objection(List<Long> seen, List<Long> inForce) {
    TreeSet<Long> before = new TreeSet<>(seen);
    TreeSet<Long> now = new TreeSet<>(inForce);
    return before.equals(now)
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.OVERRIDE,
                "the overrides in force were "
                    + before
                    + " when the effect was shown and are "
                    + now
                    + " now: somebody else ordered at the same time; look again and repeat"));
  }
}
