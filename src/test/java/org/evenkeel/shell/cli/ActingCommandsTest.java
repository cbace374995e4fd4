package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Commands that change something: preview, reason, author, and what reaches the records. */
class ActingCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  private void tradingStateIs(String state) {
    evenkeel.bot.status =
        StatusSample.like(evenkeel.bot.status).trading(state, "").running().make();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          pause       | PAUSED      | no new decisions; what is open is looked after
          reduce-only | REDUCE_ONLY | only orders that bring a position toward zero
          halt        | HALTED      | no orders at all; working orders are canceled
          resume      | ACTIVE      | everything within limits
          """)
  void a_trading_state_is_previewed_and_recorded(String command, String state, String meaning) {
    tradingStateIs("PAUSED");

    assertThat(evenkeel.execute(command, "--reason", "look closer")).isZero();
    assertThat(evenkeel.out)
        .isEqualTo("trading state: PAUSED -> " + state + " (" + meaning + ")\nrecorded for ann\n");
    assertThat(evenkeel.bot.calls).containsExactly(state + " by ann: look closer", "close");
  }

  @Test
  void an_instruction_to_a_bot_that_is_down_says_so() {
    evenkeel.execute("pause", "--reason", "x");

    assertThat(evenkeel.out).contains("; the daemon is down and will obey)");
  }

  @Test
  void the_next_appointment_is_skipped_by_its_name_and_once() {
    String[] words = {"skip-next", "--reason", "holidays"};
    assertThat(evenkeel.execute(words)).isZero();
    assertThat(evenkeel.out).startsWith("appointment of 2026-01-21 07:00Z: due -> skipped (");
    assertThat(evenkeel.bot.calls)
        .containsExactly("skip 2026-01-21T07:00:00Z by ann: holidays", "close");

    assertThat(evenkeel.execute(words)).isEqualTo(3);
    assertThat(evenkeel.err).isEqualTo("refused: 2026-01-21 07:00Z is skipped already\n");
  }

  @Test
  void a_difference_of_executions_is_answered_for_by_its_number() {
    assertThat(evenkeel.execute("watch", "accept", "7", "--reason", "mail of the venue")).isZero();
    assertThat(evenkeel.bot.calls)
        .containsExactly("accept difference 7 by ann: mail of the venue", "close");
    assertThat(evenkeel.execute("watch", "accept", "8", "--reason", "x")).isEqualTo(3);
    assertThat(evenkeel.err).isEqualTo("refused: no difference #8 stands\n");
  }

  @Test
  void the_next_appointments_are_listed_with_what_is_known_of_them() {
    tradingStateIs("ACTIVE");
    evenkeel.execute("skip-next", "--reason", "holidays");

    assertThat(evenkeel.execute("jobs", "--limit", "2")).isZero();
    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("decision +2026-01-21 07:00Z +skipped by ann: holidays"))
        .anyMatch(line -> line.matches("decision +2026-01-21 08:00Z *"))
        .anyMatch(line -> line.matches("reconcile +every [0-9]+ s *"));

    tradingStateIs("HALTED");
    evenkeel.execute("jobs");
    assertThat(evenkeel.out.lines())
        .anyMatch(line -> line.matches("decision +2026-01-21 09:00Z +passes: HALTED.*"));
  }

  @Test
  void the_next_appointment_is_moved_within_its_neighbours_and_listed_where_it_is() {
    tradingStateIs("ACTIVE");
    String[] words = {"reschedule", "--next", "2026-01-21T07:20Z", "--reason", "fixing"};
    assertThat(evenkeel.execute(words)).as(evenkeel.err).isZero();
    assertThat(evenkeel.out)
        .startsWith("appointment of 2026-01-21 07:00Z: due -> moved to 2026-01-21 07:20Z (");
    assertThat(evenkeel.bot.calls)
        .containsExactly(
            "move 2026-01-21T07:00:00Z to 2026-01-21T07:20:00Z by ann: fixing", "close");
    evenkeel.execute("jobs", "--limit", "2");
    assertThat(evenkeel.out.lines())
        .anyMatch(
            line -> line.matches("decision +2026-01-21 07:20Z +moved from 2026-01-21 07:00Z"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2026-01-21T07:40Z | less than 30 minutes (schedule.min_distance_minutes) before the appointment of 2026-01-21 08:00Z
          2026-01-21T12:00Z | less than 30 minutes (schedule.min_distance_minutes) before
          2026-01-21T07:00Z | the next appointment is at 2026-01-21 07:00Z already
          2026-01-01T07:00Z | is over
          """)
  void an_appointment_is_not_moved_near_another_one(String to, String message) {
    assertThat(evenkeel.execute("reschedule", "--next", to, "--reason", "x")).isEqualTo(3);
    assertThat(evenkeel.err).contains(message);
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }

  @Test
  void a_skipped_appointment_is_not_moved() {
    evenkeel.execute("skip-next", "--reason", "holidays");
    assertThat(evenkeel.execute("reschedule", "--next", "2026-01-21T07:20Z", "--reason", "x"))
        .isEqualTo(3);
    assertThat(evenkeel.err).contains("is skipped already by ann: holidays");
  }

  @Test
  void a_decision_about_one_sleeve_can_be_asked_for() {
    tradingStateIs("ACTIVE");
    assertThat(evenkeel.execute("rebalance", "--only", "btc", "--reason", "late fill"))
        .as(evenkeel.err)
        .isZero();
    assertThat(evenkeel.out)
        .startsWith("rebalance of btc: none -> waiting (")
        .contains("are left as they are; taken within seconds", "recorded as request 9");
    assertThat(evenkeel.bot.calls).containsExactly("rebalance [btc] by ann: late fill", "close");
    assertThat(evenkeel.execute("rebalance", "--only", "btx", "--reason", "x")).isEqualTo(2);
    assertThat(evenkeel.err).contains("there is no sleeve 'btx', did you mean 'btc'?");
    tradingStateIs("PAUSED");
    assertThat(evenkeel.execute("rebalance", "--only", "btc", "--reason", "x")).isEqualTo(3);
  }

  @Test
  void a_flatten_without_yes_shows_what_it_would_close_and_changes_nothing() {
    assertThat(evenkeel.execute("flatten", "--reason", "fire")).isEqualTo(4);
    assertThat(evenkeel.out)
        .isEqualTo("  would close -0.5 of BTC-USDT-PERP@binance at about 50000\n");
    assertThat(evenkeel.err).isEqualTo("nothing was changed; add --yes to carry it out\n");
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void a_flatten_is_recorded_for_the_daemon() {
    assertThat(evenkeel.execute("flatten", "--reason", "fire", "--yes")).isZero();
    assertThat(evenkeel.bot.calls).containsExactly("FLATTENING by ann: fire", "close");
    assertThat(evenkeel.out).contains("the daemon is down and will obey at its start");
  }

  @Test
  void an_offline_flatten_does_not_open_the_database() {
    assertThat(evenkeel.execute("flatten", "--offline", "--reason", "fire", "--yes")).isZero();
    assertThat(evenkeel.bot.calls)
        .containsExactly("flatten offline FlattenOptions[author=ann, reason=fire, forced=false]");
    assertThat(evenkeel.out).isEqualTo("3 orders; flat\njournal: var/offline\n");
  }

  @Test
  void an_instruction_without_a_reason_is_refused() {
    assertThat(evenkeel.execute("halt")).isEqualTo(2);
    assertThat(evenkeel.err)
        .isEqualTo("Missing required option: '--reason=TEXT'\nTry 'evenkeel halt --help'.\n");

    assertThat(evenkeel.execute("halt", "--reason", " ")).isEqualTo(2);
    assertThat(evenkeel.err).isEqualTo("found an empty --reason; write why\n");
    assertThat(evenkeel.bot.calls).isEmpty();
  }

  @Test
  void a_cap_runs_on_the_bots_clock() {
    String[] words = {"override", "set", "btc", "--cap", "10%", "--expires", "2d"};
    assertThat(evenkeel.execute(with(words, "--reason", "too hot"))).as(evenkeel.err).isZero();

    assertThat(evenkeel.out)
        .isEqualTo(
            """
              effect not known: no venue in this test
            override of btc: 29.9 % of NAV held -> at most 10.0 % of NAV until 2026-01-23 06:00Z (from the next decision on)
            recorded as override 1 for ann
            """);
    assertThat(evenkeel.bot.overrides)
        .singleElement()
        .hasToString(
            "OperatorOverride[id=1, scope=btc, kind=CAP, value=0.1, author=ann, reason=too hot, "
                + "createdAt=2026-01-21T06:00:00Z, expiresAt=2026-01-23T06:00:00Z]");
  }

  @Test
  void a_second_override_shows_the_first() {
    evenkeel.execute("override", "set", "btc", "--exclude", "--expires", "1d", "--reason", "a");
    evenkeel.execute(
        "override",
        "set",
        "btc",
        "--multiplier",
        "0.5",
        "--expires",
        "2026-02-01",
        "--reason",
        "b");

    assertThat(evenkeel.out)
        .startsWith(
            "  effect not known: no venue in this test\noverride of btc: 29.9 % of NAV held, excluded -> "
                + "times 0.5 until 2026-02-01 00:00Z (from the next decision on)\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          btcc --cap 0.1 --expires 2d       | there is no sleeve 'btcc', did you mean 'btc'?; write one of ada, bnb, btc, doge, eth, link, sol, xrp
          btc --multiplier 1.5 --expires 2d | found --multiplier 1.5; write a number from 0 to 1, such as 0.25 or 25%
          btc --cap -1 --expires 2d         | found --cap -1; write a number from 0 to 20, such as 0.25 or 25%
          btc --cap 0.1 --expires 2w        | found '2w'; write a duration such as 2d, a date or an instant such as 2026-02-01T06:00:00Z
          btc --cap 0.1 --expires 0h        | found '0h'; write a duration above zero
          btc --cap 0.1 --expires 2026-01-01 | found --expires 2026-01-01, which is past; the bot's clock says 2026-01-21T06:00:00Z
          """)
  void a_wrong_override_says_what_to_write(String words, String message) {
    String[] all = with(("override set " + words).split(" ", -1), "--reason", "x");

    assertThat(evenkeel.execute(all)).isEqualTo(2);
    assertThat(evenkeel.err).isEqualTo(message + "\n");
    assertThat(evenkeel.bot.overrides).isEmpty();
  }

  @Test
  void an_override_has_exactly_one_effect_and_an_end() {
    assertThat(evenkeel.execute("override", "set", "btc", "--expires", "2d", "--reason", "x"))
        .isEqualTo(2);
    assertThat(
            evenkeel.execute(
                with(
                    "override set btc --cap 0.1 --exclude --expires 2d".split(" ", -1),
                    "--reason",
                    "x")))
        .isEqualTo(2);
    assertThat(evenkeel.execute("override", "set", "btc", "--exclude", "--reason", "x"))
        .isEqualTo(2);
    assertThat(evenkeel.err).startsWith("Missing required option: '--expires=TIME'\n");
  }

  @Test
  void an_override_is_ended_once() {
    evenkeel.execute("override", "set", "btc", "--exclude", "--expires", "1d", "--reason", "a");

    assertThat(evenkeel.execute("override", "expire", "1", "--reason", "calm")).isZero();
    assertThat(evenkeel.out)
        .isEqualTo(
            """
              effect not known: no venue in this test
            override 1 of btc: excluded -> ended (from the next decision on)
            recorded for ann
            """);
    assertThat(evenkeel.bot.calls).contains("expire 1 by ann at 2026-01-21T06:00:00Z: calm");

    assertThat(evenkeel.execute("override", "expire", "1", "--reason", "calm")).isEqualTo(3);
    assertThat(evenkeel.err)
        .isEqualTo("refused: no override 1 is in force; look at 'evenkeel override list'\n");
  }

  @Test
  void a_decision_can_be_asked_for() {
    tradingStateIs("ACTIVE");

    assertThat(evenkeel.execute("run-now", "--reason", "new coin")).isZero();
    assertThat(evenkeel.out)
        .isEqualTo("run request: none -> waiting (taken within seconds)\nrecorded as request 7\n");
    assertThat(evenkeel.bot.calls).containsExactly("run-now by ann: new coin", "close");
  }

  @Test
  void a_paused_bot_takes_no_request() {
    tradingStateIs("PAUSED");

    assertThat(evenkeel.execute("run-now", "--reason", "x")).isEqualTo(3);
    assertThat(evenkeel.err)
        .isEqualTo(
            "refused: the trading state is PAUSED, which starts no decisions; resume first\n");
    assertThat(evenkeel.bot.calls).containsExactly("close");
  }

  private static String[] with(String[] words, String... more) {
    String[] all = java.util.Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return all;
  }
}
