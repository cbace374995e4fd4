package org.evenkeel.shell.cli.print;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.evenkeel.shell.cli.solver.SolveAnswer;

/** The weights of several principles side by side. */
public final class CompareText {

  private CompareText() {}

  public static String of(List<SolveAnswer> answers) {
    List<SolveAnswer> solved = answers.stream().filter(a -> a.refusal().isEmpty()).toList();
    StringBuilder text = new StringBuilder();
    if (!solved.isEmpty()) {
      text.append(table(solved));
    }
    for (SolveAnswer answer : answers) {
      answer.refusal().ifPresent(refusal -> text.append("refused: ").append(refusal).append('\n'));
    }
    return text.toString();
  }

  private static TextTable table(List<SolveAnswer> answers) {
    List<String> headings = new ArrayList<>(List.of("weight"));
    answers.forEach(answer -> headings.add(">" + answer.principle()));
    TextTable table = new TextTable(headings.toArray(new String[0]));
    for (int i = 0; i < answers.get(0).assets().size(); i++) {
      int asset = i;
      row(
          table,
          answers.get(0).assets().get(i).asset(),
          answers,
          answer ->
              String.format(
                  Locale.ROOT, "%.4f", answer.assets().get(asset).weight().doubleValue()));
    }
    row(
        table,
        "volatility",
        answers,
        answer -> String.format(Locale.ROOT, "%.5g", answer.volatility()));
    row(
        table,
        "worst risk / budget - 1",
        answers,
        answer -> String.format(Locale.ROOT, "%.2g", worst(answer)));
    return table;
  }

  private static double worst(SolveAnswer answer) {
    double worst = 0;
    for (SolveAnswer.AssetRow row : answer.assets()) {
      worst = Math.max(worst, Math.abs(row.riskContribution() / row.riskBudget() - 1));
    }
    return worst;
  }

  private static void row(
      TextTable table,
      String name,
      List<SolveAnswer> answers,
      Function<SolveAnswer, String> figure) {
    List<String> cells = new ArrayList<>(List.of(name));
    answers.forEach(answer -> cells.add(figure.apply(answer)));
    table.row(cells.toArray(new String[0]));
  }
}
