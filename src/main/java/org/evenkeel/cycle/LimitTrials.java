package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitValues;

/**
 * What other limits would have done to stored decisions: each is made again under the present limits and under the
 * others, and what differs is told.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class LimitTrials {

  private LimitTrials() {}

  /**
   * What differs in a cycle.
   *
   * @param cycle which
   * @param before the value of the orders that passed under the present limits, in NAV currency
   * @param after under the others
   * @param differences what is held, changed, cut or refused now and was not before, or the other way round
   */
  public record Row(String cycle, BigDecimal before, BigDecimal after, List<String> differences) {

    public Row {
      differences = List.copyOf(differences);
    }
  }

  /**
   * What came of a trial.
   *
   * @param from the limits that come first, in words
   * @param to those that they are compared with
   * @param rows one for each decision
   */
  public record Answer(String from, String to, List<Row> rows) {

    public Answer {
      rows = List.copyOf(rows);
    }
  }

  /**
   * Tries limits on decisions, which come in the order in which they were made.
   *
   * @param cycles their names; those without whole inputs are named as such
   */
  public static List<Row> of(
      Decisions decisions,
      List<CycleId> cycles,
      LimitValues present,
      LimitValues other,
      HardLimits hard) {
    LimitTrial before = new LimitTrial(present, hard);
    LimitTrial after = new LimitTrial(other, hard);
    List<Row> rows = new ArrayList<>();
    for (CycleId cycle : cycles) {
      Optional<StoredDecision> stored = decisions.of(cycle);
      if (stored.isPresent()
          && stored.get().inputs() instanceof StoredDecision.Inputs.Whole whole) {
        rows.add(row(cycle, before.of(cycle, whole.value()), after.of(cycle, whole.value())));
      } else {
        rows.add(
            new Row(
                cycle.value(),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                List.of("cannot be made again: its inputs are not there whole")));
      }
    }
    return List.copyOf(rows);
  }

  private static Row row(CycleId cycle, LimitTrial.Outcome before, LimitTrial.Outcome after) {
    List<String> differences = new ArrayList<>();
    if (!before.held().equals(after.held())) {
      differences.add(
          after
              .held()
              .map(why -> "held: " + why)
              .orElseGet(() -> "not held any more: " + before.held().orElse("")));
    }
    TreeSet<InstrumentId> traded = new TreeSet<>(before.legs().keySet());
    traded.addAll(after.legs().keySet());
    for (InstrumentId id : traded) {
      BigDecimal then = before.legs().getOrDefault(id, BigDecimal.ZERO);
      BigDecimal now = after.legs().getOrDefault(id, BigDecimal.ZERO);
      if (then.compareTo(now) != 0) {
        differences.add("changed: " + id + " " + Decimals.text(then) + " to " + Decimals.text(now));
      }
    }
    after.refused().stream()
        .filter(why -> !before.refused().contains(why))
        .forEach(why -> differences.add("refused: " + why));
    before.refused().stream()
        .filter(why -> !after.refused().contains(why))
        .forEach(why -> differences.add("refused no more: " + why));
    return new Row(cycle.value(), before.traded(), after.traded(), differences);
  }
}
