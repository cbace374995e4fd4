package org.evenkeel.shell.xchange.okx;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.catalog.AnnouncedChange;
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.ListingStatus;
import org.evenkeel.shell.xchange.JsonFields;

/**
 * What OKX announces about an instrument in public/instruments.
 *
 * <p>The expiry time of a dated future is its delivery; that of anything else is its delisting, once that is announced.
 * Changes of the tick and of the smallest and largest order are announced with the time from which they count.
 * A state that is not known here takes no orders.
 * Source: OKX API v5, "Get instruments" (state, expTime, upcChg).
 */
final class OkxAnnouncements {

  private OkxAnnouncements() {}

  static Listing listing(JsonNode entry) {
    ListingStatus status =
        switch (JsonFields.text(entry, "state")) {
          case "live" -> ListingStatus.TRADING;
          case "post_only" -> ListingStatus.RESTING_ONLY;
          case "preopen", "test" -> ListingStatus.NOT_YET;
          case "expired", "settlement" -> ListingStatus.ENDED;
          default -> ListingStatus.PAUSED;
        };
    Listing listing = new Listing(status, Optional.empty(), changes(entry));
    boolean hasEnd = entry.has("expTime") && !OkxFields.isBlank(entry, "expTime");
    return hasEnd ? listing.endingAt(OkxFields.time(entry, "expTime")) : listing;
  }

  private static List<AnnouncedChange> changes(JsonNode entry) {
    List<AnnouncedChange> changes = new ArrayList<>();
    if (entry.has("upcChg")) {
      for (JsonNode change : JsonFields.array(entry, "upcChg")) {
        changes.add(
            new AnnouncedChange(
                OkxFields.time(change, "effTime"),
                part(JsonFields.text(change, "param"))
                    + " "
                    + Decimals.text(OkxFields.decimal(change, "newValue"))));
      }
    }
    return changes;
  }

  private static String part(String param) {
    return switch (param) {
      case "tickSz" -> "tick";
      case "lotSz" -> "lot";
      case "minSz" -> "smallest order";
      case "maxMktSz" -> "largest market order";
      case "maxLmtSz" -> "largest order";
      default -> "another limit";
    };
  }
}
