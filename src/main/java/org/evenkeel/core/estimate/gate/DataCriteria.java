package org.evenkeel.core.estimate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.estimate.EstimateSettings;

/**
 * The criteria of single instruments: coverage, staleness, moves without a witness.
 *
 * <p>This class is immutable and thread-safe.
 */
final class DataCriteria {

  private final EstimateSettings estimate;
  private final GateSettings gate;

  DataCriteria(EstimateSettings estimate, GateSettings gate) {
    this.estimate = estimate;
    this.gate = gate;
  }

  /** For each criterion the worst instrument, and every other one that fails too. */
  List<CriterionResult> of(List<InstrumentHistory> histories, List<OutlierFinding> outliers) {
    List<CriterionResult> coverage = new ArrayList<>();
    List<CriterionResult> staleness = new ArrayList<>();
    List<CriterionResult> robust = new ArrayList<>();
    List<CriterionResult> absolute = new ArrayList<>();
    for (InstrumentHistory history : histories) {
      coverage.add(coverage(history));
      staleness.add(staleness(history));
      List<OutlierFinding> doubted =
          outliers.stream()
              .filter(finding -> finding.instrument().equals(history.instrument()))
              .filter(finding -> !finding.isConfirmed())
              .toList();
      robust.add(robust(history, doubted));
      absolute.add(absolute(history, doubted));
    }
    List<CriterionResult> all = new ArrayList<>();
    for (List<CriterionResult> results : List.of(coverage, staleness, robust, absolute)) {
      results.sort(QualityGate.worstFirst());
      for (int i = 0; i < results.size(); i++) {
        if (i == 0 || results.get(i).fails()) {
          all.add(results.get(i));
        }
      }
    }
    return all;
  }

  private CriterionResult coverage(InstrumentHistory history) {
    return CriterionResult.measured(
        Criterion.COVERAGE,
        history.instrument().value(),
        history.coverage(),
        Optional.of(Math.max(gate.coverageReduceOnly(), estimate.minCoverage())),
        Optional.of(estimate.minCoverage()),
        String.format(
            Locale.ROOT,
            "%d of %d returns%s",
            history.present(),
            history.size(),
            history.beginning().map(first -> ", no close before " + first).orElse("")));
  }

  private CriterionResult staleness(InstrumentHistory history) {
    return CriterionResult.measured(
        Criterion.STALENESS,
        history.instrument().value(),
        history.lagBars(),
        Optional.of(Math.min(gate.stalenessReduceOnlyBars(), (double) estimate.maxStalenessBars())),
        Optional.of((double) estimate.maxStalenessBars()),
        "");
  }

  private CriterionResult robust(InstrumentHistory history, List<OutlierFinding> doubted) {
    Optional<OutlierFinding> worst =
        doubted.stream().reduce((a, b) -> b.robustSigmas() > a.robustSigmas() ? b : a);
    return CriterionResult.measured(
        Criterion.UNCONFIRMED_OUTLIER,
        history.instrument().value(),
        worst.map(OutlierFinding::robustSigmas).orElse(0.0),
        Optional.of(gate.outlierRobustSigmas()),
        Optional.empty(),
        worst.map(DataCriteria::inWords).orElse(""));
  }

  private CriterionResult absolute(InstrumentHistory history, List<OutlierFinding> doubted) {
    Optional<OutlierFinding> worst =
        doubted.stream()
            .reduce((a, b) -> Math.abs(b.barReturn()) > Math.abs(a.barReturn()) ? b : a);
    return CriterionResult.measured(
        Criterion.UNBELIEVABLE_MOVE,
        history.instrument().value(),
        worst.map(finding -> Math.abs(finding.barReturn())).orElse(0.0),
        Optional.empty(),
        Optional.of(estimate.maxAbsBarReturn()),
        worst.map(DataCriteria::inWords).orElse(""));
  }

  private static String inWords(OutlierFinding finding) {
    return String.format(
        Locale.ROOT,
        "%+.2f %% in the bar that closed at %s; %s",
        100 * finding.barReturn(),
        finding.barClose(),
        finding.evidence());
  }
}
