package org.evenkeel.cycle;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.VenueOrder;

/**
 * The working orders at the venue: asks to cancel every one of the universe, ours or not, until none is left.
 *
 * <p>Cancellation is a request; what became of each order is found out by reconciliation.
 */
public final class WorkingOrders {

  private static final int ROUNDS = 5;
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

  private final Strategy strategy;
  private final Venues venues;
  private final Clock clock;

  public WorkingOrders(Strategy strategy, Venues venues, Clock clock) {
    this.strategy = strategy;
    this.venues = venues;
    this.clock = clock;
  }

  /** True if the venue showed no working order of any instrument at the end. */
  public boolean cancelAll() {
    List<InstrumentId> left = LiveContracts.at(strategy.universe(), clock.now()).instruments();
    for (int round = 1; ; round++) {
      left = left.stream().filter(instrument -> !isClear(instrument)).toList();
      if (left.isEmpty() || round >= ROUNDS) {
        return left.isEmpty();
      }
      clock.sleep(BETWEEN_ROUNDS);
    }
  }

  /** True if the venue shows none; what it shows is asked to be canceled, which the next look confirms. */
  private boolean isClear(InstrumentId instrument) {
    return switch (venues.of(instrument).openOrders(instrument)) {
      case Result.Refused<List<VenueOrder>> refused -> false;
      case Result.Ok<List<VenueOrder>> open -> {
        open.value()
            .forEach(order -> venues.of(instrument).cancel(order.clientOrderId(), instrument));
        yield open.value().isEmpty();
      }
    };
  }
}
