package org.evenkeel.cycle.conform;

/** Whether a claim held. */
public enum Outcome {
  /** The venue did what is claimed of it. */
  PASS,
  /** It did something else, or could not be read. */
  FAIL,
  /** The claim could not be tried here, for the reason that stands beside it. */
  SKIPPED
}
