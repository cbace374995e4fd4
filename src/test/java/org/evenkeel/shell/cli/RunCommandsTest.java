package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.evenkeel.shell.config.ModeSettings.MarketSource;
import org.evenkeel.shell.config.ModeSettings.Rehearsal;
import org.junit.jupiter.api.Test;

/** Commands that start something, and how failures become exit codes. */
class RunCommandsTest {

  private final CommandLineRig evenkeel = new CommandLineRig();

  @Test
  void run_without_options_goes_on_without_end() {
    assertThat(evenkeel.execute("run")).as(evenkeel.err).isZero();

    assertThat(evenkeel.bot.lastRun)
        .isEqualTo(new RunOptions(OptionalLong.empty(), Optional.empty()));
    assertThat(evenkeel.bot.lastConfig.web().enabled()).isTrue();
    assertThat(evenkeel.bot.lastConfig.effective().source()).isEqualTo("config/rehearsal.yml");
  }

  @Test
  void options_of_run_win_over_the_file() {
    evenkeel.execute(
        "run",
        "--cycles",
        "20",
        "--for",
        "1h30m",
        "--no-web",
        "--web-port",
        "9000",
        "--speed",
        "1");

    assertThat(evenkeel.bot.lastRun)
        .isEqualTo(new RunOptions(OptionalLong.of(20), Optional.of(Duration.ofMinutes(90))));
    assertThat(evenkeel.bot.lastConfig.web().enabled()).isFalse();
    assertThat(evenkeel.bot.lastConfig.web().port()).isEqualTo(9000);
    assertThat(((Rehearsal) evenkeel.bot.lastConfig.mode()).speed()).isEqualByComparingTo("1");
  }

  @Test
  void a_replay_includes_its_last_day() {
    evenkeel.execute(
        "run", "--market-data", "../data", "--from", "2022-10-01", "--to", "2022-12-31");

    Rehearsal rehearsal = (Rehearsal) evenkeel.bot.lastConfig.mode();
    assertThat(rehearsal.start()).isEqualTo(Instant.parse("2022-10-01T00:00:00Z"));
    assertThat(rehearsal.market())
        .isEqualTo(
            new MarketSource.Files(Path.of("../data"), Instant.parse("2023-01-01T00:00:00Z")));
  }

  @Test
  void the_simulated_venue_takes_a_dialect_and_faults() {
    assertThat(
            evenkeel.execute(
                "venue-sim",
                "--dialect",
                "okx",
                "--fault",
                "POST /api/v5/trade/order lostAck 3",
                "--fault",
                "GET * delayMs=400"))
        .isZero();

    assertThat(evenkeel.bot.calls)
        .containsExactly(
            "venue-sim VenueSimOptions[fromNow=false, dialect=okx, faults=[POST"
                + " /api/v5/trade/order lostAck 3, GET * delayMs=400]]");
  }

  @Test
  void the_simulated_venue_takes_its_options() {
    assertThat(
            evenkeel.execute("venue-sim", "--port", "9443", "--directory", "var/v", "--seed", "7"))
        .isZero();

    Rehearsal rehearsal = (Rehearsal) evenkeel.bot.lastConfig.mode();
    assertThat(rehearsal.venuePort()).isEqualTo(9443);
    assertThat(rehearsal.venueDirectory()).isEqualTo(Path.of("var/v"));
    assertThat(rehearsal.seed()).isEqualTo(7);
  }

  @Test
  void the_simulated_venue_needs_a_rehearsal() {
    assertThat(evenkeel.execute("venue-sim", "--config", "config/paper.yml")).isEqualTo(2);
    assertThat(evenkeel.err)
        .isEqualTo("config/paper.yml is not a rehearsal; write --config config/rehearsal.yml\n");
  }

  @Test
  void a_wrong_option_is_a_usage_error_without_a_stack_trace() {
    assertThat(evenkeel.execute("run", "--web-port", "99999")).isEqualTo(2);
    assertThat(evenkeel.err)
        .isEqualTo("--web-port: web.port: found 99999; write a whole number from 0 to 65535\n");

    assertThat(evenkeel.execute("run", "--cycles", "0")).isEqualTo(2);
    assertThat(evenkeel.err).isEqualTo("found --cycles 0; write 1 or more\n");

    assertThat(evenkeel.execute("run", "--for", "soon")).isEqualTo(2);
    assertThat(evenkeel.err)
        .isEqualTo("found 'soon'; write a duration such as 90s, 45m, 12h, 2d or 1d12h\n");
  }

  @Test
  void an_unknown_command_names_the_nearest_one() {
    assertThat(evenkeel.execute("statuss")).isEqualTo(2);
    assertThat(evenkeel.err)
        .startsWith("Unmatched argument at index 0: 'statuss'\nDid you mean: evenkeel status");
  }

  @Test
  void help_lists_every_command_and_every_exit_code() {
    assertThat(evenkeel.execute("--help")).isZero();
    assertThat(evenkeel.out)
        .contains(
            "run",
            "status",
            "weights",
            "positions",
            "orders",
            "cycle",
            "plan",
            "run-now",
            "pause",
            "reduce-only",
            "halt",
            "resume",
            "override",
            "config",
            "venue-sim",
            "version")
        .contains("6   database");
  }

  @Test
  void a_missing_configuration_is_a_usage_error() {
    assertThat(evenkeel.execute("status", "--config", "nowhere.yml")).isEqualTo(2);
    assertThat(evenkeel.err).startsWith("nowhere.yml: no such file;");
  }

  @Test
  void a_database_that_is_down_has_its_own_exit_code() {
    evenkeel.bot.databaseIsDown = true;

    assertThat(evenkeel.execute("status")).isEqualTo(6);
    assertThat(evenkeel.err).isEqualTo("the database does not answer: connection refused\n");
  }

  @Test
  void a_failure_of_the_program_around_keeps_its_exit_code() {
    evenkeel.bot.runFailure = new CommandFailed(ExitCode.VENUE, "the port 9443 is in use");

    assertThat(evenkeel.execute("run")).isEqualTo(5);
    assertThat(evenkeel.err).isEqualTo("the port 9443 is in use\n");
  }

  @Test
  void a_bug_shows_where_it_is() {
    evenkeel.bot.runFailure = new IllegalStateException("impossible");

    assertThat(evenkeel.execute("run")).isEqualTo(1);
    assertThat(evenkeel.err)
        .startsWith("This is a fault of the program; please report it with the lines below.\n")
        .contains("IllegalStateException: impossible", "RunCommandsTest");
  }

  @Test
  void a_valid_configuration_is_summed_up_in_a_line() {
    assertThat(evenkeel.execute("config", "validate", "--config", "config/live.example.yml"))
        .isZero();
    assertThat(evenkeel.out)
        .matches("config/live.example.yml: valid; mode live, 4 sleeves, hash [0-9a-f]{64}\n");
  }

  @Test
  void the_effective_configuration_shows_references_and_not_secrets() {
    evenkeel.execute("config", "show", "--config", "config/live.example.yml");

    assertThat(evenkeel.out)
        .startsWith("# config/live.example.yml, hash ")
        .contains("  api_key:\n    env: EVENKEEL_API_KEY\n")
        .contains("  max_cycle_turnover_ratio: 2\n", "  no_trade_band_fraction: 0.02\n");
  }

  @Test
  void the_keys_are_printed_for_readers() {
    evenkeel.execute("config", "keys");
    assertThat(evenkeel.out)
        .contains(
            """
            limits.max_orders_per_cycle [orders]
              200; a whole number from 1 to 10000
              Most orders for one decision.
            """);

    evenkeel.execute("config", "keys", "--markdown");
    assertThat(evenkeel.out).startsWith("| Key | Value | Default | Unit |");
  }
}
