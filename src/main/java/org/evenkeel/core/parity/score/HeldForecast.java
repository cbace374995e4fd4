package org.evenkeel.core.parity.score;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;

/**
 * The risk forecast of what is held after a decision: everything by which it can be judged later.
 *
 * <p>It is stored with its cycle, because a forecast that is not written down before the outcome is no forecast.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param asOf when the marks were read
 * @param sleeves what is held, in the order of the covariance
 * @param annualCovariance rows of the covariance of the sleeves' returns, fractions squared per year
 * @param marks prices of the instruments at that moment
 */
public record HeldForecast(
    Instant asOf,
    List<SleeveForecast> sleeves,
    List<List<Double>> annualCovariance,
    List<Mark> marks) {

  private static final int DECIMALS = 12;

  public HeldForecast {
    sleeves = List.copyOf(sleeves);
    annualCovariance = annualCovariance.stream().map(List::copyOf).toList();
    marks = List.copyOf(marks);
    int size = sleeves.size();
    if (annualCovariance.size() != size
        || annualCovariance.stream().anyMatch(row -> row.size() != size)) {
      throw new IllegalArgumentException(
          size + " sleeves need a square covariance of that size, found " + annualCovariance);
    }
  }

  /**
   * The forecast of an estimate for what is held; sleeves that the estimate does not know are left out.
   *
   * @param asOf when the marks were read
   * @param estimate the covariance believed
   * @param held budget and exposure of each sleeve
   * @param marks prices at that moment
   */
  public static HeldForecast of(
      Instant asOf, CovarianceEstimate estimate, List<SleeveForecast> held, List<Mark> marks) {
    double[][] matrix = estimate.annualCovariance();
    List<SleeveForecast> sleeves = new ArrayList<>();
    List<List<Double>> rows = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      SleeveId sleeve = estimate.sleeves().get(i);
      sleeves.add(
          held.stream()
              .filter(row -> row.sleeve().equals(sleeve))
              .findFirst()
              .orElse(new SleeveForecast(sleeve, Ratio.ZERO, Ratio.ZERO)));
      List<Double> row = new ArrayList<>();
      for (double value : matrix[i]) {
        row.add(value);
      }
      rows.add(row);
    }
    return new HeldForecast(asOf, sleeves, rows, marks);
  }

  /** The exposures as numbers, in the order of the sleeves. */
  double[] exposures() {
    double[] held = new double[sleeves.size()];
    for (int i = 0; i < held.length; i++) {
      held[i] = sleeves.get(i).exposure().value().doubleValue();
    }
    return held;
  }

  /** Each sleeve's part of the variance per year; the sum is the portfolio's variance. */
  double[] contributions() {
    double[] held = exposures();
    double[] parts = new double[held.length];
    for (int i = 0; i < held.length; i++) {
      double row = 0;
      for (int j = 0; j < held.length; j++) {
        row += annualCovariance.get(i).get(j) * held[j];
      }
      parts[i] = held[i] * row;
    }
    return parts;
  }

  /** The volatility of what is held, as a fraction of the portfolio's value per year. */
  public double volatilityAnnual() {
    double variance = 0;
    for (double part : contributions()) {
      variance += part;
    }
    return StrictMath.sqrt(Math.max(0, variance));
  }

  /**
   * The same belief about what the same positions are after an outcome: exposures have moved with their prices.
   *
   * <p>For a cycle that held its decision back: what is held is still at risk and must go on being scored.
   */
  public HeldForecast carriedBy(Outcome outcome, List<Mark> marksThen) {
    List<SleeveForecast> carried = new ArrayList<>();
    double growth = 1 + outcome.portfolioReturn();
    for (SleeveForecast sleeve : sleeves) {
      double factor = (1 + outcome.returnOf(sleeve.sleeve())) / growth;
      carried.add(
          growth > 0 && Double.isFinite(factor)
              ? new SleeveForecast(
                  sleeve.sleeve(), sleeve.riskBudget(), times(sleeve.exposure(), factor))
              : sleeve);
    }
    return new HeldForecast(outcome.to(), carried, annualCovariance, marksThen);
  }

  private static Ratio times(Ratio exposure, double factor) {
    return new Ratio(
        exposure
            .value()
            .multiply(BigDecimal.valueOf(factor))
            .setScale(DECIMALS, RoundingMode.HALF_EVEN));
  }
}
