package org.evenkeel.core.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;

/**
 * A finding that stands: it freezes its subject until its cause is gone or its owner clears it.
 *
 * <p>A lock of a wallet concerns every instrument, and so does one of the account, which also forbids every order.
 * Several locks of one subject may stand at once; each is cleared for itself.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param number its number in the list of locks
 * @param finding what was found
 * @param since when it was found first, by the bot's clock
 */
public record Lock(long number, LockFinding finding, Instant since) {

  /** The subject of a lock that concerns everything. */
  public static final String ACCOUNT = "ACCOUNT";

  /** What may still be sent for what it concerns. */
  public LockCause.Permits permits() {
    return finding.subject().equals(ACCOUNT)
        ? LockCause.Permits.NOTHING
        : finding.cause().permits();
  }

  /** Whether an instrument is frozen by it. */
  public boolean concerns(InstrumentId instrument) {
    return concernsEverything() || finding.subject().equals(instrument.value());
  }

  /** Whether every instrument is frozen by it. */
  public boolean concernsEverything() {
    return finding.subject().equals(ACCOUNT) || finding.subject().contains("/");
  }

  /** What ends it, in words with the command if there is one. */
  public String remedy() {
    return switch (finding.cause().owner()) {
      case CAUSE -> "ends by itself when that is over";
      case OPERATOR ->
          finding.cause().needsAcknowledgement()
              ? "./evenkeel locks acknowledge "
                  + number
                  + " --reason ... and a second person's approval"
              : "./evenkeel unlock " + finding.subject() + " --reason ...";
    };
  }

  /** The reason why an order must not be sent under these locks, or empty if they do not forbid it. */
  public static Optional<Refusal> objection(
      List<Lock> open, InstrumentId instrument, boolean reduceOnly) {
    return open.stream()
        .filter(lock -> lock.concerns(instrument))
        .filter(lock -> !reduceOnly || lock.permits() == LockCause.Permits.NOTHING)
        .findFirst()
        .map(lock -> Refusal.of(RefusalReason.INSTRUMENT_FROZEN, lock.toString()));
  }

  @Override
  public String toString() {
    return "lock " + number + " of " + finding;
  }
}
