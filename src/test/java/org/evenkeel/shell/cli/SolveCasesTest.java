package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cases with known answers: right ones hold, and whatever is wrong or cannot be judged fails. */
class SolveCasesTest {

  /** Volatilities 0.2 and 0.6 without correlation: 3/4 and 1/4, volatility the root of 2 (0.15)^2. */
  private static final String RIGHT =
      """
      {"id": "right", "formulation": "long_only", "n": 2, "cov": [[0.04, 0], [0, 0.36]],
       "budgets": [1, 1], "recommended_rel_tol": 1e-12,
       "expected": {"weights": [0.75, 0.25], "portfolio_vol": 0.21213203435596426,
                    "lambda_variance_form": 0.045,
                    "risk_contribution_fraction": [0.5, 0.5]}}
      """;

  private static final String HEDGE =
      """
      {"expect": "NO_SOLUTION", "cov": [[0.04, -0.04], [-0.04, 0.04]], "budgets": [1, 1],
       "zero_risk_certificate": [0.5, 0.5]}
      """;

  /**
   * The first weight bound to 0.6. The second says lambda: 0.36 * 0.4 = lambda 0.5 / 0.4, so 0.1152; the first then has
   * the multiplier lambda 0.5 / 0.6 - 0.04 * 0.6 = 0.072.
   */
  private static final String BOUNDED =
      """
      {"formulation": "bounded_rr", "cov": [[0.04, 0], [0, 0.36]], "budgets": [1, 1],
       "upper": [0.6, 1], "recommended_rel_tol": 1e-12,
       "expected": {"weights": [0.6, 0.4], "lambda_variance_form": 0.1152,
                    "multipliers_lower_variance_form": [0, 0],
                    "multipliers_upper_variance_form": [0.072, 0], "active": [["upper", 0]]}}
      """;

  private final CommandLineRig evenkeel = new CommandLineRig();

  @TempDir Path folder;

  private int judge(String text) throws IOException {
    return evenkeel.execute(
        "solve", "--cases", Files.writeString(folder.resolve("one.json"), text).toString());
  }

  @Test
  void a_right_case_holds_and_says_how_exactly() throws IOException {
    assertThat(judge(RIGHT)).isZero();
    assertThat(evenkeel.out)
        .containsPattern("one +ok +long_only +[0-9.]+e[-+][0-9]+ +1.00e-12")
        .contains("closed form + coordinate descent", "1 cases, all hold");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[0.75, 0.25] | [0.750000000001, 0.25] | weight of x1",
        "[0.75, 0.25] | [0.75] | 1 expected weights for 2 assets",
        "0.21213203435596426 | 0.2121320344 | portfolio_vol",
        "0.045 | 0.046 | lambda_variance_form",
        "[0.5, 0.5] | [0.6, 0.4] | risk_contribution_fraction",
        "1e-12 | \"x\" | found the text 'x'",
        "long_only | long_only_es | not supported",
        "[0, 0.36] | [0] | a covariance is square",
        "[0, 0.36] | [0.1, 0.36] | not symmetric",
      })
  void a_wrong_case_fails_and_says_what_is_wrong(String right, String wrong, String complaint)
      throws IOException {
    assertThat(judge(RIGHT.replace(right, wrong))).isEqualTo(7);
    assertThat(evenkeel.out).contains("FAIL", complaint, "1 FAILED");
  }

  @Test
  void multipliers_and_binding_constraints_are_compared() throws IOException {
    assertThat(judge(BOUNDED)).as(evenkeel.out).isZero();

    assertThat(judge(BOUNDED.replace("[0.072, 0]", "[0.0720001, 0]"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("multipliers_upper_variance_form[0] is 0.07");
    assertThat(judge(BOUNDED.replace("\"upper\", 0", "\"lower\", 0"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("binding are [upper 0], expected [lower 0]");
    assertThat(judge(BOUNDED.replace("0.1152", "0.1153"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("lambda_variance_form");
  }

  @Test
  void twentyfive_digits_are_compared_to_more_than_a_double_has() throws IOException {
    String exact =
        RIGHT.replace(
            "\"portfolio_vol\"",
            "\"weights_25digits\": [\"0.75\", \"0.2500000000000000000000001\"], \"portfolio_vol\"");

    assertThat(judge(exact.replace("1e-12", "1e-30"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("weight of");
    assertThat(judge(exact)).isZero();
  }

  @Test
  void a_refusal_needs_its_reason_and_its_witness() throws IOException {
    assertThat(judge(HEDGE)).isZero();
    assertThat(evenkeel.out).contains("ok", "NO_SOLUTION");

    assertThat(judge(HEDGE.replace("[0.5, 0.5]", "[0.6, 0.4]"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("differs from the stated zero_risk_certificate");
    assertThat(judge(HEDGE.replace("NO_SOLUTION", "INFEASIBLE"))).isEqualTo(7);
    assertThat(judge(HEDGE.replace("NO_SOLUTION", "WHATEVER"))).isEqualTo(7);
    assertThat(judge(HEDGE.replace("-0.04", "0.01"))).isEqualTo(7);
    assertThat(evenkeel.out).contains("solved:");
  }

  @Test
  void with_directions_the_witness_is_held_in_them() throws IOException {
    String spread =
        """
        {"expect": "NO_SOLUTION", "cov": [[0.04, 0.06], [0.06, 0.09]], "budgets": [1, 1],
         "sign": [1, -1], "zero_risk_certificate": [0.6, -0.4]}
        """;
    assertThat(judge(spread)).as(evenkeel.out).isZero();
    assertThat(judge(spread.replace("[0.6, -0.4]", "[0.5, -0.5]"))).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, null], [null, 0.09]], \"budgets\": [1, 1]} | 0",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, NaN], [NaN, 0.09]], \"budgets\": [1, 1]} | 0",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, 0]], \"budgets\": [1, 1]} | 0",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, 0], [0, 1]], \"budgets\": [1]} | 0",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, 0], [0, 1]], \"budgets\": [1, -1]} | 0",
        "{\"expect\": \"INVALID_OR_EXPLICIT\", \"cov\": [[0.04, 0], [0, 1]], \"budgets\": [1, 0]} | 0",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, 0], [0, 1]], \"budgets\": [1, 1]} | 7",
        "{\"expect\": \"INVALID_INPUT\", \"cov\": [[0.04, 0], [0, 1]] | 7",
        "[] | 7",
        "{} | 7",
      })
  void malformed_problems_are_what_some_cases_expect_and_broken_files_never_pass(
      String text, int code) throws IOException {
    assertThat(judge(text)).as(evenkeel.out).isEqualTo(code);
  }

  @Test
  void an_empty_folder_and_a_missing_file_fail() throws IOException {
    assertThat(evenkeel.execute("solve", "--cases", folder.toString())).isEqualTo(7);
    assertThat(evenkeel.out).contains("no file that ends in .json");
    assertThat(evenkeel.execute("solve", "--cases", folder + "/none.json")).isEqualTo(7);
    assertThat(evenkeel.out).contains("there is no such file");
  }

  @Test
  void one_failure_among_many_fails_the_run() throws IOException {
    Files.writeString(folder.resolve("a.json"), RIGHT);
    Files.writeString(folder.resolve("b.json"), HEDGE);
    Files.writeString(folder.resolve("notes.txt"), "not a case");
    assertThat(evenkeel.execute("solve", "--cases", folder.toString())).isZero();
    assertThat(evenkeel.out).contains("2 cases, all hold");

    Files.writeString(folder.resolve("c.json"), "{");
    assertThat(evenkeel.execute("solve", "--cases", folder.toString())).isEqualTo(7);
    assertThat(evenkeel.out).contains("3 cases, 1 FAILED");
  }

  @Test
  void every_case_beside_the_repository_holds() {
    Path golden = Path.of(System.getProperty("evenkeel.shared", "../shared"), "golden");
    assumeTrue(Files.isDirectory(golden), "skipped: there are no cases in " + golden);

    assertThat(evenkeel.execute("solve", "--cases", golden.toString())).as(evenkeel.out).isZero();
  }
}
