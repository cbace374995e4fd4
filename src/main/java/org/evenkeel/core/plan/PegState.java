package org.evenkeel.core.plan;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;

/**
 * What is known of a stablecoin's peg from look to look.
 *
 * @param coin the stablecoin
 * @param seenAt the newest look
 * @param looks how many looks in a row found it off
 * @param latchedAt since when it is left and not bought; empty if it is not
 * @param backSince since when it has been at par again
 * @param reason what was seen when it was latched, or lately
 */
public record PegState(
    Currency coin,
    Instant seenAt,
    int looks,
    Optional<Instant> latchedAt,
    Optional<Instant> backSince,
    String reason) {

  /** Whether the coin is left and not bought. */
  public boolean isLatched() {
    return latchedAt.isPresent();
  }
}
