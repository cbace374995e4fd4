package org.evenkeel.shell.cli.print;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows in aligned columns with two spaces between them.
 *
 * <p>A heading that begins with '>' makes its column flush right. Not thread-safe.
 */
public final class TextTable {

  private final List<String> headings = new ArrayList<>();
  private final List<Boolean> isRight = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();

  /** A table under these headings. */
  public TextTable(String... headings) {
    for (String heading : headings) {
      boolean right = heading.startsWith(">");
      isRight.add(right);
      this.headings.add(right ? heading.substring(1) : heading);
    }
  }

  /** Adds a row with one cell per heading. */
  public void row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + headings);
    }
    rows.add(List.of(cells));
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    line(text, headings);
    rows.forEach(row -> line(text, row));
    return text.toString();
  }

  private void line(StringBuilder text, List<String> cells) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < cells.size(); i++) {
      String padding = " ".repeat(width(i) - cells.get(i).length());
      line.append(i == 0 ? "" : "  ")
          .append(isRight.get(i) ? padding : "")
          .append(cells.get(i))
          .append(isRight.get(i) ? "" : padding);
    }
    text.append(line.toString().stripTrailing()).append('\n');
  }

  private int width(int column) {
    int width = headings.get(column).length();
    for (List<String> row : rows) {
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }
}
