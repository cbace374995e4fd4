package org.evenkeel.core.parity;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.ClassRule;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.catalog.WeightRange;
import org.evenkeel.core.parity.ParityConstraints.Definition;

/**
 * The step from a universe's rules to constraints on the sleeves that are not excluded.
 *
 * <p>The rules of the others stay as they are: what they can no longer satisfy is refused by the solver, not relaxed.
 */
final class ConstraintsOfUniverse {

  private ConstraintsOfUniverse() {}

  static ParityConstraints of(Universe universe, SortedSet<SleeveId> excluded) {
    List<Sleeve> kept =
        universe.sleeves().stream().filter(sleeve -> !excluded.contains(sleeve.id())).toList();
    List<WeightRange> ranges =
        kept.stream()
            .map(sleeve -> universe.rules().sleeves().getOrDefault(sleeve.id(), WeightRange.ANY))
            .toList();
    boolean bounded = !ranges.stream().allMatch(WeightRange::isAny);
    List<LinearRow> rows = new ArrayList<>();
    for (Map.Entry<SleeveClass, ClassRule> entry : universe.rules().classes().entrySet()) {
      addRows(rows, kept, entry.getKey(), entry.getValue().weights());
    }
    return new ParityConstraints(
        universe.rules().scaled() ? Definition.SCALED : Definition.RICHARD_RONCALLI,
        bounded ? ranges.stream().map(range -> number(range.least())).toList() : List.of(),
        bounded ? ranges.stream().map(range -> number(range.most())).toList() : List.of(),
        rows,
        List.of());
  }

  /** The same, but a contradiction says which sleeves had left before. */
  static <T> Result<T> explained(Result<T> result, SortedSet<SleeveId> excluded) {
    boolean contradiction =
        result instanceof Result.Refused<T> refused
            && refused.refusal().reason() == RefusalReason.INFEASIBLE;
    return contradiction && !excluded.isEmpty() ? withExcluded(result, excluded) : result;
  }

  private static <T> Result<T> withExcluded(Result<T> result, SortedSet<SleeveId> excluded) {
    return switch (result) {
      case Result.Ok<T> ok -> ok;
      case Result.Refused<T> refused ->
          Result.refused(
              refused.refusal().reason(),
              refused.refusal().detail()
                  + "; this is without "
                  + excluded.stream().map(SleeveId::toString).collect(Collectors.joining(", "))
                  + ", excluded by the operator");
    };
  }

  private static void addRows(
      List<LinearRow> rows, List<Sleeve> kept, SleeveClass name, WeightRange range) {
    List<Double> members =
        kept.stream().map(sleeve -> sleeve.sleeveClass().equals(name) ? 1.0 : 0.0).toList();
    if (range.least().compareTo(Ratio.ZERO) > 0) {
      List<Double> negative = members.stream().map(member -> 0.0 - member).toList();
      rows.add(
          new LinearRow(
              "class " + name + " at least " + range.least(), negative, -number(range.least())));
    }
    if (range.most().compareTo(Ratio.ONE) < 0) {
      rows.add(
          new LinearRow(
              "class " + name + " at most " + range.most(), members, number(range.most())));
    }
  }

  private static double number(Ratio ratio) {
    return ratio.value().doubleValue();
  }
}
