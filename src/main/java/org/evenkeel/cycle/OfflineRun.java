package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;

/**
 * A flatten that ran without the database, as its file tells it.
 *
 * @param slot its own slot, which makes it known by one name for ever
 * @param author who ordered it
 * @param reason why
 * @param orders what was written down, in sequence; the last may never have been sent
 * @param endedAt when it ended, if it did
 * @param text how it ended
 */
public record OfflineRun(
    Slot slot,
    String author,
    String reason,
    List<Order> orders,
    Optional<Instant> endedAt,
    String text) {

  /**
   * One order that was written down before it was sent.
   *
   * @param intent what it was for
   * @param ticket the order
   * @param at when it was written down
   * @param answer what the venue answered, if an answer was written down
   */
  public record Order(
      Intent intent, OrderTicket ticket, Instant at, Optional<SendOutcome> answer) {}

  public OfflineRun {
    orders = List.copyOf(orders);
  }
}
