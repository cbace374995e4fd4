package org.evenkeel.core.statement;

import java.util.List;

/**
 * Recorded facts of one kind, as a table of texts.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param columns the names of the columns
 * @param rows one list of texts for each fact, as long as the columns
 */
public record Facts(List<String> columns, List<List<String>> rows) {

  public Facts {
    columns = List.copyOf(columns);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** The text of a column in a row. */
  public String cell(List<String> row, String column) {
    return row.get(columns.indexOf(column));
  }
}
