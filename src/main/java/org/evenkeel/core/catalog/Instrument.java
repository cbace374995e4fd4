package org.evenkeel.core.catalog;

import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;

/**
 * Something a venue trades; what kind of thing it is, is a type and never a flag.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface Instrument {

  Currency base();

  Currency quote();

  VenueId venue();

  /** The canonical identifier, such as 'BTC-USDT-PERP@binance'. */
  default InstrumentId id() {
    return InstrumentId.of(base() + "-" + quote() + "-" + suffix() + "@" + venue());
  }

  /** The part of the identifier that names the kind. */
  String suffix();

  /** A market on which one currency is exchanged for another at once, such as USDC for USDT. */
  record Spot(Currency base, Currency quote, VenueId venue) implements Instrument {
    @Override
    public String suffix() {
      return "SPOT";
    }
  }

  /** A perpetual future whose profit is paid in the quote currency: linear in the price. */
  record LinearPerpetual(Currency base, Currency quote, VenueId venue) implements Instrument {
    @Override
    public String suffix() {
      return "PERP";
    }
  }

  /** The instrument that a canonical identifier names. */
  static Instrument parse(InstrumentId id) {
    String[] nameAndVenue = id.value().split("@", -1);
    String[] parts = nameAndVenue[0].split("-", -1);
    Currency base = Currency.of(parts[0]);
    Currency quote = Currency.of(parts[1]);
    VenueId venue = VenueId.of(nameAndVenue[1]);
    return switch (parts[2]) {
      case "SPOT" -> new Spot(base, quote, venue);
      case "PERP" -> new LinearPerpetual(base, quote, venue);
      default ->
          throw new IllegalArgumentException(
              "'" + id + "': dated futures are not traded yet; use -SPOT or -PERP");
    };
  }
}
