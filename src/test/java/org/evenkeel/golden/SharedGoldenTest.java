package org.evenkeel.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.parity.RiskParitySolution;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The cases beside the repository, if they are there: {@code ../shared/golden}, or the folder 'golden' below the one
 * that the system property 'evenkeel.shared' names.
 */
class SharedGoldenTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("evenkeel.shared", "../shared"), "golden");

  @TestFactory
  List<DynamicTest> every_long_only_case_is_met_within_its_tolerance() {
    assumeTrue(Files.isDirectory(FOLDER), "skipped: there are no cases in " + FOLDER);
    return GoldenCase.inFolder(FOLDER).stream()
        .filter(golden -> golden.json().path("formulation").asText().equals("long_only"))
        .map(golden -> DynamicTest.dynamicTest(golden.id(), () -> solved(golden)))
        .toList();
  }

  @TestFactory
  List<DynamicTest> every_case_without_an_answer_is_refused_with_its_reason() {
    assumeTrue(Files.isDirectory(FOLDER), "skipped: there are no cases in " + FOLDER);
    return GoldenCase.inFolder(FOLDER).stream()
        .filter(golden -> golden.json().has("expect"))
        .map(golden -> DynamicTest.dynamicTest(golden.id(), () -> refused(golden)))
        .toList();
  }

  private static void solved(GoldenCase golden) {
    RiskParitySolution solution = golden.solve().orThrow();

    double[] weights = GoldenCase.numbers(golden.json().at("/expected/weights"));
    assertThat(GoldenCase.worstError(solution, weights))
        .as("%s", solution.certificate())
        .isLessThan(golden.json().get("recommended_rel_tol").asDouble());
  }

  private static void refused(GoldenCase golden) {
    String expected = golden.json().get("expect").asText();
    RefusalReason reason =
        RefusalReason.valueOf(expected.equals("INVALID_OR_EXPLICIT") ? "INVALID_INPUT" : expected);

    Result<RiskParitySolution> result = golden.solve();

    assertThat(result).isInstanceOf(Result.Refused.class);
    assertThat(((Result.Refused<RiskParitySolution>) result).refusal().reason()).isEqualTo(reason);
  }
}
