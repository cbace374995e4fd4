package org.evenkeel.cycle;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
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

  /** Cancels one order by our id or the venue's, ours or not; refused if no venue shows it or it goes on. */
  Result<String> cancel(String id) {
    List<InstrumentId> all = LiveContracts.at(strategy.universe(), clock.now()).instruments();
    boolean isAsked = false;
    for (int round = 1; ; round++) {
      Result<Optional<VenueOrder>> found = find(id, all);
      switch (found) {
        case Result.Refused<Optional<VenueOrder>> refused -> {
          return Result.refused(refused.refusal());
        }
        case Result.Ok<Optional<VenueOrder>> ok -> {
          if (ok.value().isEmpty()) {
            return gone(id, isAsked);
          }
          VenueOrder order = ok.value().orElseThrow();
          if (round >= ROUNDS) {
            return Result.refused(
                RefusalReason.VENUE_UNAVAILABLE,
                "order " + id + " is still open; cancel it on the venue's page");
          }
          venues.of(order.instrument()).cancel(order.clientOrderId(), order.instrument());
          isAsked = true;
          all = List.of(order.instrument());
        }
      }
      clock.sleep(BETWEEN_ROUNDS);
    }
  }

  private static Result<String> gone(String id, boolean isAsked) {
    return isAsked
        ? Result.ok("order " + id + " is not working any more")
        : Result.refused(
            RefusalReason.INVALID_INPUT, "no venue shows an open order " + id + " of the universe");
  }

  private Result<Optional<VenueOrder>> find(String id, List<InstrumentId> instruments) {
    for (InstrumentId instrument : instruments) {
      switch (venues.of(instrument).openOrders(instrument)) {
        case Result.Refused<List<VenueOrder>> refused -> {
          return Result.refused(RefusalReason.VENUE_UNAVAILABLE, refused.refusal().detail());
        }
        case Result.Ok<List<VenueOrder>> open -> {
          Optional<VenueOrder> found =
              open.value().stream()
                  .filter(
                      order ->
                          order.clientOrderId().value().equals(id)
                              || order.venueOrderId().value().equals(id))
                  .findFirst();
          if (found.isPresent()) {
            return Result.ok(found);
          }
        }
      }
    }
    return Result.ok(Optional.empty());
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
