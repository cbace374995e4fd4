package org.evenkeel.shell.cli.table;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The rows of a table in text: separated by commas, semicolons, tabs, or blanks, whichever the first row uses.
 *
 * <p>Cells may stand in double quotes, with a quote inside written twice; a quoted cell ends on its line.
 * Blank lines and lines that begin with '#' do not count.
 *
 * <p>This class is immutable and thread-safe.
 */
final class CsvRows {

  private static final String SEPARATORS = "\t;,";

  private final Path file;
  private final char separator;
  private final List<List<Cell>> rows = new ArrayList<>();

  private CsvRows(Path file, char separator) {
    this.file = file;
    this.separator = separator;
  }

  /** The rows of a file, at least one. */
  static List<List<Cell>> of(TextFile file) {
    List<String> lines = file.lines();
    CsvRows table = new CsvRows(file.path(), separator(lines));
    for (int i = 0; i < lines.size(); i++) {
      if (counts(lines.get(i))) {
        table.rows.add(table.cells(lines.get(i), i + 1));
      }
    }
    if (table.rows.isEmpty()) {
      throw InputProblem.of(file.path(), "the file has no row; nothing was read");
    }
    return List.copyOf(table.rows);
  }

  private static boolean counts(String line) {
    return !line.isBlank() && !line.startsWith("#");
  }

  private static char separator(List<String> lines) {
    for (String line : lines) {
      if (counts(line)) {
        for (int i = 0; i < SEPARATORS.length(); i++) {
          if (line.indexOf(SEPARATORS.charAt(i)) >= 0) {
            return SEPARATORS.charAt(i);
          }
        }
        return ' ';
      }
    }
    return ',';
  }

  private List<Cell> cells(String line, int number) {
    String text = separator == ' ' ? line.strip().replaceAll("\\s+", " ") : line;
    List<Cell> cells = new ArrayList<>();
    int from = 0;
    while (from >= 0) {
      int start = from;
      while (start < text.length() && text.charAt(start) == ' ' && separator != ' ') {
        start++;
      }
      from =
          start < text.length() && text.charAt(start) == '"'
              ? quoted(text, start, number, cells)
              : plain(text, from, number, cells);
    }
    return cells;
  }

  /** Adds the cell that begins here; returns where the next one begins, or -1. */
  private int plain(String line, int from, int number, List<Cell> cells) {
    int end = line.indexOf(separator, from);
    String text = (end < 0 ? line.substring(from) : line.substring(from, end)).strip();
    cells.add(new Cell(file, number, cells.size() + 1, text, /* quoted= */ false));
    return end < 0 ? -1 : end + 1;
  }

  private int quoted(String line, int start, int number, List<Cell> cells) {
    StringBuilder text = new StringBuilder();
    int at = start + 1;
    while (at < line.length()) {
      if (line.charAt(at) != '"') {
        text.append(line.charAt(at));
      } else if (line.startsWith("\"\"", at)) {
        text.append('"');
        at++;
      } else {
        break;
      }
      at++;
    }
    int column = cells.size() + 1;
    if (at >= line.length()) {
      throw InputProblem.of(file, number, column, "the quote is not closed on its line");
    }
    int end = line.indexOf(separator, at);
    String rest = end < 0 ? line.substring(at + 1) : line.substring(at + 1, Math.max(at + 1, end));
    if (!rest.isBlank()) {
      throw InputProblem.of(file, number, column, "found '" + rest + "' after the closing quote");
    }
    cells.add(new Cell(file, number, column, text.toString().strip(), /* quoted= */ true));
    return end < 0 ? -1 : end + 1;
  }
}
