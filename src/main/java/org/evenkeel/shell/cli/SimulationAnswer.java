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
 * @param seedsPerMinuteAndCore speed by the time of processors that the runs took
 * @param failures the first few, each with its smallest set of faults
 * @param coverage times by mark: fault x state, and step of the order's life
 * @param impossible marks that cannot be met, with the reason
 * @param missing marks that should have been met and were not
 * @param surprises marks that were met although they were held to be impossible
 * @param mustBeComplete whether a mark that is missing fails the whole
 * @param invariants every invariant, and how far it was looked at
 * @param trace the events of a single seed, if they were asked for
 */
public record SimulationAnswer(
    long seeds,
    long violations,
    long calls,
    long orders,
    double seconds,
    double seedsPerMinuteAndCore,
    List<Failure> failures,
    SortedMap<String, Long> coverage,
    SortedMap<String, String> impossible,
    List<String> missing,
    List<String> surprises,
    boolean mustBeComplete,
    List<Invariant> invariants,
    List<String> trace) {

  public SimulationAnswer {
    failures = List.copyOf(failures);
    trace = List.copyOf(trace);
    missing = List.copyOf(missing);
    surprises = List.copyOf(surprises);
    invariants = List.copyOf(invariants);
  }

  /** Whether everything held, and was met if it had to be. */
  public boolean isWell() {
    return violations == 0 && surprises.isEmpty() && (missing.isEmpty() || !mustBeComplete);
  }

  /**
   * An invariant and how far a simulation looks at it.
   *
   * @param name its number
   * @param isJudged whether it is looked at
   * @param how when and at what, or why not
   */
  public record Invariant(String name, boolean isJudged, String how) {}

  /**
   * A seed in which something did not hold.
   *
   * @param seed the seed
   * @param where the version and the step of the run at which it was found
   * @param invariant its number, such as 'I3'
   * @param detail what was found
   * @param profile the smallest set of faults that still does it
   * @param replay the command that shows it
   */
  public record Failure(
      long seed, String where, String invariant, String detail, String profile, String replay) {}
}
