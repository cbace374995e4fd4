package org.evenkeel.golden;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenkeel.core.parity.RiskParitySolution;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our own cases: closed forms and 60-digit arithmetic; the file says how each was computed. */
class RiskParityGoldenTest {

  static Stream<GoldenCase> cases() {
    JsonNode file = GoldenCase.parse(Path.of("src/test/resources/golden/risk-parity.json"));
    return StreamSupport.stream(file.get("cases").spliterator(), false)
        .map(json -> new GoldenCase(json.get("id").asText(), json));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void the_weights_are_the_known_ones_to_twelve_digits(GoldenCase golden) {
    RiskParitySolution solution = golden.solve().orThrow();

    double[] weights = GoldenCase.numbers(golden.json().get("weights"));
    assertThat(GoldenCase.worstError(solution, weights)).isLessThan(1e-12);
    assertThat(GoldenCase.worstError(solution, weights))
        .isLessThanOrEqualTo(solution.certificate().weightErrorBound() + 1e-14);
  }
}
