package org.evenkeel.cycle;

import java.util.function.Supplier;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.data.AccountSnapshot;

/**
 * Carries out what operators send the daemon to do, between cycles.
 *
 * <p>The end is written down after the deed: an errand that a crash interrupts is done again. Single-threaded.
 */
public final class ErrandDesk {

  private final Errands errands;
  private final WorkingOrders working;
  private final NamedFills named;
  private final Clock clock;
  private final Alerts alerts;

  public ErrandDesk(
      Errands errands, WorkingOrders working, NamedFills named, Clock clock, Alerts alerts) {
    this.errands = errands;
    this.working = working;
    this.named = named;
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
        case CANCEL_ORDER -> seenThrough(errand, working.cancel(errand.subject()), reconcile);
        case RECONCILE -> end(errand, outcome(reconcile.get()));
        case BOOK_FILL -> seenThrough(errand, named.book(errand.subject()), reconcile);
      }
    }
  }

  /** One that a venue does not let us see through is tried again at the next heartbeat. */
  private void cancelAll(Errand errand, Supplier<Result<AccountSnapshot>> reconcile) {
    String subject = errand.kind().command();
    if (!working.cancelAll()) {
      alerts.raise(
          subject,
          "working orders may remain at the venue, it goes on; cancel them on the venue's page");
      return;
    }
    alerts.clear(subject);
    // What was filled before it was canceled is booked now and not at the next bell.
    end(errand, "no order is working at the venues; " + outcome(reconcile.get()));
  }

  /** What came of an errand that is about one thing; a venue that does not answer is asked again at the next heartbeat. */
  private void seenThrough(
      Errand errand, Result<String> result, Supplier<Result<AccountSnapshot>> reconcile) {
    String subject = errand.kind().command() + " " + errand.subject();
    switch (result) {
      case Result.Ok<String> ok -> {
        alerts.clear(subject);
        end(errand, ok.value() + "; " + outcome(reconcile.get()));
      }
      case Result.Refused<String> refused -> {
        if (refused.refusal().reason() == RefusalReason.VENUE_UNAVAILABLE) {
          alerts.raise(subject, "not done yet, it goes on: " + refused.refusal().detail());
        } else {
          alerts.clear(subject);
          end(errand, "refused: " + refused.refusal().detail());
        }
      }
    }
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
    alerts.note(
        "errand",
        (errand.kind().command() + " " + errand.subject()).strip()
            + " by "
            + errand.by()
            + " is done: "
            + outcome);
  }
}
