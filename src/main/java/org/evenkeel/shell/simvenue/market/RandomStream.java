package org.evenkeel.shell.simvenue.market;

import java.util.SplittableRandom;

/**
 * One subsystem's random numbers, the same on every Java machine.
 *
 * <p>Only {@code nextLong} of the generator is used, because newer methods may change their algorithm, and transcendental functions are those of {@link StrictMath}.
 * Normals come from Marsaglia's polar method (Marsaglia and Bray, 1964).
 * Not thread-safe.
 */
final class RandomStream {

  private final SplittableRandom random;
  private double spare;
  private boolean hasSpare;

  private RandomStream(SplittableRandom random) {
    this.random = random;
  }

  /** The first stream of a seed; the others are forked from it. */
  static RandomStream of(long seed) {
    return new RandomStream(new SplittableRandom(seed));
  }

  /** A stream of its own, so that one subsystem's draws never shift another's. */
  RandomStream fork() {
    return new RandomStream(random.split());
  }

  /** Uniform in [0, 1). */
  double uniform() {
    return Mixing.fraction(random.nextLong());
  }

  /** Minus the logarithm of a uniform in (0, 1]: exponential with mean 1. */
  double exponential() {
    return -StrictMath.log(1 - uniform());
  }

  /** Normal with mean 0 and variance 1. */
  double normal() {
    if (hasSpare) {
      hasSpare = false;
      return spare;
    }
    double u;
    double v;
    double s;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    double factor = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
    spare = v * factor;
    hasSpare = true;
    return u * factor;
  }
}
