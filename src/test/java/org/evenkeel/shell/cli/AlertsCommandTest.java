package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.AlertRow;
import org.evenkeel.core.statement.AlertTally;
import org.evenkeel.shell.cli.print.AlertsText;
import org.junit.jupiter.api.Test;

/** Alerts as a person sees and takes them up. */
class AlertsCommandTest {

  private static final Instant NOW = Instant.parse("2026-11-05T12:00:00Z");

  private final CommandLineRig rig = new CommandLineRig();

  private static AlertRow row(long number, boolean isTakenUp) {
    return new AlertRow(
        number,
        "bot",
        "journal",
        "the database is gone",
        NOW.minusSeconds(600),
        Optional.empty(),
        isTakenUp
            ? Optional.of(new AlertRow.Acknowledgment("bob", "on it", NOW))
            : Optional.empty(),
        List.of(
            new AlertRow.Channel(
                "phone", 0, Optional.empty(), Optional.of(NOW), "no answer within 4.0 s"),
            new AlertRow.Channel(
                "boss", 2, Optional.of(NOW.minusSeconds(30)), Optional.empty(), "")));
  }

  @Test
  void the_list_says_since_when_whom_it_reached_and_who_has_taken_it_up() {
    rig.bot.alertRows = List.of(row(12, false), row(11, true));

    assertThat(rig.execute("alerts")).isZero();
    assertThat(rig.out.lines().skip(1).map(line -> line.replaceAll(" {2,}", "|")))
        .containsExactly(
            "12|WAITS|10 min ago|bot|journal|phone never, now no answer within 4.0 s;"
                + " boss 2x, last 30 s ago|-|the database is gone",
            "11|taken up|10 min ago|bot|journal|phone never, now no answer within 4.0 s;"
                + " boss 2x, last 30 s ago|bob: on it|the database is gone");
    assertThat(rig.execute("alerts", "--json")).isZero();
    assertThat(rig.out).contains("\"number\" : 12");
  }

  @Test
  void one_that_waits_is_taken_up_with_a_reason_and_no_other() {
    rig.bot.alertRows = List.of(row(12, false), row(11, true));

    assertThat(rig.execute("alerts", "ack", "12", "--reason", "looking")).isZero();
    assertThat(rig.bot.calls).contains("acknowledge 12 by ann: looking");
    assertThat(rig.out).startsWith("alert 12: waits -> taken up");
    assertThat(rig.execute("alerts", "ack", "11", "--reason", "looking")).isEqualTo(3);
    assertThat(rig.err).contains("there is no alert 11 that waits");
    assertThat(rig.execute("alerts", "ack", "12")).isEqualTo(2);
  }

  @Test
  void a_test_ends_badly_if_one_channel_does_not_take_it_or_if_there_is_none() {
    assertThat(rig.execute("alerts", "test")).isEqualTo(3);
    assertThat(rig.err).contains("write alerts.channels");

    Finding good = Finding.ok("phone", "taken");
    rig.bot.alertTests = List.of(good);
    assertThat(rig.execute("alerts", "test")).isZero();
    rig.bot.alertTests =
        List.of(good, Finding.fail("boss", ExitCode.VERIFICATION_FAILED, "status 404", "mend"));
    assertThat(rig.execute("alerts", "test")).isEqualTo(7);
    assertThat(rig.out).contains("ok    phone").contains("fail  boss");
  }

  @Test
  void status_says_what_waits_and_what_has_reached_nobody() {
    assertThat(AlertsText.tally(new AlertTally(3, 0, 0))).isEqualTo("3 standing, all taken up");
    assertThat(AlertsText.tally(new AlertTally(3, 2, 1)))
        .isEqualTo(
            "3 standing, 2 of them for somebody to take up ('alerts', 'alerts ack N'),"
                + " 1 NOT DELIVERED to anybody");
  }
}
