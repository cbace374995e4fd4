package org.evenkeel.core.calendar;

import java.time.Instant;

/** The rule that says when decisions are due; a pure function of time, in UTC. */
public interface Cadence {

  /** The first slot strictly after an instant. */
  Instant nextAfter(Instant instant);
}
