package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.route.OrderTicket;

/**
 * What was sent within a time, at its full size from its commit on, by the journal: a restart in between changes nothing.
 *
 * <p>Single-threaded.
 */
final class SentOrders {

  static final Duration MINUTE = Duration.ofMinutes(1);

  static final Duration DAY = Duration.ofDays(1);

  private final Universe universe;
  private final Journal journal;
  private final Clock clock;

  SentOrders(Universe universe, Journal journal, Clock clock) {
    this.universe = universe;
    this.journal = journal;
    this.clock = clock;
  }

  /** The value of all of it, in NAV currency. */
  BigDecimal value(Observation observed, Duration within) {
    // The one that the plan was made with; an observation that it cannot measure was refused.
    Yardstick yardstick = Yardstick.of(universe, observed.market().quotes()).orThrow();
    BigDecimal sum = BigDecimal.ZERO;
    for (OrderTicket ticket : tickets(observed, within)) {
      sum =
          sum.add(
              observed
                  .market()
                  .spec(ticket.instrument())
                  .map(spec -> yardstick.value(spec, ticket.orderQty(), ticket.limitPrice()))
                  .map(Money::amount)
                  // Of what is no longer in the universe the specification is not known.
                  .orElseGet(
                      () -> ticket.orderQty().value().multiply(ticket.limitPrice().value())));
    }
    return sum;
  }

  /** How many orders of an instrument and side. */
  int count(Observation observed, InstrumentId instrument, Side side, Duration within) {
    return (int)
        tickets(observed, within).stream()
            .filter(ticket -> ticket.instrument().equals(instrument) && ticket.side() == side)
            .count();
  }

  private List<OrderTicket> tickets(Observation observed, Duration within) {
    // Signed by the clocks of the venues: the one that is most behind counts the most.
    Duration most =
        observed.clocks().byVenue().values().stream()
            .max(Duration::compareTo)
            .orElse(Duration.ZERO);
    return journal.orderLog().signedAfter(clock.now().minus(most).minus(within));
  }
}
