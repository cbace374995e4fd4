package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;

/**
 * What a second source says of an execution, or of all executions of one order.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what was traded
 * @param kind what the id names
 * @param id the venue's id of the trade or of the order
 * @param quantity contracts executed, if the source tells them
 * @param fees what was charged by currency, negative is a rebate; empty if the source does not tell it
 * @param begun when the order was made, or the time of the trade
 * @param venueTime when it was executed last
 */
public record Trace(
    InstrumentId instrument,
    Kind kind,
    String id,
    Optional<BigDecimal> quantity,
    Optional<SortedMap<Currency, BigDecimal>> fees,
    Instant begun,
    Instant venueTime) {

  /** What a trace is of. */
  public enum Kind {
    /** One execution. */
    TRADE,
    /** An order with what of it was executed. */
    ORDER;

    String of(String id) {
      return this == TRADE ? "trade " + id : "order " + id;
    }
  }

  public Trace {
    fees = fees.map(all -> Collections.unmodifiableSortedMap(new TreeMap<>(all)));
  }

  /** An execution. */
  public static Trace ofTrade(
      InstrumentId instrument,
      String id,
      Optional<BigDecimal> quantity,
      Optional<SortedMap<Currency, BigDecimal>> fees,
      Instant venueTime) {
    return new Trace(instrument, Kind.TRADE, id, quantity, fees, venueTime, venueTime);
  }

  /** What is named, such as 'trade 5'. */
  String reference() {
    return kind.of(id);
  }

  /** The same without regard to what it says: instrument and reference. */
  String key() {
    return instrument + " " + reference();
  }
}
