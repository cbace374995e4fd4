package org.evenkeel.cycle;

import java.time.Instant;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;

/**
 * The operator's hand on soft limits: one person lowers, without the lease and while the daemon is down.
 *
 * <p>A row of one person that allows more than before is recorded but never counts.
 * Throws {@link JournalUnavailable} if the database does not answer.
 */
public interface LimitControls {

  /** Sets a limit for a time and returns it with its number. */
  LimitOverride set(LimitOverride wanted);

  /** Takes back every setting of a limit; how many there were. */
  int reset(LimitName name, String author, String reason, Instant at);
}
