package org.evenkeel.shell.cli.trial;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What happened after each forecast of one estimator; steps and windows are the same for all estimators.
 *
 * <p>Not thread-safe.
 */
final class Track {

  /** One forecast and what came after it. */
  record Step(
      Instant at,
      double multivariateLoss,
      double assetLoss,
      double portfolioLoss,
      double parityScore,
      double randomSquares,
      double weightTurnover,
      double exposureTurnover) {}

  /** The realised risk contributions of weights held over a window. */
  record Window(Instant at, double parityError) {}

  private final List<Step> steps = new ArrayList<>();
  private final List<Window> windows = new ArrayList<>();

  void add(Step step) {
    steps.add(step);
  }

  void add(Window window) {
    windows.add(window);
  }

  List<Step> steps(Instant from, Instant to) {
    return steps.stream().filter(s -> !s.at().isBefore(from) && s.at().isBefore(to)).toList();
  }

  List<Window> windows(Instant from, Instant to) {
    return windows.stream().filter(w -> !w.at().isBefore(from) && w.at().isBefore(to)).toList();
  }
}
