package org.evenkeel.core.estimate.sample;

/**
 * Rows of numbers with a weight each, oldest first; NaN where a column has no number.
 *
 * <p>Means are taken as zero throughout: over weeks that is closer to the truth than a measured
 * mean. The arrays are not copied, because the sample lives within one estimate: nobody writes to
 * them after it was made.
 */
public final class WeightedSample {

  private final double[][] rows;
  private final double[] weights;
  private final double[] ages;

  /**
   * Takes the arrays as they are.
   *
   * @param rows one row per bar, one column per sleeve
   * @param weights one per row, positive, sum one
   * @param ages bars between each row and the newest one: descending, 0 for the newest
   */
  public WeightedSample(double[][] rows, double[] weights, double[] ages) {
    if (rows.length == 0 || rows.length != weights.length || rows.length != ages.length) {
      throw new IllegalArgumentException(
          rows.length + " rows, " + weights.length + " weights and " + ages.length + " ages");
    }
    this.rows = rows;
    this.weights = weights;
    this.ages = ages;
  }

  /** A sample whose rows follow one another without a gap and count alike. */
  public static WeightedSample equallyWeighted(double[][] rows) {
    double[] weights = new double[rows.length];
    double[] ages = new double[rows.length];
    for (int t = 0; t < rows.length; t++) {
      weights[t] = 1.0 / rows.length;
      ages[t] = rows.length - 1.0 - t;
    }
    return new WeightedSample(rows, weights, ages);
  }

  /** Rows whose weights halve with every half-life of age. */
  public static WeightedSample decaying(double[][] rows, double[] ages, double halfLife) {
    double[] weights = new double[rows.length];
    double sum = 0;
    for (int t = 0; t < weights.length; t++) {
      weights[t] = StrictMath.pow(0.5, ages[t] / halfLife);
      sum += weights[t];
    }
    for (int t = 0; t < weights.length; t++) {
      weights[t] /= sum;
    }
    return new WeightedSample(rows, weights, ages);
  }

  /** How many columns there are. */
  public int columns() {
    return rows[0].length;
  }

  /** The equally weighted rows that would say as much: one over the sum of squared weights. */
  public double effectiveRows() {
    double squares = 0;
    for (double weight : weights) {
      squares += weight * weight;
    }
    return 1 / squares;
  }

  /** The weighted mean square of a column over the rows where it has a number; 0 if it has none. */
  public double meanSquare(int column) {
    double sum = 0;
    double present = 0;
    for (int t = 0; t < rows.length; t++) {
      double value = rows[t][column];
      if (!Double.isNaN(value)) {
        sum += weights[t] * value * value;
        present += weights[t];
      }
    }
    return present > 0 ? sum / present : 0;
  }

  /** The weighted mean of a column over the rows where it has a number; NaN if it has none. */
  public double mean(int column) {
    double sum = 0;
    double present = 0;
    for (int t = 0; t < rows.length; t++) {
      double value = rows[t][column];
      if (!Double.isNaN(value)) {
        sum += weights[t] * value;
        present += weights[t];
      }
    }
    return sum / present;
  }

  /** The effective rows among those where a column has a number; 0 if it has none. */
  public double effectiveRows(int column) {
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < rows.length; t++) {
      if (!Double.isNaN(rows[t][column])) {
        sum += weights[t];
        squares += weights[t] * weights[t];
      }
    }
    return squares > 0 ? sum * sum / squares : 0;
  }

  /** The columns divided by their root mean square; a column that never moved stays zero. */
  public WeightedSample standardized() {
    double[][] scaled = new double[rows.length][columns()];
    for (int i = 0; i < columns(); i++) {
      double root = StrictMath.sqrt(meanSquare(i));
      for (int t = 0; t < rows.length; t++) {
        scaled[t][i] = root > 0 ? rows[t][i] / root : 0 * rows[t][i];
      }
    }
    return new WeightedSample(scaled, weights, ages);
  }

  /** One row per bar, one column per sleeve. */
  public double[][] rows() {
    return rows;
  }

  /** One per row, positive, sum one. */
  public double[] weights() {
    return weights;
  }

  /** Bars between each row and the newest one: descending, 0 for the newest. */
  public double[] ages() {
    return ages;
  }
}
