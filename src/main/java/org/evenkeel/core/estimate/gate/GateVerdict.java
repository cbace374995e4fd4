package org.evenkeel.core.estimate.gate;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.SleeveId;

/**
 * What the quality of the data allows, with everything that was looked at.
 *
 * <p>The worst criterion wins. For each criterion there is the worst instrument, and every other one that fails too.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param permission what may be done
 * @param criteria every criterion with value and limits, in the order of {@link Criterion}
 * @param outliers every move that needed a confirmation, with who gave it
 * @param setAside sleeves that take no part in the decision, with the reason
 */
public record GateVerdict(
    Permission permission,
    List<CriterionResult> criteria,
    List<OutlierFinding> outliers,
    SortedMap<SleeveId, String> setAside) {

  public GateVerdict {
    criteria = List.copyOf(criteria);
    outliers = List.copyOf(outliers);
    setAside = Collections.unmodifiableSortedMap(new TreeMap<>(setAside));
  }

  static GateVerdict of(
      List<CriterionResult> criteria,
      List<OutlierFinding> outliers,
      SortedMap<SleeveId, String> setAside) {
    Permission worst = Permission.TRADE;
    for (CriterionResult result : criteria) {
      worst = result.isDecisive() ? worst.and(result.permission()) : worst;
    }
    return new GateVerdict(worst, criteria, outliers, setAside);
  }

  /** The criteria that restrict trading, the strictest first. */
  public List<CriterionResult> failures() {
    return criteria.stream()
        .filter(result -> result.isDecisive() && result.fails())
        .sorted((a, b) -> b.permission().compareTo(a.permission()))
        .toList();
  }

  /** The failures in one line, such as 'coverage of BNB-USDT-PERP@binance 0.333 (hold below 0.9)'. */
  public String reasons() {
    return failures().stream().map(GateText::inWords).collect(Collectors.joining("; "));
  }

  /** The refusal that a verdict of HOLD means, by the reason of its first failure. */
  public Refusal refusal() {
    RefusalReason reason =
        switch (failures().get(0).criterion()) {
          case COVERAGE -> RefusalReason.COVERAGE_TOO_LOW;
          case STALENESS -> RefusalReason.DATA_STALE;
          case UNCONFIRMED_OUTLIER, UNBELIEVABLE_MOVE -> RefusalReason.DATA_OUTLIER;
          case ESTIMATE,
              EFFECTIVE_OBSERVATIONS,
              CONDITION_NUMBER,
              MIN_EIGENVALUE,
              REPAIR_DISTANCE,
              SHRINKAGE ->
              RefusalReason.ESTIMATE_POOR;
        };
    return Refusal.of(reason, "the quality gate says " + permission.words() + ": " + reasons());
  }
}
