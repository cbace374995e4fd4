package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What programs read: the fields they rely on, exact numbers, plain texts. */
class JsonOutputTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private JsonNode json(String... words) throws JsonProcessingException {
    assertThat(evenkeel.execute(words)).as(evenkeel.err).isZero();
    return new ObjectMapper().readTree(evenkeel.out);
  }

  private static List<String> names(JsonNode object) {
    return StreamSupport.stream(
            ((Iterable<String>) object::fieldNames).spliterator(), /* parallel= */ false)
        .toList();
  }

  @Test
  void status_has_what_scripts_look_at() throws JsonProcessingException {
    JsonNode status = json("status", "--json");

    assertThat(names(status))
        .contains(
            "mode",
            "tradingState",
            "daemon",
            "endedCycles",
            "doneCycles",
            "openAttempts",
            "locks",
            "openLocks",
            "nav",
            "navCurrency",
            "lastSeen",
            "lastCycle");
    assertThat(status.get("mode").asText()).isEqualTo("rehearsal");
    assertThat(status.get("endedCycles").asInt()).isEqualTo(20);
    assertThat(status.get("locks").isInt()).isTrue();
    assertThat(status.get("nav").decimalValue()).isEqualByComparingTo("1003211.42");
    assertThat(status.get("lastSeen").asText()).isEqualTo("2026-01-21T06:00:00Z");
    assertThat(status.get("lastCycle").get("status").asText()).isEqualTo("DONE");
  }

  @Test
  void locks_is_their_number_and_what_is_absent_is_null() throws JsonProcessingException {
    evenkeel.bot.status =
        StatusSample.empty().trading("HALTED", "").locks(List.of(Samples.positionLock())).make();
    JsonNode status = json("--json", "status");

    assertThat(status.get("locks").asInt()).isEqualTo(1);
    assertThat(status.get("openLocks").get(0).get("venue").asText()).isEqualTo("0.7");
    assertThat(status.get("nav").isNull()).isTrue();
  }

  @Test
  void weights_have_every_figure_of_every_sleeve() throws JsonProcessingException {
    JsonNode rows = json("weights", "--json").get("weights");

    assertThat(rows).hasSize(2);
    assertThat(names(rows.get(0)))
        .contains(
            "sleeve",
            "riskBudget",
            "targetWeight",
            "targetExposure",
            "currentExposure",
            "drift",
            "targetRiskContribution",
            "realizedRiskContribution");
    assertThat(rows.get(0).get("realizedRiskContribution").decimalValue())
        .isEqualByComparingTo("0.504");
  }

  @Test
  void a_plan_has_plain_numbers_and_names() throws JsonProcessingException {
    JsonNode leg = json("plan", "--json").get("plan").get("legs").get(0);

    assertThat(leg.get("instrument").asText()).isEqualTo("BTC-USDT-PERP@binance");
    assertThat(leg.get("quantity").decimalValue()).isEqualByComparingTo("0.012");
    assertThat(names(leg.get("notional"))).containsExactly("amount", "currency");
  }

  @Test
  void a_decisions_documents_are_json_and_not_text() throws JsonProcessingException {
    JsonNode plan = json("cycle", "show", "last", "--json").get("documents").get("plan");

    assertThat(plan.get("nav").asText()).isEqualTo("1003211.42 USDT");
  }

  @Test
  void an_override_is_answered_with_its_record() throws JsonProcessingException {
    JsonNode added =
        json(
            "override",
            "set",
            "btc",
            "--multiplier",
            "50%",
            "--expires",
            "12h",
            "--reason",
            "x",
            "--json");

    assertThat(added.get("id").asInt()).isEqualTo(1);
    assertThat(added.at("/scope/name").asText()).isEqualTo("btc");
    assertThat(added.at("/scope/level").asText()).isEqualTo("SLEEVE");
    assertThat(added.get("kind").asText()).isEqualTo("MULTIPLIER");
    assertThat(added.get("value").decimalValue()).isEqualByComparingTo("0.5");
    assertThat(added.get("expiresAt").asText()).isEqualTo("2026-01-21T18:00:00Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "positions",
        "orders",
        "orders --open",
        "cycle list",
        "override list",
        "version",
        "config validate",
        "config show",
        "config schema",
        "config schema --venue",
        "pause --reason x",
        "run-now --reason x"
      })
  void every_command_answers_in_json(String words) throws JsonProcessingException {
    JsonNode answer = json((words + " --json").split(" ", -1));

    assertThat(answer.isContainerNode()).isTrue();
  }
}
