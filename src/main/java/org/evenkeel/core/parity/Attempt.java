package org.evenkeel.core.parity;

import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;

/** A solution or a refusal, and the holdings that prove the refusal if there are such. */
record Attempt(Result<RiskParitySolution> result, Optional<RiskWitness> witness) {

  static Attempt refused(Refusal refusal) {
    return new Attempt(Result.refused(refusal), Optional.empty());
  }

  static Attempt refused(Refusal refusal, RiskWitness witness) {
    return new Attempt(Result.refused(refusal), Optional.of(witness));
  }

  boolean isUncertified() {
    return result instanceof Result.Refused<RiskParitySolution> refused
        && refused.refusal().reason() == RefusalReason.SOLVER_UNCERTIFIED;
  }
}
