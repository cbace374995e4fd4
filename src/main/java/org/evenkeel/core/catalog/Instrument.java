package org.evenkeel.core.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
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

  /** A contract on a later price, carried by margin. */
  sealed interface Future extends Instrument {

    /** The currency in which margin is held and profit is paid. */
    default Currency settlement() {
      return quote();
    }
  }

  /** A perpetual future whose profit is paid in the quote currency: linear in the price. */
  record LinearPerpetual(Currency base, Currency quote, VenueId venue) implements Future {
    @Override
    public String suffix() {
      return "PERP";
    }
  }

  /**
   * A future that is settled in the quote currency on a day: linear in the price.
   *
   * @param expiry the day of settlement, UTC
   */
  record DatedFuture(Currency base, Currency quote, LocalDate expiry, VenueId venue)
      implements Future {
    @Override
    public String suffix() {
      return DateTimeFormatter.BASIC_ISO_DATE.format(expiry);
    }
  }

  /** The instrument that a canonical identifier names; throws {@link IllegalArgumentException} for a day that is in no calendar. */
  static Instrument parse(InstrumentId id) {
    String[] nameAndVenue = id.value().split("@", -1);
    String[] parts = nameAndVenue[0].split("-", -1);
    Currency base = Currency.of(parts[0]);
    Currency quote = Currency.of(parts[1]);
    VenueId venue = VenueId.of(nameAndVenue[1]);
    return switch (parts[2]) {
      case "SPOT" -> new Spot(base, quote, venue);
      case "PERP" -> new LinearPerpetual(base, quote, venue);
      default -> new DatedFuture(base, quote, day(id, parts[2]), venue);
    };
  }

  private static LocalDate day(InstrumentId id, String text) {
    try {
      return LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("'" + id + "' names a day that is in no calendar", e);
    }
  }
}
