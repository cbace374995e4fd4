package org.evenkeel.cycle;

import java.util.Optional;
import java.util.function.Supplier;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.policy.DrawdownBrake;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.Performance;
import org.evenkeel.core.statement.PerformanceEntry;

/**
 * The drawdown brake at every decision: it proves its input before it fires, and before it stays silent.
 *
 * <p>The record of performance is continued to the moment of the decision; what came and left does not move it.
 * If its two methods do not agree, or a flow has no price, the decision is refused with the reason.
 * If ledger and venue do not agree, nothing can be said; then the brake stays as it was, and says so.
 *
 * <p>All memory is in the journal: a restart neither forgets a peak nor fires a second time. Single-threaded.
 */
public final class DrawdownWatch {

  /** The stage under which the brake is kept. */
  static final String STAGE = "brake";

  /** Who sets the trading state. */
  static final String AUTHOR = "drawdown-brake";

  private static final String CAUSE = "drawdown";

  private final Supplier<DrawdownTiers> inForce;
  // Read anew at each look.
  private DrawdownTiers tiers = DrawdownTiers.defaults();
  private final TrackRecord record;
  private final Journal journal;
  private final Alerts alerts;

  /**
   * @param inForce the tiers of the moment, which operators may set
   */
  DrawdownWatch(
      Supplier<DrawdownTiers> inForce, TrackRecord record, Journal journal, Alerts alerts) {
    this.inForce = inForce;
    this.record = record;
    this.journal = journal;
    this.alerts = alerts;
  }

  /** What the brake asks for as it was kept last, for a decision that is only a preview. */
  public static Optional<ExposureScale> inForce(Journal journal, DrawdownTiers tiers) {
    return last(journal).flatMap(brake -> scale(brake, tiers));
  }

  /** Values the portfolio, fires what is due, and gives what exposures are scaled by. */
  Result<Optional<ExposureScale>> look(CycleId cycle, Observation seen) {
    tiers = inForce.get();
    Optional<Result<PerformanceEntry>> valued = record.continued(seen);
    if (valued.isEmpty()) {
      alerts.raise(
          AUTHOR,
          "ledger and venue differ at "
              + cycle
              + ", so the drawdown is not known; the brake stays as it was: "
              + last(journal).map(DrawdownBrake::inWords).orElse("never set"));
      return Result.ok(inForce(journal, tiers));
    }
    Result<Optional<ExposureScale>> looked =
        valued.get().then(entry -> entry.checked().then(checked -> judged(cycle, entry, checked)));
    if (looked instanceof Result.Refused<Optional<ExposureScale>> refused
        && refused.refusal().reason() != RefusalReason.TRADING_STATE) {
      alerts.raise(AUTHOR, "nothing is decided: " + refused.refusal().detail());
    }
    return looked;
  }

  private Result<Optional<ExposureScale>> judged(
      CycleId cycle, PerformanceEntry entry, Performance checked) {
    Optional<DrawdownBrake> before = last(journal);
    DrawdownBrake brake = DrawdownBrake.next(before, checked.peak(), checked.drawdown(), tiers);
    Optional<TradingState> wanted = brake.fires(before);
    // One transaction: a crash in between would fire twice, or never.
    journal.together(
        "look at the drawdown",
        () -> {
          journal.keepDocument(cycle, TrackRecord.DECIDED, entry);
          journal.keepDocument(cycle, STAGE, brake);
          return wanted
              .map(
                  state ->
                      journal.restrict(state, AUTHOR, "after " + cycle + ": " + brake.inWords()))
              .orElse(false);
        });
    tell(brake);
    return wanted.equals(Optional.of(TradingState.FLATTENING))
        ? Result.refused(
            Refusal.of(
                RefusalReason.TRADING_STATE,
                brake.inWords() + "; everything is closed, see ops/runbook/drawdown.md"))
        : Result.ok(scale(brake, tiers));
  }

  private void tell(DrawdownBrake brake) {
    if (brake.tier() == DrawdownTiers.Tier.NONE) {
      alerts.clear(AUTHOR);
    } else {
      // By tier, not by figure: an alert is told again whenever its words change.
      alerts.raise(
          AUTHOR,
          "the drawdown has reached tier "
              + brake.tier()
              + (brake.isDelevered() ? ", exposures are cut to " + tiers.deleverTo() : "")
              + "; see ops/runbook/drawdown.md");
    }
  }

  private static Optional<DrawdownBrake> last(Journal journal) {
    return journal.newestDocuments(STAGE, DrawdownBrake.class, 1).stream().findFirst();
  }

  private static Optional<ExposureScale> scale(DrawdownBrake brake, DrawdownTiers tiers) {
    return brake.isDelevered()
        ? Optional.of(new ExposureScale(CAUSE, tiers.deleverTo(), brake.inWords()))
        : Optional.empty();
  }
}
