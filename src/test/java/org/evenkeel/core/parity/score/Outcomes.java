package org.evenkeel.core.parity.score;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;

/** Daily outcomes as small as a test needs them. */
final class Outcomes {

  static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private Outcomes() {}

  /** A day whose portfolio earned {@code z} times its forecast volatility of 1 %. */
  static Outcome day(int day, double z) {
    return new Outcome(
        START.plus(Duration.ofDays(day)),
        START.plus(Duration.ofDays(day + 1)),
        0.01,
        0.01 * z,
        List.of(new SleeveOutcome(SleeveId.of("btc"), Ratio.ONE, 1, 1, 0.01, 0.01 * z)));
  }

  /** The entries of a run of days, oldest first, each made from what the ones before it have stored. */
  static List<ScoreEntry> entries(double[] zs, ScoreSettings settings) {
    List<ScoreEntry> oldestFirst = new ArrayList<>();
    List<Outcome> window = new ArrayList<>();
    for (int day = 0; day < zs.length; day++) {
      Outcome outcome = day(day, zs[day]);
      oldestFirst.add(
          ScoreEntry.next(
              outcome.to(),
              oldestFirst.isEmpty() ? Optional.empty() : Optional.of(oldestFirst.get(day - 1)),
              window,
              Result.ok(outcome),
              settings));
      window.add(0, outcome);
      if (window.size() > settings.window()) {
        window.remove(window.size() - 1);
      }
    }
    return oldestFirst;
  }

  static double[] draws(int days, long seed, ToDoubleFunction<Random> draw) {
    Random random = new Random(seed);
    double[] zs = new double[days];
    for (int day = 0; day < days; day++) {
      zs[day] = draw.applyAsDouble(random);
    }
    return zs;
  }

  /** Student's t with five degrees of freedom and a variance of one: tails like those of daily crypto returns. */
  static double fatTailed(Random random) {
    double squares = 0;
    for (int i = 0; i < 5; i++) {
      double normal = random.nextGaussian();
      squares += normal * normal;
    }
    return random.nextGaussian() / StrictMath.sqrt(squares / 5) * StrictMath.sqrt(3.0 / 5);
  }
}
