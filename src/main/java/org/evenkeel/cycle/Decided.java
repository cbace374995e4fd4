package org.evenkeel.cycle;

import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Result;

/**
 * A decision with what it was made from.
 *
 * @param cycle which
 * @param inputs all of them
 * @param seen the observation as the decision used it
 * @param decision what was decided
 */
public record Decided(CycleId cycle, DecisionInputs inputs, Observation seen, Decision decision) {

  public Decided {
    // What is asked of a decision afterwards is asked of the contracts that carry the legs.
    inputs = inputs.rolled();
  }

  /** The decision made again; refused if it was refused then. */
  static Result<Decided> again(CycleId cycle, DecisionInputs inputs, DecisionStages stages) {
    return inputs
        .observation()
        .then(
            seen ->
                Decision.from(inputs, stages)
                    .map(decision -> new Decided(cycle, inputs, seen, decision)));
  }
}
