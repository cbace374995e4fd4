package org.evenkeel.shell.cli.print;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import org.evenkeel.core.statement.Facts;

/** Recorded facts as text. */
public final class FactsText {

  private FactsText() {}

  /** One line for each fact, its columns separated by two blanks, or that nothing is recorded. */
  public static String lines(Facts facts) {
    if (facts.rows().isEmpty()) {
      return "nothing of this kind is recorded in this time\n";
    }
    return facts.rows().stream()
        .map(row -> String.join("  ", row).replace('\n', ' ') + "\n")
        .collect(Collectors.joining());
  }

  /** A table with headings. */
  public static String table(Facts facts) {
    TextTable table = new TextTable(facts.columns().toArray(String[]::new));
    facts.rows().forEach(row -> table.row(row.toArray(String[]::new)));
    return table.toString();
  }

  /** A table in Markdown, or that nothing is recorded. */
  public static String markdown(Facts facts) {
    if (facts.rows().isEmpty()) {
      return "Nothing is recorded in this time.\n";
    }
    return row(facts.columns())
        + row(Collections.nCopies(facts.columns().size(), "---"))
        + facts.rows().stream().map(FactsText::row).collect(Collectors.joining());
  }

  private static String row(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|").replace('\n', ' '))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
