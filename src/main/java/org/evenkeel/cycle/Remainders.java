package org.evenkeel.cycle;

import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Urgency;

/** What of an intent is given up at the end of its work, kept with the market then. Single-threaded. */
final class Remainders {

  private final Arrivals arrivals;
  private final MarketData market;
  private final Journal journal;
  private final Clock clock;

  Remainders(Arrivals arrivals, MarketData market, Journal journal, Clock clock) {
    this.arrivals = arrivals;
    this.market = market;
    this.journal = journal;
    this.clock = clock;
  }

  /** Keeps what was not traded; of an order whose fate is open nobody knows, and without a price it has no cost. */
  void keep(Intent intent, Urgency.Choice choice, Observation seen, Tally tally) {
    Contracts traded = tally.traded(intent);
    if (tally.isUnresolved(intent.instrument()) || traded.compareTo(intent.quantity()) >= 0) {
      return;
    }
    if (market.quotes(List.of(intent.instrument())) instanceof Result.Ok<List<Quote>> ok) {
      journal
          .orderLog()
          .forgo(
              intent.id(),
              arrivals.forgone(
                  intent,
                  intent.quantity().minus(traded),
                  ok.value().get(0),
                  seen,
                  clock.now(),
                  choice));
    }
  }
}
