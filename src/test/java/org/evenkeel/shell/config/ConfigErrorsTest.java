package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.evenkeel.shell.config.read.Setting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each kind of error that a single key can have, with the exact words. */
class ConfigErrorsTest {

  @TempDir Path directory;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  private void assertErrors(String appended, String... messages) {
    assertThat(rig.errors(ConfigRig.REHEARSAL + appended)).containsExactly(messages);
  }

  @Test
  void the_smallest_configuration_has_no_errors() {
    assertErrors("");
    assertThat(rig.errors(ConfigRig.LIVE)).isEmpty();
  }

  @Test
  void an_unknown_key_names_the_nearest_known_one() {
    assertErrors(
        "limits: { max_gross_leverag_ratio: 2 }\n",
        "my.yml:8: limits.max_gross_leverag_ratio: unknown key; "
            + "did you mean max_gross_leverage_ratio?");
  }

  @Test
  void a_key_in_the_wrong_section_names_the_right_one() {
    assertErrors(
        "no_trade_band_fraction: 0.02\n",
        "my.yml:8: no_trade_band_fraction: unknown key; it belongs to plan");
  }

  @Test
  void a_key_like_no_other_lists_what_is_known() {
    assertErrors(
        "web: { qqqqqqqq: 1 }\n", "my.yml:8: web.qqqqqqqq: unknown key; known here: enabled, port");
  }

  @Test
  void a_key_written_twice_is_refused() {
    assertErrors(
        "web:\n  port: 1\n  port: 2\n",
        "my.yml:10: web.port: written twice, first in line 9; keep one of them");
  }

  @Test
  void a_missing_key_points_at_its_section() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("    class: majors\n", "")))
        .containsExactly(
            "my.yml:5: sleeves[0].class: missing; "
                + "write lower-case letters, digits and dashes, such as btc");
  }

  @Test
  void a_text_where_a_number_belongs_is_refused() {
    assertErrors(
        "web: { port: high }\n",
        "my.yml:8: web.port: found 'high'; write a whole number from 0 to 65535");
  }

  @Test
  void a_number_in_quotes_is_not_a_number() {
    assertErrors(
        "web: { port: \"8787\" }\n",
        "my.yml:8: web.port: found '8787'; write a whole number from 0 to 65535 without quotes");
  }

  @Test
  void yaml_numbers_that_people_misread_are_refused() {
    assertErrors(
        "limits: { max_orders_per_cycle: 0200 }\nweb: { port: 1:30 }\n",
        "my.yml:8: limits.max_orders_per_cycle: found 0200; write a whole number from 1 to 10000",
        "my.yml:9: web.port: found 1:30; write a whole number from 0 to 65535");
  }

  @Test
  void a_fraction_where_a_whole_number_belongs_is_refused() {
    assertErrors(
        "estimate: { lookback_bars: 540.5 }\n",
        "my.yml:8: estimate.lookback_bars: found 540.5; write a whole number from 30 to 1500");
  }

  @Test
  void a_number_out_of_range_is_refused_with_the_range() {
    assertErrors(
        "risk: { target_volatility_annual_fraction: 20 }\nplan: { max_margin_use_fraction: 0 }\n",
        "my.yml:8: risk.target_volatility_annual_fraction: found 20; "
            + "write a number from 0.001 to 2",
        "my.yml:9: plan.max_margin_use_fraction: found 0; write a number above 0 up to 1");
  }

  @Test
  void nothing_behind_a_key_is_refused() {
    assertErrors(
        "web: { port: }\n",
        "my.yml:8: web.port: found nothing; write a whole number from 0 to 65535");
  }

  @Test
  void a_word_that_is_not_one_of_the_choices_is_refused() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("mode: rehearsal", "mode: dry-run")))
        .containsExactly("my.yml:1: mode: found 'dry-run'; write one of rehearsal, paper, live");
  }

  @Test
  void yes_and_no_are_not_flags() {
    assertErrors(
        "web: { enabled: yes }\n", "my.yml:8: web.enabled: found yes; write true or false");
  }

  @Test
  void an_instrument_must_look_like_one() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("BTC-USDT-PERP@binance", "BTCUSDT")))
        .containsExactly(
            "my.yml:7: sleeves[0].legs[0].instrument: found 'BTCUSDT'; "
                + "write an instrument, such as BTC-USDT-PERP@binance");
  }

  @Test
  void a_text_that_yaml_takes_for_something_else_needs_quotes() {
    assertErrors(
        "strategy: on\n",
        "my.yml:8: strategy: found on; "
            + "write lower-case letters, digits and dashes, such as btc, in quotes");
  }

  @Test
  void an_instant_must_be_whole() {
    assertErrors(
        "rehearsal: { start: 2026-01-01 }\n",
        "my.yml:8: rehearsal.start: found 2026-01-01; "
            + "write an instant in UTC, such as 2026-01-01T00:00:00Z");
  }

  @Test
  void a_list_where_a_section_belongs_is_refused() {
    assertErrors("web: [ 8787 ]\n", "my.yml:8: web: found a list; write a section with keys");
  }

  @Test
  void no_sleeve_at_all_is_refused() {
    assertThat(rig.errors("mode: rehearsal\nschedule: { period_hours: 24 }\nsleeves: []\n"))
        .containsExactly("my.yml:3: sleeves: found an empty list; write at least 1");
  }

  @Test
  void a_secret_in_the_file_is_refused_and_not_repeated() {
    String text = ConfigRig.LIVE.replace("{ env: KEY }", "vmPUZE6mv9SD5VNHk4HlWFsOr6aKE2zv");
    assertThat(rig.errors(text))
        .containsExactly(
            "my.yml:11: venue.api_key: found a secret in the file itself; "
                + "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the secret there");
  }

  @Test
  void a_value_from_the_command_line_is_checked_under_its_option() {
    assertThat(rig.errors(ConfigRig.REHEARSAL, new Setting("web.port", "99999", "--web-port")))
        .containsExactly("--web-port: web.port: found 99999; write a whole number from 0 to 65535");
  }

  @Test
  void a_text_that_is_not_yaml_is_refused_with_its_line() {
    assertThat(rig.errors("mode: rehearsal\n\tx: 1\n"))
        .containsExactly(
            "my.yml:2: not YAML: found character '\\t(TAB)' that cannot start any token. "
                + "(Do not use \\t(TAB) for indentation); "
                + "write keys as in config/rehearsal.yml");
  }

  @Test
  void an_empty_file_is_refused() {
    assertThat(rig.errors("# nothing\n"))
        .containsExactly("my.yml:1: the file is empty; write keys as in config/rehearsal.yml");
  }

  @Test
  void an_alias_of_a_section_is_refused() {
    assertThat(rig.errors("web: &w { port: 1 }\nplan: *w\n").get(0))
        .startsWith("my.yml:1: not readable: ");
  }

  @Test
  void all_errors_of_a_file_are_told_at_once_from_top_to_bottom() {
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL.replace("period_hours: 24", "period_hour: 24")
                    + "web: { port: -1 }\nplans: {}\n"))
        .containsExactly(
            "my.yml:2: schedule: neither period_hours nor cron is written; "
                + "write period_hours: 24",
            "my.yml:3: schedule.period_hour: unknown key; did you mean period_hours?",
            "my.yml:8: web.port: found -1; write a whole number from 0 to 65535",
            "my.yml:9: plans: unknown key; did you mean plan?");
  }

  @Test
  void a_file_that_is_not_there_is_refused() {
    assertThatThrownBy(() -> ConfigLoader.load(Path.of("nowhere.yml"), List.of()))
        .hasMessage(
            "nowhere.yml: no such file; "
                + "write the path of a configuration, such as --config config/rehearsal.yml");
  }
}
