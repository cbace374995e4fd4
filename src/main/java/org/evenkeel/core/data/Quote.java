package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;

/**
 * The top of an instrument's book and its mark price.
 *
 * @param instrument whose book
 * @param bid best price at which someone buys
 * @param ask best price at which someone sells
 * @param mark the venue's fair price for margin and valuation; the middle of bid and ask on spot markets
 * @param index what the asset is worth by several markets; the mark price where a venue publishes none
 * @param last what the newest trade was made at; empty where the venue does not say it beside the book
 * @param venueTime when the venue says this was true
 * @param receivedAt when we learned it
 */
public record Quote(
    InstrumentId instrument,
    Price bid,
    Price ask,
    Price mark,
    Price index,
    Optional<Price> last,
    Instant venueTime,
    Instant receivedAt) {

  /** A quote whose last trade is not known. */
  public Quote(
      InstrumentId instrument,
      Price bid,
      Price ask,
      Price mark,
      Price index,
      Instant venueTime,
      Instant receivedAt) {
    this(instrument, bid, ask, mark, index, Optional.empty(), venueTime, receivedAt);
  }

  /** A quote of a market without an index of its own. */
  public Quote(
      InstrumentId instrument,
      Price bid,
      Price ask,
      Price mark,
      Instant venueTime,
      Instant receivedAt) {
    this(instrument, bid, ask, mark, mark, venueTime, receivedAt);
  }

  public Quote {
    if (bid.compareTo(ask) > 0) {
      throw new IllegalArgumentException(
          instrument + ": crossed book, bid " + bid + " above ask " + ask);
    }
  }

  /** The same with the price of the newest trade. */
  public Quote lastAt(Price price) {
    return new Quote(instrument, bid, ask, mark, index, Optional.of(price), venueTime, receivedAt);
  }

  /** The middle of bid and ask. */
  public Price mid() {
    return new Price(bid.value().add(ask.value()).multiply(new BigDecimal("0.5")));
  }
}
