package org.evenkeel.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of what a library would do to orders names, for each rule and venue, a test that exists or why there is none. */
final class VenueRulesTableTest {

  private static final Path PAGE = Path.of("ops", "venue-rules.md");
  private static final int CELLS = 7;

  private record Row(String rule, String words, String countermeasure, List<String> venues) {}

  @Test
  void every_rule_and_hazard_has_one_row() throws IOException {
    assertThat(rows().stream().map(Row::rule))
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.concat(
                        IntStream.rangeClosed(1, 8).mapToObj(i -> "R" + i), Stream.of("P1", "T1")),
                    IntStream.rangeClosed(1, 10).mapToObj(i -> "X" + i))
                .toList());
  }

  @Test
  void every_venue_of_every_rule_names_tests_that_exist_or_says_why_it_cannot_break_it()
      throws IOException {
    NamedTests tests = NamedTests.read();
    List<String> complaints = new ArrayList<>();
    for (Row row : rows()) {
      complaints.addAll(complaints(row, tests));
    }
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_row_that_proves_nothing_is_found() throws IOException {
    NamedTests tests = NamedTests.read();
    String good = "`VenueRulesTableTest.every_rule_and_hazard_has_one_row`";
    String none = "none: it has no such orders";

    assertThat(complaints(row(good, none, good, good), tests)).isEmpty();
    assertThat(complaints(row(good, "", good, good), tests)).hasSize(1);
    assertThat(complaints(row(good, "none:", good, good), tests)).hasSize(1);
    assertThat(complaints(row(good, "all is well", good, good), tests)).hasSize(1);
    assertThat(complaints(row(good, "`NoSuchTest.at_all`", good, good), tests)).hasSize(1);
    assertThat(complaints(row(none, none, none, none), tests)).as("proved nowhere").hasSize(1);
  }

  private static Row row(String... venues) {
    return new Row("R1", "words", "countermeasure", List.of(venues));
  }

  private static List<String> complaints(Row row, NamedTests tests) {
    List<String> complaints = new ArrayList<>();
    for (String venue : row.venues()) {
      tests.complaints(venue).forEach(each -> complaints.add(row.rule() + ": " + each));
      if (!NamedTests.namesOne(venue) && !venue.matches("none: .{10,}")) {
        complaints.add(row.rule() + ": no test and no reason in '" + venue + "'");
      }
    }
    if (row.venues().stream().noneMatch(NamedTests::namesOne)) {
      complaints.add(row.rule() + " is proved nowhere");
    }
    return complaints;
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(PAGE)) {
      if (line.matches("\\| [PRTX][0-9]+ \\|.*")) {
        List<String> cells = List.of(line.substring(2, line.length() - 2).split(" \\| ", -1));
        assertThat(cells).as(line).hasSize(CELLS);
        rows.add(new Row(cells.get(0), cells.get(1), cells.get(2), cells.subList(3, CELLS)));
      }
    }
    return rows;
  }
}
