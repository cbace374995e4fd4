package org.evenkeel.shell.cli.trial;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.cli.print.TextTable;

/** What became of random problems, by family, with the first ones that went wrong. */
public final class TrialText {

  private TrialText() {}

  public static String of(TrialReport report) {
    List<String> headings = new ArrayList<>(List.of("family"));
    for (TrialOutcome outcome : TrialOutcome.values()) {
      headings.add(">" + words(outcome));
    }
    TextTable table = new TextTable(headings.toArray(new String[0]));
    report
        .outcomes()
        .forEach(
            (family, counts) -> {
              List<String> cells = new ArrayList<>(List.of(words(family)));
              for (TrialOutcome outcome : TrialOutcome.values()) {
                cells.add(String.valueOf(counts.getOrDefault(outcome, 0L)));
              }
              table.row(cells.toArray(new String[0]));
            });
    StringBuilder text = new StringBuilder(table.toString());
    text.append(
        String.format(
            Locale.ROOT,
            "%n%d problems of seed %d: %s%nlargest relative error of those certified %.3g, slowest %.1f ms"
                + " (number %d, %d assets)%n",
            report.count(),
            report.seed(),
            report.isGood() ? "every answer is as it should be" : "NOT ALL ARE AS THEY SHOULD BE",
            report.worstError(),
            report.slowest().milliseconds(),
            report.slowest().number(),
            report.slowest().size()));
    report.wrong().forEach(wrong -> text.append(wrong).append('\n'));
    return text.toString();
  }

  private static String words(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
