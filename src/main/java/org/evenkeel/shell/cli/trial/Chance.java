package org.evenkeel.shell.cli.trial;

/**
 * Random numbers that are the same everywhere: splitmix64 (Steele, Lea, Flood 2014).
 *
 * <p>This class is not thread-safe.
 */
final class Chance {

  private long state;

  Chance(long seed, long stream) {
    state = seed;
    state = next() ^ (stream * 0xD1342543DE82EF95L);
    next();
  }

  private long next() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** From zero to below one. */
  double uniform() {
    return (next() >>> 11) * 0x1p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * uniform();
  }

  /** From low to high, both included. */
  int between(int low, int high) {
    return low + (int) (uniform() * (high - low + 1));
  }

  /** Ten to a power between these. */
  double powerOfTen(double low, double high) {
    return StrictMath.pow(10, between(low, high));
  }

  /** Normal, by Box and Muller. */
  double normal() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - uniform()));
    return radius * StrictMath.cos(2 * StrictMath.PI * uniform());
  }
}
