package org.evenkeel.shell.cli.solver;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.LinearRow;
import org.evenkeel.core.parity.ParityConstraints;
import org.evenkeel.core.parity.ParityConstraints.Definition;
import org.evenkeel.core.parity.ParitySettings;
import org.evenkeel.shell.cli.table.InputProblem;
import org.evenkeel.shell.cli.table.JsonTree;
import org.evenkeel.shell.cli.table.LinearBounds;
import org.evenkeel.shell.cli.table.NamedMatrix;
import org.evenkeel.shell.cli.table.NamedNumbers;
import org.evenkeel.shell.cli.table.TextFile;

/** Problems from a file and the words of a command line. */
public final class ProblemFiles {

  private ProblemFiles() {}

  /**
   * What a command line says beside the file; what it says takes the place of what the file says.
   *
   * @param budgets as {@link NamedNumbers} has it
   * @param lower likewise, or one number for all
   * @param upper likewise, or one number for all
   * @param rows a file as {@link LinearBounds} has it
   * @param signs directions: '+,-' or 'btc=-1'
   * @param definition 'richard-roncalli' or 'scaled'
   */
  public record Words(
      Optional<String> budgets,
      Optional<String> lower,
      Optional<String> upper,
      Optional<Path> rows,
      Optional<String> signs,
      Optional<String> definition) {}

  /** The problem of a covariance in CSV or JSON. */
  public static Problem read(Path path, Words words) {
    TextFile file = TextFile.read(path);
    Problem stated = file.isJson() ? ProblemJson.strict(JsonTree.read(file)) : matrix(file);
    List<String> names = stated.names().names();
    ParityConstraints given = stated.constraints();
    ParityConstraints constraints =
        new ParityConstraints(
            words.definition().map(ProblemFiles::definition).orElse(given.definition()),
            words.lower().map(text -> bound("--lower", names, 0, text)).orElse(given.lower()),
            words.upper().map(text -> bound("--upper", names, 1, text)).orElse(given.upper()),
            words.rows().map(rows -> rows(rows, names)).orElse(given.rows()),
            words.signs().map(text -> signs(names, text)).orElse(given.signs()));
    List<Double> budgets =
        words
            .budgets()
            .map(
                text ->
                    new NamedNumbers(
                            "--budgets", names, OptionalDouble.empty(), /* oneForAll= */ false)
                        .parse(text))
            .orElse(stated.budgets());
    return new Problem(stated.names(), stated.estimate(), budgets, constraints, stated.drift());
  }

  /** The answer to a problem by a principle. */
  public static SolveAnswer answer(Problem problem, Principle principle, ParitySettings settings) {
    boolean plain = problem.constraints().areFree() && problem.constraints().signs().isEmpty();
    if (principle != Principle.RISK_PARITY && !plain) {
      throw InputProblem.ofOption(
          "--method", principle.words() + " knows no bounds, rows and directions; leave them out");
    }
    Result<SolveAnswer> answer =
        problem
            .normalBudgets()
            .then(
                budgets ->
                    principle
                        .solve(problem, settings)
                        .map(found -> SolveAnswer.of(problem, principle, found, budgets)));
    return switch (answer) {
      case Result.Ok<SolveAnswer> ok -> ok.value();
      case Result.Refused<SolveAnswer> refused ->
          SolveAnswer.refused(problem.names(), refused.refusal());
    };
  }

  private static Problem matrix(TextFile file) {
    NamedMatrix matrix = NamedMatrix.covariance(file);
    AssetNames names = new AssetNames(matrix.names());
    return new Problem(
        names,
        CovarianceEstimate.given(names.ids(), matrix.values()),
        Collections.nCopies(names.size(), 1.0),
        ParityConstraints.none(),
        Optional.empty());
  }

  private static List<Double> bound(String option, List<String> names, double absent, String text) {
    return new NamedNumbers(option, names, OptionalDouble.of(absent), /* oneForAll= */ true)
        .parse(text);
  }

  private static List<LinearRow> rows(Path path, List<String> names) {
    return LinearBounds.read(TextFile.read(path), names).stream()
        .map(bound -> new LinearRow(bound.name(), bound.coefficients(), bound.limit()))
        .toList();
  }

  private static List<Integer> signs(List<String> names, String text) {
    String numbers = text.replaceAll("\\+(?=,|$)", "1").replaceAll("-(?=,|$)", "-1");
    List<Double> signs =
        new NamedNumbers("--sign", names, OptionalDouble.of(1), /* oneForAll= */ false)
            .parse(numbers);
    for (double sign : signs) {
      if (Math.abs(sign) != 1) {
        throw InputProblem.ofOption("--sign", "found " + sign + "; write + or - for each asset");
      }
    }
    return signs.stream().map(Double::intValue).toList();
  }

  private static Definition definition(String text) {
    return switch (text) {
      case "richard-roncalli" -> Definition.RICHARD_RONCALLI;
      case "scaled" -> Definition.SCALED;
      default ->
          throw InputProblem.ofOption(
              "--definition", "found '" + text + "'; write richard-roncalli or scaled");
    };
  }
}
