package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The proof of the weights, wherever an operator looks for it, and a decision that was held for lack of one. */
class CertificateDisplayTest {

  private static final String WHOLE =
      """
      {"solution": {"certificate": {"active": [{"kind": "UPPER", "multiplier": 0.0123, "name": "btc"}],
        "agreementWithSecondAlgorithm": 2.5e-12, "algorithm": "ACTIVE_SET", "conditionNumber": 31.16,
        "iterations": 4, "kktResidual": 3.1e-16, "maxRelativeError": 4.4e-16,
        "secondAlgorithm": "INTERIOR_POINT", "weightErrorBound": 3.2e-15}}, "targets": {}}
      """;

  private static final String OLD =
      """
      {"solution": {"certificate": {"algorithm": "TINY_NEWTON", "maxRelativeError": 1e-12}}}
      """;

  private static final String LINES =
      """

      certificate
        solved by           active set in 4 iterations
        confirmed by        interior point, largest relative difference 2.50e-12
        risk contributions  largest relative error 4.40e-16, where no constraint binds
        KKT residual        largest relative error 3.10e-16
        weights' error      at most 3.20e-15, relative, proven
        condition number    31.2
        binding             upper btc (multiplier 0.0123)
      """;

  private final CommandLineRig evenkeel = new CommandLineRig();

  @BeforeEach
  void oneCycle() {
    target(WHOLE);
  }

  private void target(String document) {
    CycleDetail detail = Samples.cycle();
    TreeMap<String, String> documents = new TreeMap<>(detail.documents());
    documents.put("target", document);
    evenkeel.bot.cycles =
        List.of(
            new CycleDetail(
                detail.row(), detail.inputs(), documents, detail.orders(), detail.stageMillis()));
  }

  private void held() {
    CycleRow row = Samples.row();
    CycleRow held =
        new CycleRow(
            "default/2026-01-21T00:00:00Z",
            row.dueAt(),
            row.startedAt(),
            row.endedAt(),
            CycleStatus.HELD,
            "SOLVER_UNCERTIFIED: the two algorithms differ",
            0,
            0,
            row.turnover(),
            row.nav());
    CycleDetail done = evenkeel.bot.cycles.get(0);
    evenkeel.bot.cycles =
        List.of(
            new CycleDetail(held, new TreeMap<>(), new TreeMap<>(), List.of(), new TreeMap<>()),
            done);
  }

  @Test
  void weights_end_with_the_certificate() {
    assertThat(evenkeel.execute("weights")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out).endsWith(LINES);
  }

  @Test
  void weights_in_json_have_it_as_a_field_beside_the_others() throws JsonProcessingException {
    assertThat(evenkeel.execute("weights", "--json")).isZero();
    var answer = new ObjectMapper().readTree(evenkeel.out);

    assertThat(answer.at("/certificate/algorithm").asText()).isEqualTo("ACTIVE_SET");
    assertThat(answer.at("/certificate/active/0/name").asText()).isEqualTo("btc");
    assertThat(answer.at("/weights/0/sleeve").asText()).isEqualTo("btc");
  }

  @Test
  void a_decision_is_shown_with_its_certificate() {
    assertThat(evenkeel.execute("cycle", "show")).isZero();
    assertThat(evenkeel.out).contains(LINES);
  }

  @Test
  void documents_of_older_versions_show_what_they_have() {
    target(OLD);

    assertThat(evenkeel.execute("weights")).isZero();
    assertThat(evenkeel.out)
        .endsWith(
            """

            certificate
              solved by           tiny newton
              risk contributions  largest relative error 1.00e-12
            """);

    target("{}");
    assertThat(evenkeel.execute("weights")).isZero();
    assertThat(evenkeel.out).doesNotContain("certificate");
    assertThat(evenkeel.execute("cycle", "show")).isZero();
    assertThat(evenkeel.out).doesNotContain("certificate\n");
  }

  @Test
  void the_certificate_is_that_of_the_last_decision_that_was_carried_out() {
    held();

    assertThat(evenkeel.execute("weights")).isZero();
    assertThat(evenkeel.out).endsWith(LINES);
  }

  @Test
  void a_held_decision_says_why_and_what_stays() {
    held();
    evenkeel.bot.status = statusWith(evenkeel.bot.cycles.get(0).row());

    assertThat(evenkeel.execute("cycle", "show")).isZero();
    assertThat(evenkeel.out)
        .contains("HELD", "SOLVER_UNCERTIFIED: the two algorithms differ")
        .contains("held    nothing was traded; what was held stays by the last good targets\n");
    assertThat(evenkeel.execute("status")).isZero();
    assertThat(evenkeel.out)
        .contains("HELD (SOLVER_UNCERTIFIED: the two algorithms differ)")
        .contains("held       nothing was traded; the targets of 2026-01-20 00:00Z stay\n");

    evenkeel.bot.statement = Optional.empty();
    assertThat(evenkeel.execute("status")).isZero();
    assertThat(evenkeel.out).contains("there are no targets yet");
  }

  private static Status statusWith(CycleRow last) {
    return StatusSample.like(Samples.status()).lastCycle(last).make();
  }
}
