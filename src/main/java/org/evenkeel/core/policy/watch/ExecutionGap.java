package org.evenkeel.core.policy.watch;

import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;

/**
 * A difference between a second source of executions and the engine's books.
 *
 * @param kind what differs
 * @param instrument what was traded
 * @param reference what it is about, such as 'trade 5' or 'order 7'
 * @param words the difference with its numbers
 * @param venueTime when it was executed
 */
public record ExecutionGap(
    Kind kind, InstrumentId instrument, String reference, String words, Instant venueTime) {

  /** What differs. */
  public enum Kind {
    /** The venue shows an execution, or a part of one, that is not booked. */
    MISSING,
    /** An execution is booked that the venue does not show, or more than it shows. */
    INVENTED,
    /** Another fee is booked than the venue shows. */
    FEE
  }

  /** Whether two looks have found the same: numbers that have changed are another difference. */
  boolean isLike(ExecutionGap other) {
    return kind == other.kind
        && instrument.equals(other.instrument)
        && reference.equals(other.reference)
        && words.equals(other.words);
  }

  /** In words, such as 'MISSING trade 5 of BTC-USDT-PERP@binance: ...'. */
  public String line() {
    return kind + " " + reference + " of " + instrument + ": " + words;
  }
}
