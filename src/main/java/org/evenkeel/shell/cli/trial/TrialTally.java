package org.evenkeel.shell.cli.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The counts of one worker.
 *
 * <p>This class is not thread-safe.
 */
final class TrialTally {

  /** How many wrong ones are told apart. */
  private static final int MOST_WRONG = 50;

  private final Map<TrialFamily, Map<TrialOutcome, Long>> outcomes =
      new EnumMap<>(TrialFamily.class);
  private final List<TrialReport.Wrong> wrong = new ArrayList<>();
  private TrialReport.Slowest slowest = new TrialReport.Slowest(0, TrialFamily.FACTOR, 0, 0);
  private double worstError;

  void time(long number, TrialProblem problem, double milliseconds) {
    // The first ones are interpreted, which says nothing about the problem.
    if (number > 1000 && milliseconds > slowest.milliseconds()) {
      slowest = new TrialReport.Slowest(number, problem.family(), problem.size(), milliseconds);
    }
  }

  void count(long number, TrialProblem problem, TrialOutcome outcome, double error, String detail) {
    add(problem.family(), outcome, 1);
    worstError = Math.max(worstError, outcome.isGood() ? error : 0);
    if (!outcome.isGood() && wrong.size() < MOST_WRONG) {
      wrong.add(new TrialReport.Wrong(number, problem.family(), problem.size(), outcome, detail));
    }
  }

  void add(TrialTally other) {
    other.outcomes.forEach(
        (family, counts) -> counts.forEach((outcome, count) -> add(family, outcome, count)));
    wrong.addAll(other.wrong);
    worstError = Math.max(worstError, other.worstError);
    slowest = other.slowest.milliseconds() > slowest.milliseconds() ? other.slowest : slowest;
  }

  private void add(TrialFamily family, TrialOutcome outcome, long count) {
    outcomes
        .computeIfAbsent(family, key -> new EnumMap<>(TrialOutcome.class))
        .merge(outcome, count, Long::sum);
  }

  TrialReport report(long count, long seed) {
    return new TrialReport(
        count,
        seed,
        outcomes,
        worstError,
        slowest,
        wrong.stream()
            .sorted(Comparator.comparingLong(TrialReport.Wrong::number))
            .limit(MOST_WRONG)
            .toList());
  }
}
