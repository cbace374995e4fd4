package org.evenkeel.core.settle;

import java.time.Instant;
import org.evenkeel.core.basics.Money;

/**
 * A movement of futures collateral that is neither a trade nor a transfer: a funding payment, a bonus.
 *
 * @param id the venue's id, unique per account and kind
 * @param kind what it is
 * @param venueKind the venue's word, such as 'FUNDING_FEE'
 * @param amount what was added; negative if taken
 * @param symbol the venue's text for the instrument, empty if there is none
 * @param venueTime when it happened, by the venue's clock
 */
public record Income(
    String id, Kind kind, String venueKind, Money amount, String symbol, Instant venueTime) {

  /** What an income record is. */
  public enum Kind {
    FUNDING,
    OTHER
  }
}
