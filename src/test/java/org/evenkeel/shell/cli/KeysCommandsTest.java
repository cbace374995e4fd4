package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.KeyReport;
import org.evenkeel.cycle.KeyReport.Answer;
import org.junit.jupiter.api.Test;

class KeysCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private static KeyReport report(Answer withdraw) {
    return new KeyReport(
        VenueId.of("binance"),
        "api.binance.com fapi.binance.com",
        Optional.of("354937868"),
        Answer.YES,
        withdraw,
        Answer.NO,
        Answer.YES,
        Optional.of(Instant.parse("2026-03-01T00:00:00Z")),
        Instant.parse("2026-02-01T00:00:00Z"));
  }

  @Test
  void a_fit_key_is_shown_with_the_days_that_are_left_and_ends_with_zero() {
    evenkeel.bot.keys = new KeysAnswer(List.of(report(Answer.NO)), List.of(), List.of());

    assertThat(evenkeel.execute("keys", "check")).isZero();

    assertThat(evenkeel.out)
        .contains("account       354937868", "withdraw      no", "28 days left", "fit for trading");
  }

  @Test
  void a_key_that_may_withdraw_is_refused_with_what_to_do() {
    KeyReport report = report(Answer.YES);
    evenkeel.bot.keys = new KeysAnswer(List.of(report), report.objections(), List.of());

    assertThat(evenkeel.execute("keys", "check")).isEqualTo(3);

    assertThat(evenkeel.out)
        .contains("withdraw      yes", "refused: the key may withdraw; make one without")
        .doesNotContain("fit for trading");
  }

  @Test
  void the_answer_is_json_when_it_is_asked_for() {
    evenkeel.bot.keys = new KeysAnswer(List.of(report(Answer.NOT_REPORTED)), List.of(), List.of());

    assertThat(evenkeel.execute("--json", "keys", "check")).isZero();

    assertThat(evenkeel.out).contains("\"354937868\"", "NOT_REPORTED");
  }
}
