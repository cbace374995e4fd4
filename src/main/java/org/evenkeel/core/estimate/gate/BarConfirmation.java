package org.evenkeel.core.estimate.gate;

import java.time.Instant;
import org.evenkeel.core.basics.InstrumentId;

/**
 * A person's word about one bar that the outlier test doubts.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument whose bar
 * @param barClose when the bar closed
 * @param isReal true if the price was really traded; false if it is a bad print, which removes the bar
 * @param author who looked
 * @param reason where they looked and what they saw
 */
public record BarConfirmation(
    InstrumentId instrument, Instant barClose, boolean isReal, String author, String reason) {

  public BarConfirmation {
    if (author.isBlank() || reason.isBlank()) {
      throw new IllegalArgumentException(
          "the confirmation of " + instrument + " at " + barClose + " needs author and reason");
    }
  }
}
