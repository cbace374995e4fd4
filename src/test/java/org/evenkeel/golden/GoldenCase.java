package org.evenkeel.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.core.parity.RiskBudgets;
import org.evenkeel.core.parity.RiskParity;
import org.evenkeel.core.parity.RiskParitySolution;

/** A risk-parity problem with its answer, read from JSON; a null in the matrix is NaN. */
record GoldenCase(String id, JsonNode json) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Tighter than the default, because the answers have 25 digits. */
  private static final ParitySettings TO_THE_LAST_DIGIT =
      new ParitySettings(0.2, 2, 1, 1e-14, 500, 1e-8);

  static JsonNode parse(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<GoldenCase> inFolder(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".json"))
          .sorted()
          .map(GoldenCase::parse)
          .map(json -> new GoldenCase(json.get("id").asText(), json))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Result<RiskParitySolution> solve() {
    List<SleeveId> names = new ArrayList<>();
    double[] budgets = numbers(json.get("budgets"));
    for (int i = 0; i < budgets.length; i++) {
      names.add(SleeveId.of("s" + i));
    }
    CovarianceEstimate estimate = CovarianceEstimate.given(names, covariance());
    return RiskBudgets.of(names, budgets)
        .then(parts -> RiskParity.solve(estimate, parts, TO_THE_LAST_DIGIT));
  }

  /** The largest relative difference between a solution's weights and these. */
  static double worstError(RiskParitySolution solution, double[] weights) {
    double worst = 0;
    for (int i = 0; i < weights.length; i++) {
      worst = Math.max(worst, Math.abs(solution.weights().get(i) / weights[i] - 1));
    }
    return worst;
  }

  static double[] numbers(JsonNode array) {
    double[] numbers = new double[array.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = array.get(i).isNull() ? Double.NaN : array.get(i).asDouble();
    }
    return numbers;
  }

  double[][] covariance() {
    JsonNode rows = json.has("cov") ? json.get("cov") : json.at("/cov_factor/B");
    double[][] matrix = new double[rows.size()][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = numbers(rows.get(i));
    }
    return json.has("cov") ? matrix : product(matrix, numbers(json.at("/cov_factor/D")));
  }

  private static double[][] product(double[][] loadings, double[] own) {
    double[][] covariance = new double[own.length][own.length];
    for (int i = 0; i < own.length; i++) {
      for (int j = 0; j < own.length; j++) {
        double sum = i == j ? own[i] : 0;
        for (int k = 0; k < loadings[i].length; k++) {
          sum += loadings[i][k] * loadings[j][k];
        }
        covariance[i][j] = sum;
      }
    }
    return covariance;
  }

  @Override
  public String toString() {
    return id;
  }
}
