package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.data.MarketSnapshot;
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

  private final Journal journal;
  private final Clock clock;

  SentOrders(Journal journal, Clock clock) {
    this.journal = journal;
    this.clock = clock;
  }

  /**
   * What was signed since the longest of some times ago, read once.
   *
   * @param tickets the orders, as they went on the wire
   * @param now the time by the clock of the venue that is most behind, which counts the most
   */
  record Recent(List<OrderTicket> tickets, Instant now) {

    /** The value of all of it, in the currency of the yardstick. */
    BigDecimal value(MarketSnapshot market, Yardstick yardstick, Duration within) {
      return tickets.stream()
          .filter(ticket -> isWithin(ticket, within))
          .map(ticket -> value(ticket, market, yardstick))
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal value(
        OrderTicket ticket, MarketSnapshot market, Yardstick yardstick) {
      return market
          .spec(ticket.instrument())
          .map(spec -> yardstick.value(spec, ticket.orderQty(), ticket.limitPrice()).amount())
          // Of what is no longer in the universe the specification is not known.
          .orElseGet(() -> ticket.orderQty().value().multiply(ticket.limitPrice().value()));
    }

    /** How many orders of an instrument and side. */
    int count(InstrumentId instrument, Side side, Duration within) {
      return (int)
          tickets.stream()
              .filter(ticket -> ticket.instrument().equals(instrument) && ticket.side() == side)
              .filter(ticket -> isWithin(ticket, within))
              .count();
    }

    private boolean isWithin(OrderTicket ticket, Duration within) {
      return ticket.signedAt().isAfter(now.minus(within));
    }
  }

  /** The orders of the longest of the times that a limit looks back. */
  Recent within(Duration longest, ClockOffsets clocks) {
    Duration most =
        clocks.byVenue().values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    Instant now = clock.now().minus(most);
    return new Recent(journal.orderLog().signedAfter(now.minus(longest)), now);
  }
}
