package org.evenkeel.core.statement;

import java.time.Instant;
import org.evenkeel.core.basics.VenueId;

/**
 * Which of reading and writing works at a venue, as the bot's own calls have shown.
 *
 * @param venue the venue
 * @param way what works
 * @param since the bot's time of the first call that went otherwise than before
 * @param detail what the last failed calls were answered
 */
public record VenueReach(VenueId venue, Way way, Instant since, String detail) {

  /** What works. */
  public enum Way {
    BOTH,
    READING_ONLY,
    WRITING_ONLY,
    NEITHER
  }

  /** What that means for trading, in a sentence. */
  public String meaning() {
    return switch (way) {
      case BOTH -> "the venue is read and takes what is sent";
      case READING_ONLY ->
          "the venue is read, and takes neither orders nor cancels: the books are kept right, and nothing is added"
              + " until a cancel or an order that reduces is answered; look at the rights of the key";
      case WRITING_ONLY ->
          "the venue takes what is sent, and the account cannot be read: nothing is sent until it can be; look at"
              + " the rights of the key";
      case NEITHER ->
          "the account cannot be read, and nothing that was sent since has been answered: nothing is sent until it"
              + " can be read";
    };
  }
}
