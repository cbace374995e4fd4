package org.evenkeel.shell.xchange.binance;

import org.evenkeel.core.catalog.Instrument;

/** The two markets of Binance that are traded, each with its own host and its own request budget. */
public enum MarketKind {
  /** USD-M perpetual futures. */
  FUTURES("futures"),
  /** The spot market. */
  SPOT("spot");

  private final String budget;

  MarketKind(String budget) {
    this.budget = budget;
  }

  /** The name of the request budget. */
  public String budget() {
    return budget;
  }

  static MarketKind of(Instrument instrument) {
    return switch (instrument) {
      case Instrument.Spot spot -> SPOT;
      case Instrument.Future future -> FUTURES;
    };
  }
}
