package org.evenkeel.cycle;

import java.util.function.Supplier;
import org.evenkeel.core.estimate.gate.GatedEstimate;

/** What goes along with a decision in the making: it is told of every stage, and cannot change what is decided. */
public interface DecisionStages {

  /** Nobody listens. */
  DecisionStages SILENT = new DecisionStages() {};

  /** Hears what a stage has made, as it is to be stored. */
  default void made(String stage, Object document) {}

  /** Does the work of a stage, perhaps measuring it. */
  default <T> T during(String stage, Supplier<T> work) {
    return work.get();
  }

  /** The verdict on the data and the estimate: what {@link Decision#gate} gives, perhaps remembered. */
  default GatedEstimate gate(DecisionRules rules, Observation seen) {
    return Decision.gate(rules, seen);
  }
}
