package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.policy.CanaryStart;
import org.evenkeel.core.policy.LimitName;
import org.evenkeel.core.policy.LimitOverride;
import org.evenkeel.core.statement.RequestRow;

/**
 * The soft limits that operators have set for a time; part of the {@link Journal} and of its transactions.
 *
 * <p>Reading proves for each whether two persons have agreed on it.
 */
public interface LimitBook {

  /** What was set by then and has not expired, in the order of its numbers, with what was taken back since. */
  List<LimitOverride> at(Instant at);

  /** The newest start after which limits are small for a while. */
  Optional<CanaryStart> newestCanary();

  /** The age of the newest rehearsal of the kill switch, on the wall clock; empty if there was none or it took too long. */
  Optional<Duration> rehearsalAge();

  /** Records what two persons have agreed on. */
  void set(RequestRow request, LimitOverride wanted);

  /** Takes back every setting of a limit as two persons have agreed; how many there were. */
  int reset(RequestRow request, LimitName name, Instant at);
}
