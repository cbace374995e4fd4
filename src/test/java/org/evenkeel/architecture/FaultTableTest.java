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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fault catalogue in ops/faults names every fault once and only tests that exist. */
final class FaultTableTest {

  private static final Path PAGES = Path.of("ops", "faults");
  private static final Pattern ROW =
      Pattern.compile("^\\| F(\\d{2,3}) \\| ([^|]+) \\| ([^|]+) \\|$");

  /** A drill that takes longer than a build may: the script, and beside it the record of a run. */
  private static final Pattern DRILL =
      Pattern.compile("`(ops/drills/[\\w.-]+\\.sh)`.*\\]\\(\\.\\.(/drills/[\\w.-]+\\.md)\\)");

  private record Row(int fault, String guarantee, String proof) {}

  @Test
  void every_fault_has_one_row() throws IOException {
    assertThat(rows().stream().map(Row::fault).sorted())
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 100).boxed().toList());
  }

  @Test
  void every_row_names_tests_that_exist_or_says_what_is_missing() throws IOException {
    List<String> complaints = new ArrayList<>();
    NamedTests tests = NamedTests.read();
    for (Row row : rows()) {
      complaints.addAll(complaints(row, tests));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_test_that_does_not_exist_is_found() throws IOException {
    NamedTests tests = NamedTests.read();
    assertThat(complaints(new Row(1, "a", "`FaultTableTest.no_such_method`"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "`NoSuchClass`"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "all is well"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "not yet:"), tests)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "`ops/drills/soak.sh`"), tests))
        .as("a drill without a record")
        .hasSize(1);
    assertThat(complaints(new Row(1, "a", "`FaultTableTest.every_fault_has_one_row`"), tests))
        .isEmpty();
  }

  private static List<String> complaints(Row row, NamedTests tests) {
    List<String> complaints = new ArrayList<>();
    boolean isOpen = row.proof().matches("not yet: .{10,}");
    for (String complaint : tests.complaints(row.proof())) {
      complaints.add("F" + row.fault() + ": " + complaint);
    }
    Matcher drill = DRILL.matcher(row.proof());
    boolean hasDrill =
        drill.find()
            && Files.exists(Path.of(drill.group(1)))
            && Files.exists(Path.of("ops" + drill.group(2)));
    if (!NamedTests.namesOne(row.proof()) && !hasDrill && !isOpen) {
      complaints.add("F" + row.fault() + ": names no test and does not say what is missing");
    }
    return complaints;
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    try (Stream<Path> pages = Files.list(PAGES)) {
      for (Path page : pages.sorted().toList()) {
        for (String line : Files.readAllLines(page)) {
          Matcher row = ROW.matcher(line);
          if (row.matches()) {
            rows.add(new Row(Integer.parseInt(row.group(1)), row.group(2), row.group(3)));
          }
        }
      }
    }
    return rows;
  }
}
