package org.evenkeel.shell.xchange.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.shell.xchange.JsonFields;

/**
 * What Binance announces about an instrument in exchangeInfo.
 *
 * <p>Every future has a delivery date. That of a perpetual lies in the year 2100 until its delisting is announced; then it
 * is the time at which the positions that are left are settled.
 * A status that is not known here takes no orders.
 * Source: USD-M documentation, "Public Endpoints Info" (contract status); spot documentation, "Enums" (symbol status).
 */
final class ListingReader {

  /** The delivery date of a perpetual without an end is 2100-12-25T08:00Z. */
  private static final Instant NO_END = Instant.parse("2100-01-01T00:00:00Z");

  private ListingReader() {}

  static Listing future(JsonNode entry) {
    Listing listing =
        Listing.of(
            switch (JsonFields.text(entry, "status")) {
              case "TRADING" -> ListingStatus.TRADING;
              case "PENDING_TRADING" -> ListingStatus.NOT_YET;
              case "PRE_DELIVERING", "PRE_SETTLE" -> ListingStatus.REDUCE_ONLY;
              case "DELIVERING", "DELIVERED", "SETTLING", "CLOSE" -> ListingStatus.ENDED;
              default -> ListingStatus.PAUSED;
            });
    if (!entry.has("deliveryDate")) {
      return listing;
    }
    Instant delivery = JsonFields.time(entry, "deliveryDate");
    return delivery.isBefore(NO_END) ? listing.endingAt(delivery) : listing;
  }

  /** The spot market has a list of its own for what is about to end. */
  static Listing spot(JsonNode entry) {
    return Listing.of(
        switch (JsonFields.text(entry, "status")) {
          case "TRADING" -> ListingStatus.TRADING;
          case "PRE_TRADING" -> ListingStatus.NOT_YET;
          default -> ListingStatus.PAUSED;
        });
  }
}
