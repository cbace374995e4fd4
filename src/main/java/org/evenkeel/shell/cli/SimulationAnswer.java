package org.evenkeel.shell.cli;

import java.util.List;
import java.util.SortedMap;

/**
 * What a simulation found.
 *
 * @param seeds runs made
 * @param violations runs in which an invariant did not hold
 * @param calls calls of the bot to journal, lease and venue
 * @param orders orders that the venue took
 * @param seconds time on the wall
 * @param seedsPerMinuteAndThread speed
 * @param failures the first few, each with its smallest set of faults
 * @param coverage times by mark: fault x state, and step of the order's life
 * @param trace the events of a single seed, if they were asked for
 */
public record SimulationAnswer(
    long seeds,
    long violations,
    long calls,
    long orders,
    double seconds,
    double seedsPerMinuteAndThread,
    List<Failure> failures,
    SortedMap<String, Long> coverage,
    List<String> trace) {

  public SimulationAnswer {
    failures = List.copyOf(failures);
    trace = List.copyOf(trace);
  }

  /**
   * A seed in which something did not hold.
   *
   * @param seed the seed
   * @param invariant its number, such as 'I3'
   * @param detail what was found
   * @param profile the smallest set of faults that still does it
   * @param replay the command that shows it
   */
  public record Failure(
      long seed, String invariant, String detail, String profile, String replay) {}
}
