package org.evenkeel.cycle;

import java.util.function.Supplier;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;

/**
 * Carries out what operators send the daemon to do, between cycles.
 *
 * <p>The end is written down after the deed: an errand that a crash interrupts is done again. Single-threaded.
 */
public final class ErrandDesk {

  private static final String CANCEL_ALL = Errand.Kind.CANCEL_ALL.command();

  private final Errands errands;
  private final WorkingOrders working;
  private final Clock clock;
  private final Alerts alerts;

  public ErrandDesk(Errands errands, WorkingOrders working, Clock clock, Alerts alerts) {
    this.errands = errands;
    this.working = working;
    this.clock = clock;
    this.alerts = alerts;
  }

  /**
   * Does what waits, oldest first.
   *
   * @param reconcile reads everything from the venues and tells by itself if it cannot
   */
  public void attend(Supplier<Result<AccountSnapshot>> reconcile) {
    for (Errand errand : errands.waiting()) {
      switch (errand.kind()) {
        case CANCEL_ALL -> cancelAll(errand, reconcile);
        case RECONCILE -> end(errand, outcome(reconcile.get()));
      }
    }
  }

  /** One that a venue does not let us see through is tried again at the next heartbeat. */
  private void cancelAll(Errand errand, Supplier<Result<AccountSnapshot>> reconcile) {
    if (!working.cancelAll()) {
      alerts.raise(
          CANCEL_ALL,
          "working orders may remain at the venue, it goes on; cancel them on the venue's page");
      return;
    }
    alerts.clear(CANCEL_ALL);
    // What was filled before it was canceled is booked now and not at the next bell.
    end(errand, "no order is working at the venues; " + outcome(reconcile.get()));
  }

  private static String outcome(Result<AccountSnapshot> reconciled) {
    return switch (reconciled) {
      case Result.Ok<AccountSnapshot> ok -> "compared with the venues";
      case Result.Refused<AccountSnapshot> refused ->
          "not compared with the venues: " + refused.refusal();
    };
  }

  private void end(Errand errand, String outcome) {
    errands.end(errand, clock.now(), outcome);
    alerts.note("errand", errand.kind().command() + " by " + errand.by() + " is done: " + outcome);
  }
}
