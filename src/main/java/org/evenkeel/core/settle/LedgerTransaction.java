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
 * @param author who decided it, where the venue has not: of an adjustment, of a reversal, and of what an adopted order has executed; else empty
 * @param reason why, with an author; else empty
 */
public record LedgerTransaction(
    Kind kind,
    String reference,
    Instant venueTime,
    List<LedgerEntry> entries,
    String author,
    String reason) {

  /** What a booking records. */
  public enum Kind {
    /** What was there at the first start. */
    OPENING,
    /** An execution with its fee. */
    FILL,
    /** A funding payment. */
    FUNDING,
    /** Money between the wallets of the account. */
    TRANSFER,
    /** Money that came to the account or left it. */
    EXTERNAL_FLOW,
    /** A difference booked by a person or a stated rule. */
    ADJUSTMENT,
    /** The opposite of a booking that no longer holds; its reference is that booking's kind and reference. */
    REVERSAL;

    /** True if a person or a rule must answer for it. */
    public boolean needsReason() {
      return this == ADJUSTMENT || this == REVERSAL;
    }
  }

  /** A booking of what the venue has stated. */
  public LedgerTransaction(
      Kind kind, String reference, Instant venueTime, List<LedgerEntry> entries) {
    this(kind, reference, venueTime, entries, "", "");
  }

  public LedgerTransaction {
    entries = List.copyOf(entries);
    if (kind.needsReason() && (author.isBlank() || reason.isBlank())) {
      throw new IllegalArgumentException(kind + " " + reference + " without author or reason");
    }
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

  /** The same booking with somebody who answers for it. */
  public LedgerTransaction by(String author, String reason) {
    return new LedgerTransaction(kind, reference, venueTime, entries, author, reason);
  }

  /** The name under which this booking is reversed: kind and reference. */
  public String name() {
    return kind + " " + reference;
  }
}
