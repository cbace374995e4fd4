package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.KnownFactors;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.plan.PegWatch;
import org.evenkeel.core.plan.SavedPlan;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.settle.FlowEntry;

/** Brings together what a decision is made from: what was seen, and what the journal says. */
public final class Gathering {

  private Gathering() {}

  /** What is known beside the observation when a decision is made. */
  public record Known(
      SleeveAdjustments adjustments,
      Standing standing,
      ScoreEntry score,
      Optional<ExposureScale> brake,
      Optional<SavedPlan> ordered) {}

  /** Everything that a decision about an observation is made from, by what the journal says now. */
  public static DecisionInputs inputs(
      Strategy strategy, Journal journal, Observation observed, Known known) {
    return new DecisionInputs(
        CostWatch.rules(strategy, journal),
        observed.market(),
        observed.account(),
        FlowEntry.heldOut(journal.accounting().flows()),
        observed.clocks(),
        known.adjustments(),
        known.standing(),
        known.score(),
        knownFactors(strategy, journal),
        known.ordered(),
        journal.wishes().moves().over(strategy.cadence()).nextAfter(observed.market().asOf()),
        known.brake(),
        Standings.charges(journal),
        knownPegs(journal));
  }

  /** The pegs as the newest decision has seen them. */
  public static PegWatch knownPegs(Journal journal) {
    return journal.newestDocuments(Decision.PEGS, PegWatch.class, 1).stream()
        .findFirst()
        .orElse(PegWatch.none());
  }

  /** The principal components as the newest cycle with budgets of them has named them. */
  public static KnownFactors knownFactors(Strategy strategy, Journal journal) {
    return strategy.parity().principle().hasComponents()
        ? journal.newestDocuments(Decision.FACTORS, KnownFactors.class, 1).stream()
            .findFirst()
            .orElse(KnownFactors.none())
        : KnownFactors.none();
  }
}
