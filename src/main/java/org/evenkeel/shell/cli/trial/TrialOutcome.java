package org.evenkeel.shell.cli.trial;

/** What the judge says of an answer. */
public enum TrialOutcome {
  /** Weights, and their contributions are the budgets to 1e-10. */
  CERTIFIED,
  /** A refusal, and its reason is a fact. */
  REFUSED,
  /** Neither: the solver gave up. */
  UNDECIDED,
  /** Wrong weights, or a refusal for a reason that is no fact. */
  WRONG,
  /** An answer that took longer than any should. */
  LOOPING;

  /** Whether such an answer is as it should be. */
  public boolean isGood() {
    return this == CERTIFIED || this == REFUSED;
  }
}
