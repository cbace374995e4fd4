package org.evenkeel.shell.cli.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.estimate.EstimateQuality;
import org.evenkeel.core.estimate.EstimateSettings;
import org.evenkeel.shell.cli.solver.AssetNames;

/**
 * A covariance from prices with what is known about its quality, in the names of the file.
 *
 * @param names the assets; written so that the answer can be solved as it is
 * @param cov the covariance per year, one row per asset
 * @param volatilities per year
 * @param correlations one row per asset
 * @param method the estimators used
 * @param quality the facts
 */
public record EstimateAnswer(
    List<String> names,
    List<List<Double>> cov,
    List<Double> volatilities,
    List<List<Double>> correlations,
    String method,
    Quality quality) {

  /**
   * The facts by which the covariance is judged.
   *
   * @param observations returns used
   * @param effectiveObservations equally weighted returns that would say as much about correlations
   * @param minCoverage smallest part of the wanted returns that an asset has
   * @param newestBar close of the newest return's bar
   * @param shrinkage part of the correlations that was replaced
   * @param conditionNumber of the correlations
   * @param minEigenvalue of the correlations
   * @param averageCorrelation mean over the pairs
   * @param repairDistance how far the matrix was moved to become a covariance
   * @param floored assets whose volatility was lifted to the floor
   */
  public record Quality(
      int observations,
      double effectiveObservations,
      double minCoverage,
      Instant newestBar,
      double shrinkage,
      double conditionNumber,
      double minEigenvalue,
      double averageCorrelation,
      double repairDistance,
      List<String> floored) {

    public Quality {
      floored = List.copyOf(floored);
    }
  }

  public EstimateAnswer {
    names = List.copyOf(names);
    cov = List.copyOf(cov);
    volatilities = List.copyOf(volatilities);
    correlations = List.copyOf(correlations);
  }

  static EstimateAnswer of(
      AssetNames names, CovarianceEstimate estimate, EstimateSettings settings) {
    double[][] matrix = estimate.annualCovariance();
    List<List<Double>> cov = new ArrayList<>();
    List<List<Double>> correlations = new ArrayList<>();
    List<Double> volatilities = new ArrayList<>();
    for (int i = 0; i < matrix.length; i++) {
      List<Double> covRow = new ArrayList<>();
      List<Double> row = new ArrayList<>();
      for (int j = 0; j < matrix.length; j++) {
        covRow.add(matrix[i][j]);
        row.add(i == j ? 1 : matrix[i][j] / Math.sqrt(matrix[i][i]) / Math.sqrt(matrix[j][j]));
      }
      cov.add(covRow);
      correlations.add(row);
      volatilities.add(Math.sqrt(matrix[i][i]));
    }
    EstimateQuality quality = estimate.quality();
    return new EstimateAnswer(
        names.names(),
        cov,
        volatilities,
        correlations,
        MethodWords.inWords(settings.method()),
        new Quality(
            quality.observations(),
            quality.effectiveObservations(),
            quality.minCoverage(),
            quality.newestBar(),
            quality.shrinkage(),
            quality.conditionNumber(),
            quality.minEigenvalue(),
            quality.averageCorrelation(),
            quality.repairDistance(),
            quality.floored().stream().map(names::name).toList()));
  }

  /** The covariance as a table that 'solve --cov' reads. */
  public String csv() {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(',').append(quoted(name)));
    text.append('\n');
    for (int i = 0; i < names.size(); i++) {
      text.append(quoted(names.get(i)));
      cov.get(i).forEach(value -> text.append(',').append(value));
      text.append('\n');
    }
    return text.toString();
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }
}
