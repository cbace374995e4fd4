package org.evenkeel.cycle;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.score.HeldForecast;
import org.evenkeel.core.parity.score.Mark;
import org.evenkeel.core.parity.score.Outcome;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.parity.score.SleeveForecast;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.plan.roll.Rolled;
import org.evenkeel.core.statement.CycleStatement;

/**
 * Writes every forecast down before its outcome is known, and judges it at the next look.
 *
 * <p>All memory is in the journal: the entry and the forecast of each cycle.
 * A forecast is judged once; one that was made and judged, and not followed by another because the process died, leaves
 * a gap and not a second judgement.
 *
 * <p>Single-threaded.
 */
public final class Scorekeeper {

  static final String SCOREBOARD = "scoreboard";
  static final String FORECAST = "forecast";

  private final Strategy strategy;
  private final Journal journal;

  public Scorekeeper(Strategy strategy, Journal journal) {
    this.strategy = strategy;
    this.journal = journal;
  }

  /** The entry that an observation makes; nothing is recorded. */
  public ScoreEntry look(Observation seen) {
    List<ScoreEntry> past =
        journal.newestDocuments(SCOREBOARD, ScoreEntry.class, strategy.score().window());
    List<Outcome> window =
        past.stream().map(ScoreEntry::outcome).flatMap(Optional::stream).toList();
    Instant now = seen.market().receivedAt();
    return ScoreEntry.next(
        now, past.stream().findFirst(), window, judged(seen, now, window), strategy.score());
  }

  /** Records the forecast for what is held at the end of a cycle. */
  void forecast(
      CycleId cycle, CovarianceEstimate estimate, CycleStatement statement, Observation after) {
    List<SleeveForecast> held =
        statement.weights().stream()
            .map(
                row ->
                    new SleeveForecast(
                        SleeveId.of(row.sleeve()),
                        Ratio.of(row.riskBudget()),
                        Ratio.of(row.currentExposure())))
            .toList();
    journal.keepDocument(
        cycle,
        FORECAST,
        HeldForecast.of(after.market().receivedAt(), estimate, held, marks(after)));
  }

  /** Records, for a cycle that holds its decision back, that what is held goes on being at risk. */
  void carry(CycleId cycle, ScoreEntry entry, Observation seen) {
    entry
        .outcome()
        .flatMap(outcome -> newest().map(last -> last.carriedBy(outcome, marks(seen))))
        .ifPresent(carried -> journal.keepDocument(cycle, FORECAST, carried));
  }

  private Result<Outcome> judged(Observation seen, Instant now, List<Outcome> window) {
    Optional<HeldForecast> last = newest();
    if (last.isEmpty()) {
      return none("no forecast has been recorded yet");
    }
    Instant made = last.get().asOf();
    if (!window.isEmpty() && made.isBefore(window.get(0).to())) {
      return none("the forecast of " + made + " was judged before, and none was recorded since");
    }
    if (Duration.between(made, now).compareTo(strategy.score().minInterval()) < 0) {
      return none("the forecast of " + made + " is too young to be judged at " + now);
    }
    return Outcome.of(last.get(), carried(seen), now, marks(seen));
  }

  private Optional<HeldForecast> newest() {
    return journal.newestDocuments(FORECAST, HeldForecast.class, 1).stream().findFirst();
  }

  /** The marks of the contracts that carry the legs and, where they are rolled, of those after them. */
  private List<Mark> marks(Observation seen) {
    List<InstrumentId> quoted = seen.market().quotes().stream().map(Quote::instrument).toList();
    return Mark.of(
        seen.market().quotes(),
        LiveContracts.at(strategy.universe(), seen.market().receivedAt()).riskInstruments().stream()
            .filter(id -> quoted.contains(id) || !isBeside(id, seen))
            .toList());
  }

  private boolean isBeside(InstrumentId id, Observation seen) {
    return LiveContracts.at(strategy.universe(), seen.market().receivedAt())
        .rolls()
        .beside()
        .containsKey(id);
  }

  /** With every rolled leg in the contract of which something is held: its return has no gap. */
  private Universe carried(Observation seen) {
    return Rolled.of(
            strategy.universe(),
            seen.market(),
            seen.account(),
            Standing.settled(Collections.emptyNavigableSet()))
        .universe();
  }

  private static Result<Outcome> none(String why) {
    return Result.refused(RefusalReason.COVERAGE_TOO_LOW, why);
  }
}
