package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The list of controls in ops/controls.md has every control once and names only tests that exist. */
final class ControlsTableTest {

  private static final Path PAGE = Path.of("ops", "controls.md");
  private static final int CONTROLS = 28;
  private static final Pattern ROW =
      Pattern.compile("^\\| (\\d{1,2}) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|$");

  /** A class of the program, in the column that says where a control is. */
  private static final Pattern CODE = Pattern.compile("`([A-Z]\\w+)`");

  private record Row(int number, String control, String place, String proof) {}

  @Test
  void every_control_has_one_row() throws IOException {
    assertThat(rows().stream().map(Row::number))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, CONTROLS).boxed().toList());
  }

  @Test
  void every_row_names_tests_that_exist_or_says_what_is_missing() throws IOException {
    NamedTests tests = NamedTests.read();
    assertThat(rows().stream().flatMap(row -> complaints(row, tests).stream())).isEmpty();
  }

  @Test
  void every_class_that_a_row_points_to_exists() throws IOException {
    SourceNames program = SourceNames.read();
    assertThat(rows().stream().flatMap(row -> strangers(row, program).stream())).isEmpty();
    assertThat(strangers(new Row(1, "a", "`NoSuchGate`", "b"), program)).hasSize(1);
  }

  @Test
  void a_row_that_proves_nothing_is_found() throws IOException {
    NamedTests tests = NamedTests.read();
    assertThat(complaints(new Row(1, "a", "b", "`OrderGateTest.no_such_method`"), tests))
        .hasSize(1);
    assertThat(complaints(new Row(1, "a", "b", "`NoSuchClass`"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "b", "all is well"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "b", "not here yet:"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "b", "`ControlsTableTest`"), tests)).isEmpty();
    assertThat(complaints(new Row(1, "a", "b", "not here yet: nobody calls a pager"), tests))
        .isEmpty();
  }

  private static List<String> complaints(Row row, NamedTests tests) {
    List<String> complaints = new ArrayList<>();
    for (String complaint : tests.complaints(row.proof())) {
      complaints.add(row.number() + ": " + complaint);
    }
    boolean isOpen = row.proof().matches("not here yet: .{10,}");
    if (!NamedTests.namesOne(row.proof()) && !isOpen) {
      complaints.add(row.number() + ": names no test and does not say what is missing");
    }
    return complaints;
  }

  private static List<String> strangers(Row row, SourceNames program) {
    List<String> strangers = new ArrayList<>();
    Matcher code = CODE.matcher(row.place());
    while (code.find()) {
      if (!program.has(code.group(1))) {
        strangers.add(row.number() + ": there is no class " + code.group(1));
      }
    }
    return strangers;
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3), row.group(4)));
      }
    }
    return rows;
  }
}
