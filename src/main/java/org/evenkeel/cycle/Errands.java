package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;

/**
 * The part of the journal that keeps what operators send the daemon to do.
 *
 * <p>Writes like {@link Journal}: one transaction each, under the lease.
 */
public interface Errands {

  /** Those whose end is not written down, oldest first. */
  List<Errand> waiting();

  /**
   * Writes down what came of an errand, so that it waits no more.
   *
   * @throws IllegalStateException if it has ended before or there is none of this number
   */
  void end(Errand errand, Instant at, String outcome);
}
