package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.Cause;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.Explanation;

/**
 * Makes a stored decision again from what it was made from, and compares every stage by the hash of its text.
 *
 * <p>Single-threaded: remembers the last decision, by which the next one may be explained.
 */
public final class Replay {

  private static final String INTENTS = "intents";

  /** What a decision makes, in the order in which it does. */
  private static final List<String> STAGES =
      List.of(
          Decision.ROLLS,
          Decision.PEGS,
          "gate",
          "estimate",
          "sizing",
          Decision.FACTORS,
          "target",
          "overlay",
          "plan");

  private final Decisions decisions;
  private Optional<Decided> last = Optional.empty();

  public Replay(Decisions decisions) {
    this.decisions = decisions;
  }

  /** A decision made again, and what differs from what was kept. */
  public Replayed of(StoredDecision stored) {
    return switch (stored.inputs()) {
      case StoredDecision.Inputs.Whole whole -> compared(stored, whole.value());
      case StoredDecision.Inputs.Unreadable unreadable ->
          different(stored.cycle(), "inputs: " + unreadable.why(), Optional.empty(), List.of());
      case StoredDecision.Inputs.Missing missing ->
          new Replayed(
              stored.cycle(),
              stored.documents().containsKey("gate")
                  ? Replayed.State.NOT_REPLAYABLE
                  : Replayed.State.NOTHING_DECIDED,
              missing.why(),
              Optional.empty(),
              List.of());
    };
  }

  private Replayed compared(StoredDecision stored, DecisionInputs inputs) {
    Texts made = new Texts();
    Result<Decision> again = Decision.from(inputs, made);
    List<Replayed.Stage> stages = stages(stored, made.texts);
    for (Replayed.Stage stage : stages) {
      String before = stored.documents().getOrDefault(stage.name(), "");
      if (!stage.stored().isEmpty() && !ContentHash.ofText(before).value().equals(stage.stored())) {
        return different(
            stored.cycle(),
            stage.name() + ": what is stored has not the content that its hash says",
            Optional.empty(),
            stages);
      }
      boolean isCutOff = stored.status() == CycleStatus.FAILED && stage.stored().isEmpty();
      if (!stage.stored().equals(stage.again()) && !isCutOff) {
        return different(
            stored.cycle(),
            stage.name() + differs(stage),
            decisions.difference(before, made.texts.getOrDefault(stage.name(), "")),
            stages);
      }
    }
    return ending(stored, inputs, again, stages);
  }

  private static String differs(Replayed.Stage stage) {
    if (stage.stored().isEmpty()) {
      return " was not made then";
    }
    return stage.again().isEmpty() ? " is not made any more" : " differs";
  }

  /** The intents, and how the cycle ended: whether there was a plan at all. */
  private Replayed ending(
      StoredDecision stored,
      DecisionInputs inputs,
      Result<Decision> again,
      List<Replayed.Stage> stages) {
    String before = decisions.text(stored.intents());
    List<Intent> wanted =
        again instanceof Result.Ok<Decision> ok ? ok.value().intents(stored.cycle()) : List.of();
    String now = decisions.text(wanted);
    boolean isCutOff = stored.status() == CycleStatus.FAILED && stored.intents().isEmpty();
    List<Replayed.Stage> all = new ArrayList<>(stages);
    all.add(new Replayed.Stage(INTENTS, hash(before), hash(now)));
    if (!before.equals(now) && !isCutOff) {
      return different(stored.cycle(), INTENTS + " differ", decisions.difference(before, now), all);
    }
    String reason = again instanceof Result.Refused<Decision> no ? no.refusal().toString() : "";
    boolean isSameEnd =
        switch (stored.status()) {
          case HELD -> reason.equals(stored.reason());
          case DONE -> reason.isEmpty();
          case FAILED, RUNNING, SKIPPED -> true;
        };
    if (again instanceof Result.Ok<Decision> ok && isSameEnd) {
      Optional<Replayed> other = explanation(stored, inputs, ok.value(), all);
      if (other.isPresent()) {
        return other.get();
      }
    }
    return isSameEnd
        ? new Replayed(stored.cycle(), Replayed.State.SAME, "", Optional.empty(), all)
        : different(
            stored.cycle(),
            "end differs",
            Optional.of(new Decisions.Difference("reason", stored.reason(), reason)),
            all);
  }

  /** The explanation made again, if it differs from the one that was kept, as this version or an earlier one tells it. */
  private Optional<Replayed> explanation(
      StoredDecision stored, DecisionInputs inputs, Decision decision, List<Replayed.Stage> all) {
    Decided now = new Decided(stored.cycle(), inputs, inputs.observation().orThrow(), decision);
    String before = stored.documents().getOrDefault(Explanations.STAGE, "");
    Optional<Explanation> kept = decisions.explanation(stored.cycle());
    Optional<String> again =
        kept.flatMap(it -> explained(it, now, Explainer::of)).map(decisions::text);
    Optional<String> older =
        again.filter(text -> !text.equals(before)).isEmpty()
            ? Optional.empty()
            : kept.flatMap(it -> explained(it, now, Explainer::asBefore))
                .map(decisions::text)
                .filter(before::equals);
    last = Optional.of(now);
    if (again.isEmpty()) {
      return Optional.empty();
    }
    String text = older.orElse(again.get());
    all.add(new Replayed.Stage(Explanations.STAGE, hash(before), hash(text)));
    return before.equals(text)
        ? Optional.empty()
        : Optional.of(
            different(
                stored.cycle(),
                Explanations.STAGE + " differs",
                decisions.difference(before, text),
                all));
  }

  /** Nothing if it was not made by the decision before or cannot be made by it again. */
  private Optional<Explanation> explained(
      Explanation kept, Decided now, BiFunction<Decided, Decided, Explanation> teller) {
    boolean isWhole =
        kept.orders().stream()
            .flatMap(order -> order.contributions().stream())
            .noneMatch(part -> part.cause() == Cause.UNEXPLAINED);
    if (kept.before().isEmpty()) {
      return Optional.of(Explainer.first(now));
    }
    CycleId before = CycleId.of(kept.before().get());
    return isWhole ? earlier(before).map(then -> teller.apply(then, now)) : Optional.empty();
  }

  /** The decision before; in a row of decisions it has just been made again. */
  private Optional<Decided> earlier(CycleId cycle) {
    return last.filter(known -> known.cycle().equals(cycle))
        .or(
            () ->
                decisions
                    .of(cycle)
                    .map(StoredDecision::inputs)
                    .flatMap(
                        found ->
                            found instanceof StoredDecision.Inputs.Whole whole
                                    && Decided.again(cycle, whole.value(), DecisionStages.SILENT)
                                        instanceof Result.Ok<Decided> ok
                                ? Optional.of(ok.value())
                                : Optional.empty()));
  }

  private static List<Replayed.Stage> stages(
      StoredDecision stored, SortedMap<String, String> made) {
    List<Replayed.Stage> stages = new ArrayList<>();
    for (String name : STAGES) {
      String before = stored.hashes().getOrDefault(name, "");
      String text = made.getOrDefault(name, "");
      if (!before.isEmpty() || !text.isEmpty()) {
        stages.add(new Replayed.Stage(name, before, text.isEmpty() ? "" : hash(text)));
      }
    }
    return stages;
  }

  private static String hash(String text) {
    return ContentHash.ofText(text).value();
  }

  private static Replayed different(
      CycleId cycle,
      String detail,
      Optional<Decisions.Difference> difference,
      List<Replayed.Stage> stages) {
    return new Replayed(cycle, Replayed.State.DIFFERENT, detail, difference, stages);
  }

  /** The canonical texts of the stages. */
  private final class Texts implements DecisionStages {

    private final TreeMap<String, String> texts = new TreeMap<>();

    @Override
    public void made(String stage, Object document) {
      texts.put(stage, decisions.text(document));
    }
  }
}
