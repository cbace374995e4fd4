package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The fault catalogue in ops/faults names every fault once and only tests that exist. */
final class FaultTableTest {

  private static final Path PAGES = Path.of("ops", "faults");
  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern ROW =
      Pattern.compile("^\\| F(\\d{2,3}) \\| ([^|]+) \\| ([^|]+) \\|$");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*)(?:\\.(\\w+))?`");

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
    Map<String, String> sources = sources();
    for (Row row : rows()) {
      complaints.addAll(complaints(row, sources));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_test_that_does_not_exist_is_found() throws IOException {
    Map<String, String> sources = sources();
    assertThat(complaints(new Row(1, "a", "`FaultTableTest.no_such_method`"), sources)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "`NoSuchClass`"), sources)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "all is well"), sources)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "not yet:"), sources)).hasSize(1);
    assertThat(complaints(new Row(1, "a", "`ops/drills/soak.sh`"), sources))
        .as("a drill without a record")
        .hasSize(1);
    assertThat(complaints(new Row(1, "a", "`FaultTableTest.every_fault_has_one_row`"), sources))
        .isEmpty();
  }

  private static List<String> complaints(Row row, Map<String, String> sources) {
    List<String> complaints = new ArrayList<>();
    boolean isOpen = row.proof().matches("not yet: .{10,}");
    Matcher named = TEST.matcher(row.proof());
    boolean hasTest = false;
    while (named.find()) {
      hasTest = true;
      String source = sources.get(named.group(1));
      String method = named.group(2);
      if (source == null) {
        complaints.add("F" + row.fault() + ": there is no test class " + named.group(1));
      } else if (method != null && !source.contains(" " + method + "(")) {
        complaints.add("F" + row.fault() + ": " + named.group(1) + " has no test " + method);
      }
    }
    Matcher drill = DRILL.matcher(row.proof());
    boolean hasDrill =
        drill.find()
            && Files.exists(Path.of(drill.group(1)))
            && Files.exists(Path.of("ops" + drill.group(2)));
    if (!hasTest && !hasDrill && !isOpen) {
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

  /** Test sources by simple name; an inherited test is looked for in the contract that declares it. */
  private static Map<String, String> sources() throws IOException {
    TreeMap<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }
    return sources;
  }
}
