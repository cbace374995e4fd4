package org.evenkeel.shell.simvenue.market;

/**
 * The mood of a generated market, which scales volatility and correlation.
 *
 * <p>Moods follow one another as a Markov chain with the expected lengths below: 35 % of the time is calm, 55 % normal and 10 % stressed.
 * Calm and stressed are always followed by normal.
 */
enum Regime {
  /** Half the usual volatility for ten days or so, coins go their own way. */
  CALM(0.6, -0.2, 240),
  /** The usual for eight days or so. */
  NORMAL(1.0, 0, 188),
  /** Twice the usual volatility for three days or so, coins fall together. */
  STRESSED(2.2, 0.4, 72);

  private static final double CALM_AFTER_NORMAL = 0.51;

  /** Root mean square of the volatility factors at the shares of time above, so that a year has the asked volatility. */
  private static final double RMS_FACTOR = StrictMath.sqrt(0.35 * 0.36 + 0.55 + 0.10 * 4.84);

  private final double volatilityFactor;
  private final double correlationTilt;
  private final double expectedHours;

  Regime(double volatilityFactor, double correlationTilt, double expectedHours) {
    this.volatilityFactor = volatilityFactor;
    this.correlationTilt = correlationTilt;
    this.expectedHours = expectedHours;
  }

  /** Volatility in this regime over volatility in the long run. */
  double volatilityFactor() {
    return volatilityFactor / RMS_FACTOR;
  }

  /** The tilt of {@link Correlation#of}. */
  double correlationTilt() {
    return correlationTilt;
  }

  /** The regime of the next hour. */
  Regime next(RandomStream random) {
    double stay = random.uniform();
    double where = random.uniform();
    if (stay >= 1 / expectedHours) {
      return this;
    }
    return switch (this) {
      case CALM, STRESSED -> NORMAL;
      case NORMAL -> where < CALM_AFTER_NORMAL ? CALM : STRESSED;
    };
  }
}
