package org.evenkeel.shell.cli.print;

import org.evenkeel.core.basics.Decimals;
import org.evenkeel.cycle.Comparison;
import org.evenkeel.cycle.Decisions;

/** Two decisions beside each other, for people. */
public final class ComparisonText {

  private static final int WIDTH = 40;

  private ComparisonText() {}

  /** Every figure that differs, and where the inputs do. */
  public static String of(Comparison comparison) {
    TextTable figures =
        new TextTable("", ">" + comparison.one(), ">" + comparison.other(), ">change");
    int same = 0;
    for (Comparison.Figure figure : comparison.figures()) {
      if (figure.one().compareTo(figure.other()) == 0) {
        same++;
      } else {
        figures.row(
            figure.subject(),
            Decimals.text(figure.one()),
            Decimals.text(figure.other()),
            Decimals.text(figure.other().subtract(figure.one())));
      }
    }
    StringBuilder text = new StringBuilder(figures.toString());
    text.append(same).append(" figures are the same\n\n");
    if (comparison.inputs().isEmpty()) {
      return text.append("of the inputs only market and account differ\n").toString();
    }
    TextTable inputs = new TextTable("input", "one", "other");
    for (Decisions.Difference at : comparison.inputs()) {
      inputs.row(at.field(), brief(at.stored()), brief(at.again()));
    }
    return text.append(inputs).toString();
  }

  private static String brief(String value) {
    return value.length() <= WIDTH ? value : value.substring(0, WIDTH - 3) + "...";
  }
}
