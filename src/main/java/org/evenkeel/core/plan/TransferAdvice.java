package org.evenkeel.core.plan;

import org.evenkeel.core.basics.Money;

/**
 * Something that only moving money between wallets or venues could mend: said to the operator, never done.
 *
 * @param cause what is short or over
 * @param at where
 * @param amount how much should be moved
 * @param text the whole of it in words, with the figures and what to do
 */
public record TransferAdvice(Cause cause, String at, Money amount, String text) {

  /** What is short or over. */
  public enum Cause {
    /** The margin at a venue is less than planned positions need with the buffer. */
    MARGIN,
    /** More lies at a venue than its cap. */
    VENUE_CAP,
    /** More of an issuer's coins is held than its cap, and no conversion can lower it. */
    ISSUER_CAP,
    /** The coins off their peg are more than what can be sold where they lie. */
    DEPEG
  }
}
