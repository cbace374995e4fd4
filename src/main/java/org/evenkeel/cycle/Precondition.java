package org.evenkeel.cycle;

import java.util.Optional;
import org.evenkeel.core.basics.Refusal;

/** Something outside of market and account that a decision needs, such as room for its records. */
public interface Precondition {

  /** Nothing is needed. */
  Precondition NONE = Optional::empty;

  /** Why no decision should be begun now, if so. */
  Optional<Refusal> objection();
}
