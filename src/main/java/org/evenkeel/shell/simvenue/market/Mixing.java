package org.evenkeel.shell.simvenue.market;

/** Hashes that are the same on every Java machine, built on the SplitMix64 finalizer (Steele, Lea and Flood, 2014). */
final class Mixing {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private Mixing() {}

  static long hash(long salt, long value) {
    long z = (salt ^ value * GOLDEN_GAMMA) + GOLDEN_GAMMA;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number of its own for each series. */
  static long saltOf(SeriesId id) {
    long salt = id.kind() == SeriesId.Kind.SPOT ? 1 : 2;
    for (int i = 0; i < id.symbol().length(); i++) {
      salt = hash(salt, id.symbol().charAt(i));
    }
    return salt;
  }

  /** A fraction in [0, 1) from the upper 53 bits of a hash. */
  static double fraction(long hash) {
    return (hash >>> 11) * 0x1.0p-53;
  }
}
