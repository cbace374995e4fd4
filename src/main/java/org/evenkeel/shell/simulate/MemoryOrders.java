package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.AttemptState;
import org.evenkeel.core.settle.Fill;

/** The constraints that the database puts on attempts. */
final class MemoryOrders {

  /** The steps that the database's transition table allows. */
  static final Set<String> STEPS =
      Set.copyOf(
          List.of(
              ("PENDING_NEW>NEW PENDING_NEW>PARTIALLY_FILLED PENDING_NEW>SETTLING"
                      + " PENDING_NEW>REJECTED PENDING_NEW>UNKNOWN PENDING_NEW>ABSENT"
                      + " PENDING_NEW>QUARANTINED UNKNOWN>UNKNOWN UNKNOWN>NEW"
                      + " UNKNOWN>PARTIALLY_FILLED UNKNOWN>SETTLING UNKNOWN>ABSENT"
                      + " UNKNOWN>QUARANTINED NEW>NEW NEW>PARTIALLY_FILLED NEW>SETTLING"
                      + " NEW>UNKNOWN NEW>QUARANTINED PARTIALLY_FILLED>PARTIALLY_FILLED"
                      + " PARTIALLY_FILLED>SETTLING PARTIALLY_FILLED>UNKNOWN"
                      + " PARTIALLY_FILLED>QUARANTINED SETTLING>SETTLING SETTLING>FILLED"
                      + " SETTLING>CANCELED SETTLING>EXPIRED SETTLING>REJECTED"
                      + " SETTLING>QUARANTINED QUARANTINED>SETTLING QUARANTINED>ABSENT"
                      + " QUARANTINED>QUARANTINED")
                  .split(" ")));

  /** The order of executions: by time, and by number where the time is the same. */
  static final Comparator<Fill> BY_TIME_AND_NUMBER =
      Comparator.comparing(Fill::venueTime)
          .thenComparingInt(fill -> fill.tradeId().value().length())
          .thenComparing(Fill::tradeId);

  private final Memory memory;

  MemoryOrders(Memory memory) {
    this.memory = memory;
  }

  static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalStateException(message);
    }
  }

  void requireNew(Attempt attempt) {
    ClientOrderId id = attempt.ticket().clientOrderId();
    require(attempt.state() instanceof AttemptState.PendingNew, "begins in PENDING_NEW");
    require(memory.intents.containsKey(attempt.intent()), "no intent " + attempt.intent());
    require(!memory.attempts.containsKey(id), "client order id used twice: " + id);
    for (Attempt other : memory.attempts.sequencedValues().reversed()) {
      if (other.intent().equals(attempt.intent())) {
        require(other.state().isTerminal(), "second live attempt of " + attempt.intent());
        require(other.number() != attempt.number(), "attempt number twice of " + attempt.intent());
      }
    }
  }

  void requireStep(Attempt before, Attempt after) {
    ClientOrderId id = before.ticket().clientOrderId();
    Attempt stored = stored(id);
    require(stored.state().equals(before.state()), id + " is " + stored);
    if (before.state().isTerminal()) {
      require(after.state().equals(before.state()), id + " is terminal");
    } else {
      String step = before.state().label() + ">" + after.state().label();
      boolean isSame = before.state().equals(after.state());
      require(isSame || STEPS.contains(step), id + " may not go " + step);
    }
    after.venueOrderId().ifPresent(order -> requireOwner(order, stored));
  }

  private void requireOwner(VenueOrderId order, Attempt stored) {
    ClientOrderId id = stored.ticket().clientOrderId();
    boolean isAnothers =
        memory
            .ofVenueOrder(stored.ticket().instrument().value() + "/" + order.value())
            .map(other -> !other.ticket().clientOrderId().equals(id))
            .orElse(false);
    require(!isAnothers, id + " cannot be venue order " + order);
  }

  private Attempt stored(ClientOrderId id) {
    Attempt stored = memory.attempts.get(id);
    if (stored == null) {
      throw new IllegalStateException("no attempt " + id);
    }
    return stored;
  }

  void store(Attempt before, Attempt after) {
    Attempt stored = stored(before.ticket().clientOrderId());
    Attempt next = stored.with(after.state());
    Attempt moved = after.venueOrderId().map(next::seenAs).orElse(next);
    memory.put(moved);
    memory.watch().onAdvanced(whole(stored), whole(moved));
  }

  /** The attempt with what is booked for it: the sum of the fills of all of its venue orders. */
  Attempt whole(Attempt stored) {
    return stored.booked(memory.venueOrders.bookedOf(stored));
  }

  /** The newest of some fills up to a time. */
  static Optional<TradeId> newest(Stream<Fill> fills, Instant until) {
    return fills
        .filter(fill -> !fill.venueTime().isAfter(until))
        .max(BY_TIME_AND_NUMBER)
        .map(Fill::tradeId);
  }
}
