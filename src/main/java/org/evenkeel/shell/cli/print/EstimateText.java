package org.evenkeel.shell.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.cli.history.EstimateAnswer;

/** A covariance estimate: volatilities, correlations and the facts about its quality. */
public final class EstimateText {

  private EstimateText() {}

  public static String of(EstimateAnswer answer) {
    List<String> headings = new ArrayList<>(List.of("asset", ">volatility"));
    answer.names().forEach(name -> headings.add(">" + name));
    TextTable table = new TextTable(headings.toArray(new String[0]));
    for (int i = 0; i < answer.names().size(); i++) {
      List<String> row = new ArrayList<>();
      row.add(answer.names().get(i));
      row.add(String.format(Locale.ROOT, "%.1f %%", 100 * answer.volatilities().get(i)));
      for (double correlation : answer.correlations().get(i)) {
        row.add(String.format(Locale.ROOT, "%.2f", correlation));
      }
      table.row(row.toArray(new String[0]));
    }
    EstimateAnswer.Quality quality = answer.quality();
    return "volatilities per year and correlations up to "
        + Figures.time(quality.newestBar())
        + "\n\n"
        + table
        + String.format(
            Locale.ROOT,
            """

            method               %s
            returns              %d, which say as much about correlations as %.1f of equal weight
            coverage             at least %.1f %% of the wanted returns of each asset
            average correlation  %.2f, %.0f %% of the correlations replaced by the shrinkage
            condition number     %.3g, smallest eigenvalue %.3g, repair distance %.3g
            lifted to the floor  %s
            """,
            answer.method(),
            quality.observations(),
            quality.effectiveObservations(),
            100 * quality.minCoverage(),
            quality.averageCorrelation(),
            100 * quality.shrinkage(),
            quality.conditionNumber(),
            quality.minEigenvalue(),
            quality.repairDistance(),
            quality.floored().isEmpty() ? "none" : String.join(", ", quality.floored()));
  }
}
