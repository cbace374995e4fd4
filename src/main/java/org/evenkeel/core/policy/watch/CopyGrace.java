package org.evenkeel.core.policy.watch;

/**
 * How long a difference between a second source of executions and the books may last, in seconds on the database's clock.
 *
 * @param missing after so long an execution that is not booked, or booked with another fee, is a finding; the engine
 *     must have worked all the time
 * @param invented after so long a booked execution that the source does not show is a finding
 */
public record CopyGrace(long missing, long invented) {

  public CopyGrace {
    if (missing < 0 || invented < 0) {
      throw new IllegalArgumentException("found " + missing + " and " + invented);
    }
  }
}
