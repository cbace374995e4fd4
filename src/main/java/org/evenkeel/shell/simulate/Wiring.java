package org.evenkeel.shell.simulate;

import org.evenkeel.cycle.CycleLease;
import org.evenkeel.cycle.Journal;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.cycle.Venue;

/**
 * What stands between the bot and its ports; a test puts a mistake there, to show that it is found.
 *
 * <p>The wiring of the product passes everything through.
 */
public interface Wiring {

  /** Nothing in between. */
  Wiring DIRECT = new Wiring() {};

  /** The venue as the bot sees it. */
  default Venue venue(Venue venue, Journal journal, VirtualClock clock) {
    return venue;
  }

  /** The market as the bot sees it. */
  default MarketData market(MarketData market, VirtualClock clock) {
    return market;
  }

  /** Whether a transaction is refused once another process leads. */
  default boolean isFenced() {
    return true;
  }

  /** What is traded, and how. */
  default Strategy strategy() {
    return SimMarket.STRATEGY;
  }

  /** The journal as the bot sees it. */
  default Journal journal(Journal journal) {
    return journal;
  }

  /** The lease by which the bot's journal writes. */
  default CycleLease lease(CycleLease lease) {
    return lease;
  }
}
