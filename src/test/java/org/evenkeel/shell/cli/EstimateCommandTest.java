package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Estimates from price files, and prices that are wrong. */
class EstimateCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  /** A rises and falls by 1 % in turn, B twice as much and in step with A every second pair of days. */
  private static double[] returns(int day) {
    double a = day % 2 == 0 ? 0.01 : -0.01;
    double b = (day / 2) % 2 == 0 ? 2 * a : -2 * a;
    return new double[] {a, b};
  }

  private static String prices(boolean wide, int days) {
    StringBuilder text = new StringBuilder(wide ? "date,A,B b\n" : "ts,symbol,open,close\n");
    double a = 100;
    double b = 50;
    LocalDate date = LocalDate.of(2024, 1, 1);
    for (int day = 0; day <= days; day++) {
      if (day > 0) {
        a *= 1 + returns(day)[0];
        b *= 1 + returns(day)[1];
      }
      if (wide) {
        text.append(date).append(',').append(a).append(',').append(b).append('\n');
      } else {
        text.append(date).append("T00:00:00Z,B b,1,").append(b).append('\n');
        text.append(date).append("T00:00:00Z,A,1,").append(a).append('\n');
      }
      date = date.plusDays(1);
    }
    return text.toString();
  }

  private JsonNode estimate(String... words) throws IOException {
    String[] all = new String[words.length + 2];
    all[0] = "estimate";
    all[1] = "--json";
    System.arraycopy(words, 0, all, 2, words.length);
    assertThat(evenkeel.execute(all)).as(evenkeel.err).isZero();
    return new ObjectMapper().readTree(evenkeel.out);
  }

  @Test
  void moves_of_one_and_two_percent_a_day_are_volatilities_of_their_size_times_the_root_of_a_year()
      throws IOException {
    JsonNode answer = estimate("--prices", file("p.csv", prices(true, 120)));

    Offset<Double> close = Offset.offset(1e-9);
    assertThat(answer.at("/volatilities/0").asDouble()).isEqualTo(0.01 * Math.sqrt(365), close);
    assertThat(answer.at("/volatilities/1").asDouble()).isEqualTo(0.02 * Math.sqrt(365), close);
    assertThat(Math.abs(answer.at("/correlations/0/1").asDouble())).isLessThan(0.05);
    assertThat(answer.at("/quality/observations").asInt()).isEqualTo(120);
  }

  @Test
  void both_forms_of_a_file_say_the_same() throws IOException {
    JsonNode wide = estimate("--prices", file("w.csv", prices(true, 100)));
    JsonNode narrow = estimate("--prices", file("n.csv", prices(false, 100)));

    assertThat(narrow.get("cov")).isEqualTo(wide.get("cov"));
    assertThat(narrow.get("names").toString()).isEqualTo("[\"A\",\"B b\"]");
  }

  @Test
  void what_it_writes_can_be_solved_as_table_and_as_json() throws IOException {
    String prices = file("p.csv", prices(true, 100));
    Path cov = folder.resolve("cov.csv");
    assertThat(evenkeel.execute("estimate", "--prices", prices, "--out", cov.toString())).isZero();
    assertThat(evenkeel.out)
        .contains("B b", "38.2 %", "condition number", "returns")
        .contains("100, which say");
    assertThat(evenkeel.execute("solve", "--cov", cov.toString())).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).contains("B b");

    assertThat(evenkeel.execute("estimate", "--prices", prices, "--json")).isZero();
    String json = file("cov.json", evenkeel.out);
    assertThat(evenkeel.execute("solve", "--cov", json)).as(evenkeel.err).isZero();
  }

  @Test
  void a_date_ends_the_window_and_assets_can_be_chosen() throws IOException {
    String prices = file("p.csv", prices(true, 120));

    JsonNode early = estimate("--prices", prices, "--as-of", "2024-03-01", "--assets", "B b");

    assertThat(early.at("/quality/newestBar").asText()).isEqualTo("2024-03-02T00:00:00Z");
    assertThat(early.get("names").toString()).isEqualTo("[\"B b\"]");
    assertThat(early.at("/quality/observations").asInt()).isEqualTo(60);
  }

  @Test
  void too_few_prices_are_refused_by_the_file_s_names() throws IOException {
    String holes = prices(true, 100).replaceAll("(?m)^(2024-02-.*),[0-9.]+$", "$1,");

    assertThat(evenkeel.execute("estimate", "--prices", file("p.csv", holes))).isEqualTo(3);
    assertThat(evenkeel.err).contains("COVERAGE_TOO_LOW: B b has 70.0 % of 100 returns");
  }

  @Test
  void methods_are_chosen_by_name_and_listed_when_the_name_is_wrong() throws IOException {
    String prices = file("p.csv", prices(true, 100));

    JsonNode answer = estimate("--prices", prices, "--method", "gerber,no-shrinkage");
    assertThat(answer.get("method").asText()).contains("correlation gerber", "shrinkage none");

    assertThat(evenkeel.execute("estimate", "--prices", prices, "--method", "magic")).isEqualTo(2);
    assertThat(evenkeel.err).contains("'magic'", "newey-west", "pairwise");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "date,A\\n2024-01-01,1\\n2024-01-02,-2 | line 3, column 2: the price is -2",
        "date,A\\n2024-01-01,1\\n2024-01-02,x | line 3, column 2: found 'x', which is no number",
        "date,A\\n2024-01-01,1\\n2024-01-01,1 | line 3, column 1: 2024-01-01 is not later",
        "date,A\\n2024-01-01,1\\n2024-13-01,1 | line 3, column 1: found '2024-13-01'; write a UTC date",
        "date,A\\n2024-01-01,1,2 | line 2: 3 cells, but the header has 2",
        "date,A,A\\n2024-01-01,1,2 | line 1, column 3: 'A' is named twice",
        "2024-01-01,1\\n2024-01-02,1 | line 1, column 2: found '1' where an asset's name should be",
        "date,A | there is a header, but no row of prices",
        "date,A\\n2024-01-01,1 | two are the least",
        "symbol,close\\nA,1 | none for the time",
        "date,symbol,price\\n2024-01-01,A,1 | none for the 'close'",
        "date,symbol,close\\n2024-01-01,A,1\\n2024-01-01,A,2 | line 3, column 2: A has a price at 2024-01-01 already",
        "[1] | prices are read from CSV",
      })
  void prices_that_are_wrong_are_named_with_line_and_column(String text, String complaint)
      throws IOException {
    String path = file("p.csv", text.replace("\\n", "\n"));

    assertThat(evenkeel.execute("estimate", "--prices", path)).as(evenkeel.out).isEqualTo(2);
    assertThat(evenkeel.err).startsWith(path).contains(complaint);
  }
}
