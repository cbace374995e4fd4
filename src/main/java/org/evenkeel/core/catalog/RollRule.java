package org.evenkeel.core.catalog;

import java.time.LocalDate;
import org.evenkeel.core.basics.InstrumentId;

/**
 * A leg that is held in the contracts of a series, one after the other.
 *
 * <p>For example the quarterly series from 'BTC-USDT-20260327@binance' on is held in that contract first, then in
 * 'BTC-USDT-20260626@binance', and so on.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param first the first contract, as the configuration names it; a linear dated future on a day of the cadence
 * @param cadence how the contracts follow one another
 * @param terms when a position moves to the next one
 */
public record RollRule(InstrumentId first, RollCadence cadence, RollTerms terms) {

  public RollRule {
    if (!(Instrument.parse(first) instanceof Instrument.DatedFuture dated)) {
      throw new IllegalArgumentException("'" + first + "' never ends, so it is not rolled");
    }
    if (!cadence.has(dated.expiry())) {
      throw new IllegalArgumentException(
          "'" + first + "' is delivered on no day of a " + cadence + " series");
    }
  }

  private static Instrument.DatedFuture dated(InstrumentId id) {
    return (Instrument.DatedFuture) Instrument.parse(id);
  }

  private InstrumentId on(LocalDate day) {
    Instrument.DatedFuture named = dated(first);
    return new Instrument.DatedFuture(named.base(), named.quote(), day, named.venue()).id();
  }

  /** The contract of the series that is delivered first on or after a day; never one before the first. */
  public InstrumentId near(LocalDate today) {
    LocalDate day = dated(first).expiry();
    while (day.isBefore(today)) {
      day = cadence.after(day);
    }
    return on(day);
  }

  /** The contract that comes after one of the series. */
  public InstrumentId after(InstrumentId contract) {
    return on(cadence.after(dated(contract).expiry()));
  }

  /** Whether an instrument is a contract of the series. */
  public boolean has(InstrumentId id) {
    return Instrument.parse(id) instanceof Instrument.DatedFuture other
        && other.base().equals(dated(first).base())
        && other.quote().equals(dated(first).quote())
        && other.venue().equals(dated(first).venue())
        && !other.expiry().isBefore(dated(first).expiry())
        && cadence.has(other.expiry());
  }
}
