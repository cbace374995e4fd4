package org.evenkeel.cycle.watch;

import java.util.Optional;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.policy.watch.EngineClaim;

/**
 * What the database says of the engine.
 *
 * @param state the trading state in force
 * @param isLatched whether a halt of the watcher stands that no person has lifted
 * @param life whether the engine works
 * @param silentSeconds on the database's clock since its last sign of life; empty before the first
 * @param claim what it says it holds; empty before its opening balances are booked
 */
public record EngineWord(
    TradingState state,
    boolean isLatched,
    Life life,
    Optional<Long> silentSeconds,
    Optional<EngineClaim> claim) {

  /** Whether the engine works, judged by its lease. */
  public enum Life {
    /** It holds the lease. */
    RUNNING,
    /** Its lease has run out without being given back: it died, or hangs. */
    SILENT,
    /** It has given the lease back, or never had it: nothing is to be expected of it. */
    AT_REST
  }

  /** In words, such as 'RUNNING, heard 2 s ago'. */
  public String words() {
    return life + silentSeconds.map(seconds -> ", heard " + seconds + " s ago").orElse("");
  }
}
