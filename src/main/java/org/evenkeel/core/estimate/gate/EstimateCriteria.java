package org.evenkeel.core.estimate.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.EstimateQuality;
import org.evenkeel.core.estimate.EstimateSettings;

/**
 * The criteria of the covariance as a whole.
 *
 * <p>This class is immutable and thread-safe.
 */
final class EstimateCriteria {

  private final EstimateSettings estimate;
  private final GateSettings gate;

  EstimateCriteria(EstimateSettings estimate, GateSettings gate) {
    this.estimate = estimate;
    this.gate = gate;
  }

  /** One result per criterion; a covariance that could not be computed has one, with the reason. */
  List<CriterionResult> of(Result<CovarianceEstimate> covariance) {
    List<CriterionResult> results = new ArrayList<>();
    switch (covariance) {
      case Result.Refused<CovarianceEstimate> refused ->
          results.add(
              CriterionResult.measured(
                  Criterion.ESTIMATE,
                  "",
                  0,
                  Optional.empty(),
                  Optional.of(1.0),
                  refused.refusal().detail()));
      case Result.Ok<CovarianceEstimate> ok -> {
        results.add(
            CriterionResult.measured(
                Criterion.ESTIMATE,
                "",
                ok.value().sleeves().size(),
                Optional.empty(),
                Optional.of(1.0),
                ""));
        results.addAll(quality(ok.value().quality(), ok.value().sleeves().size()));
      }
    }
    return results;
  }

  private List<CriterionResult> quality(EstimateQuality quality, int sleeves) {
    return List.of(
        whole(
            Criterion.EFFECTIVE_OBSERVATIONS,
            quality.effectiveObservations(),
            gate.effectiveReduceOnly(),
            Optional.of(gate.effectiveHold())),
        whole(
            Criterion.CONDITION_NUMBER,
            quality.conditionNumber(),
            gate.conditionReduceOnly(),
            Optional.of(estimate.maxConditionNumber())),
        whole(
            Criterion.MIN_EIGENVALUE,
            quality.minEigenvalue(),
            gate.eigenvalueReduceOnly(),
            Optional.of(gate.eigenvalueHold())),
        whole(
            Criterion.REPAIR_DISTANCE,
            quality.repairDistance() / sleeves,
            gate.repairReduceOnly(),
            Optional.of(gate.repairHold())),
        whole(
            Criterion.SHRINKAGE,
            quality.shrinkage(),
            gate.shrinkageReduceOnly(),
            Optional.empty()));
  }

  private static CriterionResult whole(
      Criterion criterion, double value, double reduceOnly, Optional<Double> hold) {
    return CriterionResult.measured(criterion, "", value, Optional.of(reduceOnly), hold, "");
  }
}
