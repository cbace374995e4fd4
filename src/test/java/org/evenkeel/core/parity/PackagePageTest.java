package org.evenkeel.core.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.data.Offset;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.junit.jupiter.api.Test;

/** The examples of the package's page: they compile, they do what they say, and the page has no others. */
class PackagePageTest {

  private static final String PACKAGE = "java/org/evenkeel/core/parity/";
  private static final Offset<Double> CLOSE = Offset.offset(1e-12);

  @Test
  void the_examples_do_what_the_page_says() {
    List<SleeveId> sleeves = List.of(SleeveId.of("btc"), SleeveId.of("sol"));
    CovarianceEstimate estimate =
        CovarianceEstimate.given(sleeves, new double[][] {{0.04, 0}, {0, 0.36}});
    RiskBudgets equal = RiskBudgets.of(sleeves, 1, 1).orThrow();
    RiskParitySolution solution =
        RiskParity.solve(estimate, equal, ParitySettings.defaults()).orThrow();
    List<Double> weights = solution.weights(); // 0.75 and 0.25
    assertThat(weights.get(0)).isEqualTo(0.75, CLOSE);
    assertThat(weights.get(1)).isEqualTo(0.25, CLOSE);

    SolverCertificate certificate = solution.certificate();
    double error = certificate.maxRelativeError(); // of a risk contribution, relative to its budget
    double bound = certificate.weightErrorBound(); // no weight is further from the truth than this
    double agreement = certificate.agreementWithSecondAlgorithm();
    assertThat(error).isLessThan(1e-10);
    assertThat(bound).isBetween(0.0, 1e-8);
    assertThat(agreement).isLessThan(1e-8);

    CovarianceEstimate hedge =
        CovarianceEstimate.given(sleeves, new double[][] {{0.04, -0.04}, {-0.04, 0.04}});
    String answer =
        switch (RiskParity.solve(hedge, equal, ParitySettings.defaults())) {
          case Result.Ok<RiskParitySolution> ok -> "weights " + ok.value().weights();
          case Result.Refused<RiskParitySolution> refused -> "no: " + refused.refusal().detail();
        };
    assertThat(answer).startsWith("no: ").contains("0.500000 btc", "0.500000 sol");

    ParityConstraints atMost = ParityConstraints.box(sleeves, 0.0, 0.6);
    RiskParitySolution bounded =
        RiskParity.solve(estimate, equal, atMost, ParitySettings.defaults()).orThrow();
    ActiveConstraint binding = bounded.certificate().active().get(0); // UPPER btc
    ParityConstraints shortSol =
        new ParityConstraints(
            ParityConstraints.Definition.RICHARD_RONCALLI,
            List.of(),
            List.of(),
            List.of(),
            List.of(1, -1));
    RiskParitySolution longShort =
        RiskParity.solve(estimate, equal, shortSol, ParitySettings.defaults()).orThrow();
    assertThat(binding.kind()).isEqualTo(ActiveConstraint.Kind.UPPER);
    assertThat(binding.name()).isEqualTo("btc");
    assertThat(bounded.weights().get(0)).isEqualTo(0.6, CLOSE);
    assertThat(longShort.weights().get(1)).isEqualTo(-0.25, CLOSE);
  }

  @Test
  void every_line_of_the_page_s_examples_stands_above() throws IOException {
    List<String> tested =
        Files.readAllLines(Path.of("src/test/" + PACKAGE + "PackagePageTest.java")).stream()
            .map(String::strip)
            .toList();
    List<String> page = Files.readAllLines(Path.of("src/main/" + PACKAGE + "package-info.java"));
    int inExample = 0;
    boolean example = false;
    for (String line : page) {
      String text = line.strip().replaceFirst("^\\* ?", "").strip();
      if (text.equals("{@snippet :")) {
        example = true;
      } else if (text.equals("}") && example) {
        example = false;
      } else if (example) {
        assertThat(tested).contains(text);
        inExample++;
      }
    }
    assertThat(inExample).isGreaterThan(20);
  }
}
