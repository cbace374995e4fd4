package org.evenkeel.core.parity;

/**
 * What counts as risk when budgets are met.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param kind volatility of the estimate, or a tail measure of the past bars themselves
 * @param alpha level of a tail measure, above 0 and below 1: 0.95 is the worst 5 % of the bars
 */
public record RiskMeasure(Kind kind, double alpha) {

  /** A kind of risk. */
  public enum Kind {
    /** The volatility that the covariance estimate says. */
    VOLATILITY("volatility"),
    /** The mean loss in the worst part of the past bars, all bars counting alike. */
    EXPECTED_SHORTFALL("expected-shortfall"),
    /** The mean of the worst part of the past drawdowns. */
    DRAWDOWN("drawdown");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The name in configuration and reports. */
    public String word() {
      return word;
    }
  }

  public RiskMeasure {
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("alpha must lie between 0 and 1, found " + alpha);
    }
  }

  /** The volatility. */
  public static RiskMeasure volatility() {
    return new RiskMeasure(Kind.VOLATILITY, 0.95);
  }

  /** Whether the past bars themselves are needed beside the estimate. */
  public boolean needsReturns() {
    return kind != Kind.VOLATILITY;
  }
}
