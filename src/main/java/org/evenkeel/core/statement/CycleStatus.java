package org.evenkeel.core.statement;

/** How a slot's decision ended; every slot ends in exactly one of the last four. */
public enum CycleStatus {
  /** Under way, or interrupted and about to be closed. */
  RUNNING,
  /** The plan was carried out, or nothing needed to be traded. */
  DONE,
  /** The slot was not decided: late, busy, paused. */
  SKIPPED,
  /** A stage refused; nothing was traded and the last targets hold. */
  HELD,
  /** The cycle began and could not be completed. */
  FAILED;

  public boolean isEnded() {
    return this != RUNNING;
  }
}
