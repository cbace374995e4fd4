package org.evenkeel.shell.cli.trial;

import java.util.List;
import java.util.Map;

/**
 * What became of many random problems.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param count problems tried
 * @param seed the seed, with which {@link RandomTrials#run} makes the same problems again
 * @param outcomes how many of each family came out how
 * @param worstError the largest |risk contribution / budget - 1| of those certified, by the judge's own arithmetic
 * @param slowest the problem that took longest
 * @param wrong what is not as it should be, the first of them
 */
public record TrialReport(
    long count,
    long seed,
    Map<TrialFamily, Map<TrialOutcome, Long>> outcomes,
    double worstError,
    Slowest slowest,
    List<Wrong> wrong) {

  public TrialReport {
    wrong = List.copyOf(wrong);
  }

  /** The problem that took longest. */
  public record Slowest(long number, TrialFamily family, int size, double milliseconds) {}

  /** A problem whose answer is not as it should be; {@code RandomTrials.one(seed, number)} tries it alone. */
  public record Wrong(
      long number, TrialFamily family, int size, TrialOutcome outcome, String detail) {}

  /** How many came out so, over all families. */
  public long of(TrialOutcome outcome) {
    return outcomes.values().stream().mapToLong(map -> map.getOrDefault(outcome, 0L)).sum();
  }

  /** Whether every answer is as it should be. */
  public boolean isGood() {
    return of(TrialOutcome.CERTIFIED) + of(TrialOutcome.REFUSED) == count;
  }
}
