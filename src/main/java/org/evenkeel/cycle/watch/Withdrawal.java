package org.evenkeel.cycle.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.Clock;

/**
 * The cancellation of every working order at every venue, whoever sent it, until none is shown.
 *
 * <p>A venue that does not answer does not keep the others from being asked. Single-threaded.
 */
final class Withdrawal {

  private static final int ROUNDS = 5;
  private static final Duration BETWEEN_ROUNDS = Duration.ofMillis(300);

  private final Lookout lookout;
  private final Clock clock;

  Withdrawal(Lookout lookout, Clock clock) {
    this.lookout = lookout;
    this.clock = clock;
  }

  /**
   * What came of it.
   *
   * @param asked orders whose cancellation was asked for
   * @param left instruments of which the venue still shows an order, or does not say
   */
  record Outcome(int asked, List<InstrumentId> left) {

    boolean isClear() {
      return left.isEmpty();
    }

    /** This one after an earlier one. */
    Outcome after(Outcome earlier) {
      return new Outcome(asked + earlier.asked, left);
    }

    String words() {
      return "cancellation of "
          + asked
          + (asked == 1 ? " order" : " orders")
          + " asked for, "
          + (left.isEmpty() ? "none is left" : "orders may be left in " + left);
    }
  }

  Outcome all() {
    Optional<AccountSnapshot> account =
        lookout.accounts() instanceof Result.Ok<AccountSnapshot> ok
            ? Optional.of(ok.value())
            : Optional.empty();
    List<InstrumentId> left = lookout.watched(account);
    TreeSet<String> asked = new TreeSet<>();
    for (int round = 1; ; round++) {
      List<InstrumentId> still = new ArrayList<>();
      for (InstrumentId id : left) {
        if (!isClear(id, asked)) {
          still.add(id);
        }
      }
      left = still;
      if (left.isEmpty() || round == ROUNDS) {
        return new Outcome(asked.size(), List.copyOf(left));
      }
      clock.sleep(BETWEEN_ROUNDS);
    }
  }

  private boolean isClear(InstrumentId id, Set<String> asked) {
    Eye eye = lookout.eyeOf(id).orElseThrow();
    return switch (eye.openOrders(id)) {
      case Result.Refused<List<VenueOrder>> refused -> false;
      case Result.Ok<List<VenueOrder>> open -> {
        for (VenueOrder order : open.value()) {
          asked.add(order.venueOrderId().value());
          eye.cancel(order.clientOrderId(), id);
        }
        yield open.value().isEmpty();
      }
    };
  }
}
