package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Constraints, other principles, expected returns and random problems from the command line. */
class SolveMoreTest {

  private static final Offset<Double> CLOSE = Offset.offset(1e-10);

  /**
   * c sigma - pi'w with equal budgets; the answer by Newton's method in 60 digits on the doubles nearest to these
   * decimals.
   */
  private static final String WITH_DRIFT =
      """
      {"formulation": "gaussian_es", "budgets": [1, 1, 1], "c": 2.0, "pi": [0.03, 0.02, 0.05],
       "cov": [[0.04, 0.01, 0.002], [0.01, 0.09, 0.012], [0.002, 0.012, 0.16]],
       "recommended_rel_tol": 1e-12,
       "expected": {"weights_25digits": ["0.4708001911986633747297252", "0.2892840076983143263327834",
                                         "0.2399158011030222989374914"],
                    "portfolio_vol": 0.17449561326845828,
                    "risk_contribution_fraction": [0.3333333333333333, 0.3333333333333333, 0.3333333333333333]}}
      """;

  private final CommandLineRig evenkeel = new CommandLineRig();

  @TempDir Path folder;

  private String cov = "";

  @BeforeEach
  void twoAssets() throws IOException {
    cov = file("cov.csv", "btc,sol\n0.04,0\n0,0.36\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private JsonNode solved(String option, String value) throws IOException {
    assertThat(evenkeel.execute("solve", "--cov", cov, option, value, "--json"))
        .as(evenkeel.err)
        .isZero();
    return new ObjectMapper().readTree(evenkeel.out);
  }

  private static double weight(JsonNode answer, int asset) {
    return answer.get("assets").get(asset).get("weight").asDouble();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--upper | 0.6 | 0.6",
        "--upper | btc=60% | 0.6",
        "--upper | 0.6,0.9 | 0.6",
        "--lower | sol=0.4 | 0.6",
        "--lower | 0.1 | 0.75",
      })
  void bounds_that_bind_are_kept(String option, String value, double expected) throws IOException {
    JsonNode answer = solved(option, value);

    assertThat(weight(answer, 0)).isEqualTo(expected, CLOSE);
    assertThat(answer.at("/certificate/active").size()).isEqualTo(expected == 0.75 ? 0 : 1);
  }

  @Test
  void a_row_is_a_bound_on_several_and_is_named_when_it_binds() throws IOException {
    String rows = file("rows.csv", "row,sol,btc,limit\nlittle bitcoin,,1,0.7\n");

    JsonNode answer = solved("--rows", rows);

    assertThat(weight(answer, 0)).isEqualTo(0.7, CLOSE);
    assertThat(answer.at("/certificate/active/0/name").asText()).isEqualTo("little bitcoin");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "row,sol\\na,1 | line 1, column 2: found 'sol'; the first row is",
        "row,eth,limit\\na,1,1 | line 1, column 2: there is no asset 'eth'",
        "row,sol,sol,limit\\na,1,1,1 | line 1, column 3: 'sol' has two columns",
        "row,sol,limit\\na,1 | line 2: 2 cells, but the header has 3",
        "row,sol,limit\\na,x,1 | line 2, column 2: found 'x'",
      })
  void rows_that_are_wrong_are_named_with_their_place(String text, String complaint)
      throws IOException {
    String rows = file("rows.csv", text.replace("\\n", "\n"));

    assertThat(evenkeel.execute("solve", "--cov", cov, "--rows", rows)).isEqualTo(2);
    assertThat(evenkeel.err).startsWith(rows).contains(complaint);
  }

  @Test
  void directions_make_weights_negative_and_their_sizes_add_up_to_one() throws IOException {
    for (String sign : new String[] {"+,-", "1,-1", "sol=-1"}) {
      JsonNode answer = solved("--sign", sign);
      assertThat(weight(answer, 0)).isEqualTo(0.75, CLOSE);
      assertThat(weight(answer, 1)).isEqualTo(-0.25, CLOSE);
    }
  }

  @Test
  void bounds_that_cannot_sum_to_one_are_infeasible() {
    assertThat(evenkeel.execute("solve", "--cov", cov, "--upper", "0.4")).isEqualTo(3);
    assertThat(evenkeel.err).contains("INFEASIBLE");
  }

  @Test
  void weights_have_more_digits_than_a_double_where_the_solver_has_them() throws IOException {
    String three = file("three.csv", "1,0.2,0.1\n0.2,2,0.3\n0.1,0.3,3\n");
    assertThat(evenkeel.execute("solve", "--cov", three, "--json")).isZero();
    JsonNode first =
        new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .readTree(evenkeel.out)
            .at("/assets/0/weight");

    assertThat(new BigDecimal(first.asText()).precision()).isGreaterThan(20);
  }

  /** Inverse variance: 1/0.04 to 1/0.36 is 9 to 1; without correlation that is the minimum variance. */
  @ParameterizedTest
  @CsvSource({
    "inverse-volatility, 0.75",
    "minimum-variance, 0.9",
    "maximum-diversification, 0.75",
    "hrp, 0.9",
    "risk-parity, 0.75",
  })
  void other_principles_can_be_chosen(String method, double expected) throws IOException {
    assertThat(weight(solved("--method", method), 0)).isEqualTo(expected, Offset.offset(1e-7));
  }

  @Test
  void an_unknown_principle_is_answered_with_the_list_and_one_without_bounds_says_so() {
    assertThat(evenkeel.execute("solve", "--cov", cov, "--method", "magic")).isEqualTo(2);
    assertThat(evenkeel.err).contains("'magic'", "minimum-variance", "herc");
    assertThat(evenkeel.execute("solve", "--cov", cov, "--method", "hrp", "--upper", "0.6"))
        .isEqualTo(2);
    assertThat(evenkeel.err).contains("hrp knows no bounds");
  }

  @Test
  void a_comparison_has_a_column_for_each_principle() {
    assertThat(evenkeel.execute("solve", "--cov", cov, "--compare")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .contains("risk-parity", "inverse-volatility", "minimum-variance", "hrp", "herc")
        .containsPattern("btc +0.7500 +0.7500 +0.9000")
        .contains("volatility", "worst risk / budget - 1");
  }

  @Test
  void expected_returns_make_another_risk() throws IOException {
    String path = file("es.json", WITH_DRIFT);
    assertThat(evenkeel.execute("solve", "--cases", path)).as(evenkeel.out).isZero();

    String wrong = file("wrong.json", WITH_DRIFT.replace("0.05]", "0.0500001]"));
    assertThat(evenkeel.execute("solve", "--cases", wrong)).isEqualTo(7);
    assertThat(evenkeel.out).contains("weight of");
  }

  @Test
  void random_problems_are_solved_and_judged() throws IOException {
    assertThat(evenkeel.execute("solve", "--random", "300", "--seed", "7"))
        .as(evenkeel.out)
        .isZero();
    assertThat(evenkeel.out).contains("300 problems of seed 7: every answer is as it should be");
    assertThat(evenkeel.execute("solve", "--random", "20", "--threads", "2", "--json")).isZero();
    assertThat(new ObjectMapper().readTree(evenkeel.out).get("count").asInt()).isEqualTo(20);

    assertThat(evenkeel.execute("solve", "--random", "0")).isEqualTo(2);
  }
}
