package org.evenkeel.core.settle;

import java.time.Instant;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.Wallet;

/**
 * A movement of futures collateral that is neither a trade nor a transfer: a funding payment, a bonus.
 *
 * @param wallet the wallet that changed
 * @param id the venue's id, unique per venue account and kind
 * @param kind what it is
 * @param venueKind the venue's word, such as 'FUNDING_FEE'
 * @param amount what was added; negative if taken
 * @param symbol the venue's text for the instrument, empty if there is none
 * @param venueTime when it happened, by the venue's clock
 */
public record Income(
    Wallet wallet,
    String id,
    Kind kind,
    String venueKind,
    Money amount,
    String symbol,
    Instant venueTime) {

  /** What an income record is. */
  public enum Kind {
    FUNDING,
    OTHER
  }
}
