package org.evenkeel.core.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import org.evenkeel.core.basics.SleeveId;

/**
 * The believed covariance of the sleeves' returns per year, with what is known about its quality.
 *
 * <p>For example, a sleeve with a volatility of 60 % a year has 0.36 on the diagonal. The numbers
 * are not checked here: the solver refuses what is not a covariance, with a reason.
 *
 * <p>This class is immutable and thread-safe; two estimates are equal if all their numbers are.
 */
public final class CovarianceEstimate {

  private final List<SleeveId> sleeves;
  private final double[][] annualCovariance;
  private final EstimateQuality quality;

  /**
   * Takes a copy of the matrix.
   *
   * @param sleeves names of the rows and columns
   * @param annualCovariance square, fractions squared per year
   * @param quality the facts about it
   */
  public CovarianceEstimate(
      List<SleeveId> sleeves, double[][] annualCovariance, EstimateQuality quality) {
    this.sleeves = List.copyOf(sleeves);
    this.annualCovariance = copyOf(annualCovariance);
    this.quality = quality;
    boolean square = annualCovariance.length == sleeves.size();
    for (double[] row : this.annualCovariance) {
      square &= row.length == sleeves.size();
    }
    if (!square) {
      throw new IllegalArgumentException(
          sleeves.size()
              + " sleeves need a square matrix of that size, found "
              + annualCovariance.length
              + " rows");
    }
  }

  /** A covariance from elsewhere, for example a file: its quality is unknown. */
  public static CovarianceEstimate given(List<SleeveId> sleeves, double[][] annualCovariance) {
    return new CovarianceEstimate(sleeves, annualCovariance, EstimateQuality.notEstimated());
  }

  /** The names of the rows and columns. */
  public List<SleeveId> sleeves() {
    return sleeves;
  }

  /** A copy of the matrix: fractions squared per year. */
  public double[][] annualCovariance() {
    return copyOf(annualCovariance);
  }

  public EstimateQuality quality() {
    return quality;
  }

  /** The volatility of a sleeve as a fraction per year. */
  public double annualVolatility(SleeveId sleeve) {
    int i = indexOf(sleeve);
    return StrictMath.sqrt(annualCovariance[i][i]);
  }

  /** The correlation of two sleeves, -1 to 1. */
  public double correlation(SleeveId one, SleeveId other) {
    double both = annualVolatility(one) * annualVolatility(other);
    return annualCovariance[indexOf(one)][indexOf(other)] / both;
  }

  /** The estimate of the other sleeves alone; the quality is still that of the whole. */
  public CovarianceEstimate without(SortedSet<SleeveId> excluded) {
    List<SleeveId> kept = new ArrayList<>();
    for (SleeveId sleeve : sleeves) {
      if (!excluded.contains(sleeve)) {
        kept.add(sleeve);
      }
    }
    double[][] part = new double[kept.size()][kept.size()];
    for (int i = 0; i < part.length; i++) {
      for (int j = 0; j < part.length; j++) {
        part[i][j] = annualCovariance[indexOf(kept.get(i))][indexOf(kept.get(j))];
      }
    }
    return new CovarianceEstimate(kept, part, quality);
  }

  private int indexOf(SleeveId sleeve) {
    int index = sleeves.indexOf(sleeve);
    if (index < 0) {
      throw new IllegalArgumentException("the estimate knows no sleeve " + sleeve);
    }
    return index;
  }

  private static double[][] copyOf(double[][] matrix) {
    double[][] copy = new double[matrix.length][];
    for (int i = 0; i < matrix.length; i++) {
      copy[i] = matrix[i].clone();
    }
    return copy;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CovarianceEstimate that
        && sleeves.equals(that.sleeves)
        && quality.equals(that.quality)
        && Arrays.deepEquals(annualCovariance, that.annualCovariance);
  }

  @Override
  public int hashCode() {
    return 31 * sleeves.hashCode() + Arrays.deepHashCode(annualCovariance);
  }

  @Override
  public String toString() {
    return sleeves + " " + Arrays.deepToString(annualCovariance) + " " + quality;
  }
}
