package org.evenkeel.core.catalog;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;

/**
 * Something a venue trades; what kind of thing it is, is a type and never a flag.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface Instrument {

  /** What the name of a contract begins with that is margined in its base. */
  String INVERSE = "INVERSE";

  /** What the name of a contract begins with that is settled in a third currency, which follows. */
  String QUANTO = "QUANTO";

  Currency base();

  Currency quote();

  VenueId venue();

  /** The canonical identifier, such as 'BTC-USDT-PERP@binance'. */
  default InstrumentId id() {
    return InstrumentId.of(base() + "-" + quote() + "-" + suffix() + "@" + venue());
  }

  /** The part of the identifier that names the kind. */
  String suffix();

  /** Whether the named instrument is a contract on a later price. */
  static boolean isFuture(InstrumentId id) {
    return parse(id) instanceof Future;
  }

  /** Whether the named instrument is a contract without an end, which pays or earns funding. */
  static boolean isPerpetual(InstrumentId id) {
    return switch (parse(id)) {
      case LinearPerpetual linear -> true;
      case InversePerpetual inverse -> true;
      case QuantoPerpetual quanto -> true;
      case DatedFuture dated -> false;
      case InverseDatedFuture dated -> false;
      case Spot spot -> false;
    };
  }

  /** A market on which one currency is exchanged for another at once, such as USDC for USDT. */
  record Spot(Currency base, Currency quote, VenueId venue) implements Instrument {
    @Override
    public String suffix() {
      return "SPOT";
    }
  }

  /** A contract on a later price, carried by margin. */
  sealed interface Future extends Instrument {

    /**
     * The currency in which margin is put up and profits, fees and funding are paid: the quote of a linear contract, the
     * base of an inverse one, a third one of a quanto contract.
     */
    Currency settlement();
  }

  /** A future whose profit is linear in the price and paid in the quote currency. */
  sealed interface Linear extends Future {
    @Override
    default Currency settlement() {
      return quote();
    }
  }

  /**
   * A future whose profit is linear in the inverse of the price and paid in the base currency.
   *
   * <p>For example, 10 contracts of 100 USD bought at 50,000 and sold at 62,500 USD for a bitcoin have earned 0.004 bitcoin.
   */
  sealed interface Inverse extends Future {
    @Override
    default Currency settlement() {
      return base();
    }

    /** Why the coins behind this contract, as an alternative of a leg, would be another instrument's as well; empty if not. */
    default Optional<String> coinFault(Instrument other) {
      boolean isHere = other.venue().equals(venue()) && other.base().equals(base());
      boolean sharesCoins = other instanceof Inverse || other instanceof Spot;
      return isHere && sharesCoins && !other.equals(this)
          ? Optional.of(
              id()
                  + " and "
                  + other.id()
                  + " are held in the same "
                  + base()
                  + " at "
                  + venue()
                  + ", of which a leg with alternatives needs its own")
          : Optional.empty();
    }
  }

  /** A perpetual future whose profit is paid in the quote currency: linear in the price. */
  record LinearPerpetual(Currency base, Currency quote, VenueId venue) implements Linear {
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
      implements Linear {
    @Override
    public String suffix() {
      return DateTimeFormatter.BASIC_ISO_DATE.format(expiry);
    }
  }

  /** A perpetual future that is margined in its base: 'BTC-USD-INVERSE@okx' pays profits in bitcoin. */
  record InversePerpetual(Currency base, Currency quote, VenueId venue) implements Inverse {
    @Override
    public String suffix() {
      return INVERSE;
    }
  }

  /**
   * A future that is settled in its base currency on a day, such as 'BTC-USD-INVERSE20260327@okx'.
   *
   * @param expiry the day of settlement, UTC
   */
  record InverseDatedFuture(Currency base, Currency quote, LocalDate expiry, VenueId venue)
      implements Inverse {
    @Override
    public String suffix() {
      return INVERSE + DateTimeFormatter.BASIC_ISO_DATE.format(expiry);
    }
  }

  /**
   * A perpetual future that pays a fixed number of units of a third currency for each unit that its price moves.
   *
   * <p>For example 'ETH-USD-QUANTOBTC@somewhere' with a multiplier of 0.000001: 1000 contracts from 2,000 to 2,100 USD for
   * an ether earn 0.1 bitcoin, whatever a bitcoin is worth.
   *
   * @param settlement neither the base nor the quote
   */
  record QuantoPerpetual(Currency base, Currency quote, Currency settlement, VenueId venue)
      implements Future {

    public QuantoPerpetual {
      if (settlement.equals(base) || settlement.equals(quote)) {
        throw new IllegalArgumentException(
            "a quanto contract on "
                + base
                + " in "
                + quote
                + " settles in a third currency, found "
                + settlement);
      }
    }

    @Override
    public String suffix() {
      return QUANTO + settlement;
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
      case INVERSE -> new InversePerpetual(base, quote, venue);
      default -> {
        if (parts[2].startsWith(INVERSE)) {
          yield new InverseDatedFuture(
              base, quote, day(id, parts[2].substring(INVERSE.length())), venue);
        }
        yield parts[2].startsWith(QUANTO)
            ? new QuantoPerpetual(
                base, quote, Currency.of(parts[2].substring(QUANTO.length())), venue)
            : new DatedFuture(base, quote, day(id, parts[2]), venue);
      }
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
