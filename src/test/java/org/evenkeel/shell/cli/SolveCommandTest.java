package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver from files: what is read, what is answered, and what is said about files that are wrong. */
class SolveCommandTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  private final CommandLineRig evenkeel = new CommandLineRig();

  @TempDir Path folder;

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode solved(String... words) throws IOException {
    String[] all = new String[words.length + 2];
    all[0] = "solve";
    all[1] = "--json";
    System.arraycopy(words, 0, all, 2, words.length);
    assertThat(evenkeel.execute(all)).as(evenkeel.err).isZero();
    return new ObjectMapper().readTree(evenkeel.out);
  }

  private static double weight(JsonNode answer, int asset) {
    return answer.get("assets").get(asset).get("weight").asDouble();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.04,0\n0,0.36\n",
        "btc,eth\n0.04,0\n0,0.36\n",
        ",btc,eth\nbtc,0.04,0\neth,0,0.36\n",
        "btc,0.04,0\neth,0,0.36\n",
        "name,btc,eth\nbtc,0.04,0\neth,0,0.36\n",
        "# a remark\n\nbtc;eth\n4e-2;0\n0;.36\n",
        "0.04 0\n  0   0.36\n",
        "\"btc\"\t\"eth\"\r\n0.04\t0\r\n0\t0.36\r\n",
        "\uFEFF0.04,0\n0,0.36",
        "[[0.04, 0], [0, 0.36]]",
        "{\"cov\": [[0.04, 0], [0, 0.36]], \"names\": [\"btc\", \"eth\"]}",
        "{\"cov_factor\": {\"B\": [[0.1], [0.0]], \"D\": [0.03, 0.36]}, \"budgets\": [3, 3]}"
      })
  void two_uncorrelated_assets_get_weights_inverse_to_their_volatilities(String text)
      throws IOException {
    JsonNode answer = solved("--cov", file("cov.txt", text));

    // Volatilities 0.2 and 0.6, so the weights are as 3 to 1.
    assertThat(weight(answer, 0)).isEqualTo(0.75, CLOSE);
    assertThat(weight(answer, 1)).isEqualTo(0.25, CLOSE);
    assertThat(answer.get("certificate").get("maxRelativeError").asDouble()).isLessThan(1e-10);
    assertThat(answer.get("certificate").get("secondAlgorithm").asText()).isNotBlank();
  }

  @Test
  void a_packed_file_is_unpacked() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
      packed.write("0.04,0\n0,0.36\n".getBytes(StandardCharsets.UTF_8));
    }
    Path path = Files.write(folder.resolve("cov.csv.gz"), bytes.toByteArray());

    assertThat(weight(solved("--cov", path.toString()), 0)).isEqualTo(0.75, CLOSE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4,1", "eth=1,btc=4", "eth=20%,btc=80%", "budgets.csv", "budgets.json"})
  void budgets_are_a_list_or_name_their_assets_or_lie_in_a_file(String text) throws IOException {
    String cov = file("cov.csv", "btc,eth\n0.04,0\n0,0.36\n");
    file("budgets.csv", "asset,budget\neth,1\nbtc,4\n");
    file("budgets.json", "{\"btc\": 4, \"eth\": 1}");
    String budgets = text.startsWith("budgets") ? folder.resolve(text).toString() : text;

    JsonNode answer = solved("--cov", cov, "--budgets", budgets);

    // w vol = root of budget: 2 / 0.2 to 1 / 0.6.
    assertThat(weight(answer, 0)).isEqualTo(10 / (10 + 1 / 0.6), CLOSE);
  }

  @Test
  void the_text_has_every_digit_of_the_weights_and_the_whole_certificate() throws IOException {
    String cov = file("cov.csv", "Emerging markets,BTC\n0.04,0.01\n0.01,0.36\n");

    assertThat(evenkeel.execute("solve", "--cov", cov)).isZero();
    assertThat(evenkeel.out)
        .startsWith("risk-parity of 2 assets, volatility 0.")
        .containsPattern("Emerging markets +0\\.75")
        .contains(
            "certificate",
            "solved by",
            "confirmed by",
            "risk contributions",
            "KKT residual",
            "weights' error",
            "condition number",
            "binding");
  }

  @Test
  void neither_a_configuration_nor_a_database_is_opened() throws IOException {
    String cov = file("cov.csv", "0.04,0\n0,0.36\n");

    assertThat(evenkeel.execute("solve", "--cov", cov, "--config", "/nowhere.yml")).isZero();
    assertThat(evenkeel.bot.lastConfig).isNull();
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void a_problem_without_a_solution_is_refused_by_its_names_and_with_its_witness()
      throws IOException {
    String cov = file("cov.csv", "BTC,Short BTC\n0.04,-0.04\n-0.04,0.04\n");

    assertThat(evenkeel.execute("solve", "--cov", cov)).isEqualTo(3);
    assertThat(evenkeel.err).contains("NO_SOLUTION", "0.500000 BTC +0.500000 Short BTC");

    assertThat(evenkeel.execute("solve", "--cov", cov, "--json")).isEqualTo(3);
    assertThat(new ObjectMapper().readTree(evenkeel.out).at("/refusal/reason").asText())
        .isEqualTo("NO_SOLUTION");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "ragged | 0.04,0\\n0 | line 2: 1 numbers, but the first row of numbers has 2",
        "comma | 0.04;0\\n0;0,36 | line 2, column 2: found '0,36'",
        "letters | 0.04,0\\n0,o.36 | line 2, column 2: found 'o.36', which is no number",
        "nan | a,b\\n0.04,NaN\\nNaN,0.36 | line 2, column 2: found 'NaN'",
        "blank | 0.04,\\n0,0.36 | line 1, column 2: the cell is empty",
        "huge | 1e999,0\\n0,1 | line 1, column 1: found '1e999', which is too large",
        "flat | 0.04,0,0\\n0,0.36,0 | line 2: 2 rows of 3 numbers",
        "skew | 0.04,0.01\\n0.02,0.36 | line 2, column 1: the matrix is not symmetric: 0.02 here, but 0.01 in line 1, column 2",
        "negative | 0.04,0\\n0,-0.36 | line 2, column 2: the variance is -0.36",
        "names | a,b,c\\n0.04,0\\n0,0.36 | line 1: 3 names above rows of 2 numbers",
        "twice | a,a\\n0.04,0\\n0,0.36 | line 1, column 2: the name 'a' stands twice",
        "order | ,a,b\\nb,0.04,0\\na,0,0.36 | line 2, column 1: the row is called 'b', but column 1 'a'",
        "quote | `\"a,b\\n0.04,0` | line 1, column 1: the quote is not closed",
        "header | a,b | there is a row of names, but no row of numbers",
        "html | <!DOCTYPE html><html> | the file is HTML or XML",
        "empty | `` | the file is empty",
        "field | {\"cov\": [[1]], \"budget\": [1]} | line 1, column 26: there is no field 'budget'",
        "without | {\"budgets\": [1]} | line 1, column 1: there is no field 'cov'",
        "broken | {\"cov\": [[1] | line 1, column",
        "text | {\"cov\": [[\"a\"]]} | line 1, column 11: found the text 'a'; a number is expected",
        "null | {\"cov\": [[null]]} | line 1, column 11: found null",
        "rows | {\"cov\": [[1, 0]]} | row 1 of the covariance has 2 numbers, but there are 1 rows",
        "budgets | {\"cov\": [[1]], \"budgets\": [1, 2]} | 2 numbers in 'budgets' for 1 assets",
      })
  void a_file_that_is_wrong_is_named_with_line_column_and_reason(
      String name, String text, String complaint) throws IOException {
    String path = file(name, text.replace("\\n", "\n"));

    assertThat(evenkeel.execute("solve", "--cov", path)).as(evenkeel.out).isEqualTo(2);
    assertThat(evenkeel.err).startsWith(path).contains(complaint);
    assertThat(evenkeel.err.lines().count()).isEqualTo(1);
  }

  @Test
  void a_folder_a_missing_file_and_a_binary_file_are_told_apart() throws IOException {
    assertThat(evenkeel.execute("solve", "--cov", folder.toString())).isEqualTo(2);
    assertThat(evenkeel.err).contains("this is a folder");

    assertThat(evenkeel.execute("solve", "--cov", folder + "/nothing.csv")).isEqualTo(2);
    assertThat(evenkeel.err).contains("there is no such file");

    Path binary = Files.write(folder.resolve("b"), new byte[] {1, 10, 0, 2});
    assertThat(evenkeel.execute("solve", "--cov", binary.toString())).isEqualTo(2);
    assertThat(evenkeel.err).contains("line 2: a zero byte");

    Path latin = Files.write(folder.resolve("l"), new byte[] {'a', 10, (byte) 0xe9, 'b'});
    assertThat(evenkeel.execute("solve", "--cov", latin.toString())).isEqualTo(2);
    assertThat(evenkeel.err).contains("line 2: the byte 0xe9 is no UTF-8");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--budgets | 1,2,3 | 3 numbers for 2 assets",
        "--budgets | btc=1 | there is no number for 'eth'",
        "--budgets | btc=1,sol=2 | there is no asset 'sol'; there are [btc, eth]",
        "--budgets | btc=1,btc=2,eth=1 | 'btc' has two numbers",
        "--budgets | btc=x,eth=1 | the number of btc is 'x'",
        "--upper | 0.5,0.5,0.5 | 3 numbers for 2 assets",
        "--sign | 0.5,1 | write + or - for each asset",
        "--definition | other | write richard-roncalli or scaled",
        "--tolerance | 5 | write a number from 1e-14 to 0.01",
      })
  void an_option_that_is_wrong_is_explained(String option, String value, String complaint)
      throws IOException {
    String cov = file("cov.csv", "btc,eth\n0.04,0\n0,0.36\n");

    assertThat(evenkeel.execute("solve", "--cov", cov, option, value)).isEqualTo(2);
    assertThat(evenkeel.err).contains(option, complaint);
  }

  @Test
  void without_a_file_the_command_says_what_it_wants() {
    assertThat(evenkeel.execute("solve")).isEqualTo(2);
    assertThat(evenkeel.err).contains("--cov FILE", "--cases");
  }

  @Test
  void help_is_a_command_too() {
    assertThat(evenkeel.execute("help", "solve")).isZero();
    assertThat(evenkeel.out).contains("Usage: evenkeel solve", "--cov=FILE");
    assertThat(evenkeel.out).asInstanceOf(InstanceOfAssertFactories.STRING).contains("--cases");

    assertThat(evenkeel.execute("help")).isZero();
    assertThat(evenkeel.out).contains("Usage: evenkeel", "solve", "estimate", "plan");
  }
}
