package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.statement.Explanation;

/**
 * Explains every plan before it is carried out, by the plan before it.
 *
 * <p>An explanation that cannot be made is kept as such and raised; no trade waits for one.
 *
 * <p>Single-threaded.
 */
final class Explanations {

  static final String STAGE = "explanation";

  private final Journal journal;
  private final Alerts alerts;
  private final DecisionStages stages;
  private Optional<Decided> last = Optional.empty();

  /**
   * @param stages gives the estimate, perhaps remembered; is told of nothing
   */
  Explanations(Journal journal, Alerts alerts, DecisionStages stages) {
    this.journal = journal;
    this.alerts = alerts;
    this.stages = stages;
  }

  /** Keeps the explanation of a plan. */
  void keep(Decided now) {
    Optional<CycleId> before = journal.lastPlanned(now.cycle());
    Result<Optional<Decided>> earlier =
        before.isEmpty() ? Result.ok(Optional.empty()) : decided(before.get()).map(Optional::of);
    Explanation explanation =
        switch (earlier) {
          case Result.Ok<Optional<Decided>> ok ->
              ok.value().map(then -> made(then, now)).orElseGet(() -> Explainer.first(now));
          case Result.Refused<Optional<Decided>> refused ->
              impossible(now, before.orElseThrow(), refused.refusal().toString());
        };
    journal.keepDocument(now.cycle(), STAGE, explanation);
    last = Optional.of(now);
  }

  /** The one before, as it is remembered or made again from what the journal has of it. */
  private Result<Decided> decided(CycleId cycle) {
    return last.filter(known -> known.cycle().equals(cycle))
        .map(Result::ok)
        .orElseGet(
            () -> journal.inputs(cycle).then(inputs -> Decided.again(cycle, inputs, stages)));
  }

  private Explanation made(Decided before, Decided now) {
    try {
      Explanation explanation = Explainer.of(before, now);
      alerts.clear(STAGE);
      return explanation;
    } catch (IllegalArgumentException | IllegalStateException | ArithmeticException defect) {
      return impossible(now, before.cycle(), defect.toString());
    }
  }

  private Explanation impossible(Decided now, CycleId before, String why) {
    alerts.raise(STAGE, now.cycle() + " cannot be explained by " + before + ": " + why);
    return Explainer.impossible(now, before.value(), why);
  }
}
