package org.evenkeel.core.statement;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.catalog.InstrumentSpec;

/**
 * An instrument of which a venue has announced something, or which does not trade as usual.
 *
 * @param instrument its identifier
 * @param status what the venue lets be done with it
 * @param lastTradingTime the announced end, if there is one
 * @param text all that is announced, in words
 */
public record ListingRow(
    String instrument, String status, Optional<Instant> lastTradingTime, String text) {

  public static ListingRow of(InstrumentSpec spec) {
    return new ListingRow(
        spec.id().value(),
        spec.listing().status().name(),
        spec.listing().lastTradingTime(),
        spec.listing().describe());
  }
}
