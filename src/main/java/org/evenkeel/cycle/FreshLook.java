package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.Reconciliation;

/**
 * Prices and account in the middle of a decision's work, as far as they can be believed.
 *
 * <p>An account that shows other positions than the ledger, or a portfolio that has lost or won a fifth within minutes, is
 * an answer to be asked again and not to be traded on. Money whose origin is not settled is held out, as in the decision.
 *
 * <p>Single-threaded.
 */
final class FreshLook {

  private static final int READINGS = 3;
  private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);
  private static final BigDecimal LEAST = new BigDecimal("0.8");
  private static final BigDecimal MOST = new BigDecimal("1.25");

  private final Observatory observatory;
  private final Universe universe;
  private final Journal journal;
  private final Clock clock;

  FreshLook(Observatory observatory, Universe universe, Journal journal, Clock clock) {
    this.observatory = observatory;
    this.universe = universe;
    this.journal = journal;
    this.clock = clock;
  }

  /** The same observation with newest quotes and account; refused if nothing believable is shown. */
  Result<Observation> again(Observation before) {
    for (int reading = 1; ; reading++) {
      Result<Observation> fresh = believable(before);
      if (fresh instanceof Result.Ok<Observation> || reading >= READINGS) {
        return fresh;
      }
      clock.sleep(BETWEEN_READINGS);
    }
  }

  private Result<Observation> believable(Observation before) {
    return observatory
        .refresh(before)
        .then(raw -> raw.without(FlowEntry.heldOut(journal.accounting().flows()), universe))
        .then(fresh -> judged(before, fresh));
  }

  private Result<Observation> judged(Observation before, Observation fresh) {
    List<LockFinding> positions =
        Reconciliation.compare(journal.ledger(), fresh.account()).stream()
            .filter(found -> found.cause() == LockCause.POSITION_DIFFERS)
            .toList();
    if (!positions.isEmpty()) {
      return Result.refused(
          RefusalReason.VENUE_UNAVAILABLE,
          "the venue shows other positions than the ledger in the middle of the work: "
              + positions);
    }
    BigDecimal then = before.nav().amount();
    BigDecimal now = fresh.nav().amount();
    boolean isSane =
        now.compareTo(then.multiply(LEAST)) >= 0 && now.compareTo(then.multiply(MOST)) <= 0;
    return isSane
        ? Result.ok(fresh)
        : Result.refused(
            RefusalReason.VENUE_UNAVAILABLE,
            "the portfolio was worth "
                + before.nav()
                + " when the decision was made and is shown with "
                + fresh.nav()
                + " now; nothing more is traded on that");
  }
}
