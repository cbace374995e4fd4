package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.Test;

/** What the daemon is sent to do: the preview, and what reaches the records. */
class ErrandCommandTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void canceling_everything_is_previewed_and_recorded_for_the_daemon() {
    evenkeel.bot.status = StatusSample.like(evenkeel.bot.status).orders(2, 0).running().make();

    assertThat(evenkeel.execute("cancel-all", "--reason", "storm")).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .isEqualTo(
            """
            working orders: 2 of ours known as open -> none at any venue, ours or not (the trading state stays ACTIVE; done within seconds, or after the decision under way)
            recorded as errand 5
            """);
    assertThat(evenkeel.bot.calls).containsExactly("cancel-all by ann: storm", "close");
  }

  @Test
  void a_comparison_is_recorded_for_a_daemon_that_is_down() {
    assertThat(evenkeel.execute("reconcile", "--reason", "after the outage")).isZero();
    assertThat(evenkeel.out).contains("; the daemon is down and will do it at its start)");
    assertThat(evenkeel.bot.calls).containsExactly("reconcile by ann: after the outage", "close");
  }

  @Test
  void the_answer_for_programs_names_the_errand() {
    assertThat(evenkeel.execute("cancel-all", "--reason", "storm", "--json")).isZero();
    assertThat(evenkeel.out).contains("\"id\" : 5", "\"CANCEL_ALL\"", "\"storm\"");
  }

  @Test
  void without_a_reason_or_a_database_nothing_is_recorded() {
    assertThat(evenkeel.execute("cancel-all")).isEqualTo(2);
    assertThat(evenkeel.execute("reconcile", "--reason", " ")).isEqualTo(2);
    evenkeel.bot.databaseIsDown = true;
    assertThat(evenkeel.execute("cancel-all", "--reason", "storm"))
        .isEqualTo(ExitCode.DATABASE.code());
    assertThat(evenkeel.bot.calls).doesNotContain("cancel-all by ann: storm");
  }
}
