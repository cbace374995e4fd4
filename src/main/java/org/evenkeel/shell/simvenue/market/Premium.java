package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;

/**
 * How far one perpetual trades above its spot, and the funding that follows from it.
 *
 * <p>The premium returns to 1 basis point with a half-life of five hours, is pushed by noise and by one hundredth of the hour's return, and stays within 2 %.
 * The funding rate is Binance's: mean premium P of the interval plus (0.01 % - P limited to +-0.05 %), itself limited to +-0.75 %.
 * For example P = 0.03 % gives 0.01 %, and P = 0.2 % gives 0.15 %.
 * Not thread-safe.
 */
final class Premium {

  static final double MAX_FUNDING = 0.0075;

  private static final double USUAL = 0.0001;
  private static final double PULL_PER_HOUR = 0.13;
  private static final double NOISE_PER_HOUR = 0.0002;
  private static final double RETURN_SHARE = 0.01;
  private static final double MAX_PREMIUM = 0.02;
  private static final double MARK_SMOOTHING = 0.5;
  private static final double INTEREST = 0.0001;
  private static final double MAX_INTEREST_STEP = 0.0005;

  private double premium = USUAL;
  private double markPremium = USUAL;
  private double sum;
  private int hours;

  /** Moves one hour on. */
  void advance(double spotReturn, double stress, RandomStream random) {
    double moved =
        premium
            + PULL_PER_HOUR * (USUAL - premium)
            + NOISE_PER_HOUR * stress * random.normal()
            + RETURN_SHARE * spotReturn;
    premium = limited(moved, MAX_PREMIUM);
    markPremium += MARK_SMOOTHING * (premium - markPremium);
    sum += premium;
    hours++;
  }

  /** Perpetual price over spot price, less 1, at the end of the hour. */
  double value() {
    return premium;
  }

  /** Mark price over spot price, less 1: the premium, smoothed. */
  double markValue() {
    return markPremium;
  }

  /** The rate of the interval that ends now; the next interval begins. */
  BigDecimal settle() {
    double mean = hours == 0 ? USUAL : sum / hours;
    sum = 0;
    hours = 0;
    double rate = mean + limited(INTEREST - mean, MAX_INTEREST_STEP);
    return BigDecimal.valueOf(Math.round(limited(rate, MAX_FUNDING) * 1e8), 8);
  }

  private static double limited(double value, double bound) {
    return Math.max(-bound, Math.min(bound, value));
  }
}
