package org.evenkeel.cycle;

import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.VenueOrder;

/**
 * The stop: asks the venue to cancel every working order of the universe, ours or not, again and again until none is
 * left.
 *
 * <p>Cancellation is a request; what became of each order is found out by reconciliation.
 */
public final class KillSwitch {

  private static final int ROUNDS = 3;
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(500);

  private final Strategy strategy;
  private final Venue venue;
  private final Clock clock;
  private final Alerts alerts;

  public KillSwitch(Strategy strategy, Venue venue, Clock clock, Alerts alerts) {
    this.strategy = strategy;
    this.venue = venue;
    this.clock = clock;
    this.alerts = alerts;
  }

  /** True if the venue showed no working order at the end. */
  public boolean cancelAll() {
    for (int round = 1; round <= ROUNDS; round++) {
      if (cancelRound()) {
        alerts.clear("halt");
        return true;
      }
      clock.sleep(BETWEEN_ROUNDS);
    }
    alerts.raise("halt", "working orders may remain at the venue; cancel them on the venue's page");
    return false;
  }

  private boolean cancelRound() {
    boolean isClear = true;
    for (InstrumentId instrument : strategy.universe().instruments()) {
      switch (venue.openOrders(instrument)) {
        case Result.Ok<List<VenueOrder>> open -> {
          for (VenueOrder order : open.value()) {
            isClear = false;
            venue.cancel(order.clientOrderId(), instrument);
          }
        }
        case Result.Refused<List<VenueOrder>> refused -> isClear = false;
      }
    }
    return isClear;
  }
}
