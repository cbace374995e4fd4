package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;

/**
 * One booking: entries that sum to zero in every unit.
 *
 * <p>For example, a buy of 2 contracts with a fee of 0.5 USDT books POSITION +2 against MARKET -2, and FUTURES_WALLET
 * -0.5 USDT against FEE +0.5 USDT.
 * A booking that does not balance cannot be made.
 *
 * @param kind what happened
 * @param reference the fact that it books, unique within its kind: an id of the venue
 * @param venueTime when it happened, by the venue's clock
 * @param entries at least two
 */
public record LedgerTransaction(
    Kind kind, String reference, Instant venueTime, List<LedgerEntry> entries) {

  /** What a booking records. */
  public enum Kind {
    OPENING,
    FILL,
    FUNDING,
    TRANSFER,
    ADJUSTMENT
  }

  public LedgerTransaction {
    entries = List.copyOf(entries);
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    entries.forEach(entry -> sums.merge(entry.unit(), entry.amount(), BigDecimal::add));
    sums.forEach(
        (unit, sum) -> {
          if (sum.signum() != 0) {
            throw new IllegalArgumentException(
                kind
                    + " "
                    + reference
                    + " does not balance in "
                    + unit
                    + ": "
                    + sum.toPlainString());
          }
        });
  }
}
