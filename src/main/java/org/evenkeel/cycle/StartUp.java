package org.evenkeel.cycle;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.statement.CycleStatus;

/**
 * What is done before anything is planned, at the start and after every interruption.
 *
 * <p>Compare the clocks, resolve every open order, book what happened meanwhile, compare ledger and venue, and close the
 * cycles that a crash left open. A reading that fails is never taken for 'nothing there': it is tried again later.
 */
public final class StartUp {

  private final Journal journal;
  private final Reconciler reconciler;
  private final Observatory observatory;
  private final Strategy strategy;
  private final Clock clock;
  private final Alerts alerts;
  private final Optional<RestartBudget> budget;

  /**
   * @param budget how many starts may come to nothing; without limit if empty
   */
  public StartUp(
      Strategy strategy,
      Journal journal,
      Reconciler reconciler,
      Observatory observatory,
      Clock clock,
      Alerts alerts,
      Optional<RestartBudget> budget) {
    this.strategy = strategy;
    this.journal = journal;
    this.reconciler = reconciler;
    this.observatory = observatory;
    this.clock = clock;
    this.alerts = alerts;
    this.budget = budget;
  }

  /** Done, or the reason why not yet. */
  public Result<AccountSnapshot> run(String nonce) {
    for (VenueId venue : observatory.withoutRequestExpiry()) {
      alerts.raise(
          "operator-resolve mode " + venue,
          venue
              + " refuses no late request, so an unanswered order can never be proved absent: every one that is not"
              + " found ends in quarantine and waits for an operator");
    }
    budget.ifPresent(limit -> limit.check(journal.tradingState()));
    return observatory
        .clocks()
        .then(this::acceptable)
        .then(clocks -> reconciler.reconcile(nonce, Reconciler.Depth.FULL))
        .map(
            account -> {
              closeInterruptedCycles();
              return account;
            });
  }

  private Result<ClockOffsets> acceptable(ClockOffsets clocks) {
    Duration most = strategy.limits().maxClockOffset();
    for (Map.Entry<VenueId, Duration> clock : clocks.byVenue().entrySet()) {
      if (clock.getValue().abs().compareTo(most) > 0) {
        return Result.refused(
            RefusalReason.CLOCK_OFFSET,
            "this host's clock is "
                // Rounded, so that the same trouble is told once and not at every reading.
                + clock.getValue().toMillis() / 500 * 500
                + " ms off that of "
                + clock.getKey()
                + ", at most "
                + most.toMillis()
                + " ms are allowed (limits.max_clock_offset_ms); synchronize the clock, the bot resumes by itself");
      }
    }
    return Result.ok(clocks);
  }

  private void closeInterruptedCycles() {
    for (CycleId cycle : journal.unfinishedCycles()) {
      journal.endCycle(
          cycle,
          clock.now(),
          CycleStatus.FAILED,
          Refusal.of(
                  RefusalReason.INTERRUPTED,
                  "the process stopped in this cycle; its orders have been followed up")
              .toString(),
          Optional.empty(),
          new TreeMap<>());
      alerts.note("cycle-closed", cycle + " had been interrupted and is closed");
    }
  }
}
