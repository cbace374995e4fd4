package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test for each rule that needs more than one key, with the exact words. */
class CrossChecksTest {

  @TempDir Path directory;
  private ConfigRig rig;

  @BeforeEach
  void rig() {
    rig = new ConfigRig(directory);
  }

  private void assertErrors(String appended, String... messages) {
    assertThat(rig.errors(ConfigRig.REHEARSAL + appended)).containsExactly(messages);
  }

  private void assertReplaced(String base, String from, String to, String... messages) {
    assertThat(base).contains(from);
    assertThat(rig.errors(base.replace(from, to))).containsExactly(messages);
  }

  @Test
  void a_schedule_has_a_period_or_a_cron_expression() {
    assertReplaced(
        ConfigRig.REHEARSAL,
        "period_hours: 24",
        "period_hours: 24\n  cron: '0 0 0 * * ?'",
        "my.yml:4: schedule.cron: found beside period_hours; keep exactly one of the two");
  }

  @Test
  void a_decision_may_not_be_later_than_the_next_one() {
    assertReplaced(
        ConfigRig.REHEARSAL,
        "period_hours: 24",
        "period_hours: 0.5",
        "my.yml:2: schedule.grace_minutes: found 60; write at most 30, which is the period");
  }

  @Test
  void a_lease_outlives_two_lost_heartbeats() {
    assertReplaced(
        ConfigRig.REHEARSAL,
        "period_hours: 24",
        "period_hours: 24\n  lease_seconds: 10",
        "my.yml:4: schedule.lease_seconds: found 10 with a heartbeat every 5 s; "
            + "write at least 15, so that two lost heartbeats are survived");
  }

  @Test
  void a_bar_divides_the_day_as_the_venue_does() {
    assertErrors(
        "estimate: { bar_hours: 5 }\n",
        "my.yml:8: estimate.bar_hours: found 5; write 1, 2, 4, 6, 8, 12 or 24");
  }

  @Test
  void the_lookback_holds_two_half_lives() {
    assertErrors(
        "estimate: { lookback_bars: 200 }\n",
        "my.yml:8: estimate.correlation_half_life_bars: found 180; "
            + "write at most 100, which is half of estimate.lookback_bars");
  }

  @Test
  void pairs_cannot_overlap_longer_than_the_lookback() {
    assertErrors(
        "estimate: { missing_rule: pairwise, min_overlap_bars: 600 }\n",
        "my.yml:8: estimate.min_overlap_bars: found 600; "
            + "write at most 540, which is estimate.lookback_bars");
    assertErrors("estimate: { min_overlap_bars: 600 }\n");
  }

  @Test
  void a_sleeve_of_several_legs_has_no_range() {
    String carry =
        ConfigRig.REHEARSAL
            + "  - name: carry\n"
            + "    class: majors\n"
            + "    legs:\n"
            + "      - { instrument: ETH-USDT-PERP@binance, ratio: -1 }\n"
            + "      - { instrument: ETH-USDT-SPOT@binance, ratio: 1 }\n"
            + "estimate: { volatility_model: yang_zhang }\n";
    assertThat(rig.errors(carry))
        .containsExactly(
            "my.yml:13: estimate.volatility_model: found yang_zhang with a sleeve of 2 legs, "
                + "which has no range; write ewma");
    assertErrors("estimate: { volatility_model: yang_zhang }\n");
  }

  @Test
  void the_targets_stay_below_the_limits() {
    assertErrors(
        """
        limits:
          max_gross_leverage_ratio: 1.5
          max_instrument_exposure_ratio: 0.9
          price_collar_fraction: 0.001
        """,
        "my.yml:1: risk.max_gross_leverage_ratio: found 2; "
            + "write at most 1.5, which is limits.max_gross_leverage_ratio",
        "my.yml:1: risk.max_sleeve_exposure_ratio: found 1; "
            + "write at most 0.9, which is limits.max_instrument_exposure_ratio",
        "my.yml:1: execution.collar_fraction: found 0.002; "
            + "write at most 0.001, which is limits.price_collar_fraction");
  }

  @Test
  void tail_measures_and_factor_budgets_are_ways_of_risk_parity() {
    assertErrors(
        "risk: { method: hrp, measure: drawdown }\n",
        "my.yml:8: risk.measure: found beside another method; "
            + "remove it, or write method: risk-parity");
    assertErrors(
        "risk: { measure: drawdown, factor_budgets: { pc1: 1 } }\n",
        "my.yml:8: risk.factor_budgets: found beside another method or measure; "
            + "remove it, or write method: risk-parity and measure: volatility");
  }

  @Test
  void a_cycle_waits_until_absence_can_be_proved() {
    assertErrors(
        "execution: { resolve_timeout_seconds: 10 }\n",
        "my.yml:8: execution.resolve_timeout_seconds: found 10; write at least 21, "
            + "the time after which the venue's capabilities allow the proof of absence");
  }

  @Test
  void sleeves_and_instruments_are_named_once() {
    String again = ConfigRig.REHEARSAL.substring(ConfigRig.REHEARSAL.indexOf("  - name"));
    assertErrors(
        again,
        "my.yml:8: sleeves[1].name: found btc again, first at my.yml:5; "
            + "two sleeves need two names",
        "my.yml:10: sleeves[1].legs[0].instrument: found BTC-USDT-PERP@binance again, "
            + "first at my.yml:7; an instrument belongs to one sleeve; give it one leg there");
  }

  @Test
  void a_leg_is_quoted_in_the_nav_currency_at_the_venue() {
    assertReplaced(
        ConfigRig.REHEARSAL,
        "BTC-USDT-PERP@binance",
        "BTC-USDC-PERP@okx",
        "my.yml:7: sleeves[0].legs[0].instrument: found BTC-USDC-PERP@okx, "
            + "which is quoted in USDC; write an instrument quoted in the NAV currency USDT, "
            + "or say under 'rates' what prices USDC",
        "my.yml:7: sleeves[0].legs[0].instrument: found the venue okx; "
            + "write @binance, or name its file in venue.further_capabilities");
  }

  @Test
  void a_rate_names_one_source_that_prices_its_currency_in_nav_currency() {
    for (String[] wrong :
        new String[][] {
          {"{ currency: USD }", "neither market nor cross"},
          {
            "{ currency: USD, market: USDT-USD-SPOT@binance,"
                + " cross: [ BTC-USDT-PERP@binance, BTC-USD-PERP@binance ] }",
            "market and cross"
          },
          {"{ currency: USD, market: USDC-USDT-SPOT@binance }", "between USDT and USD"},
          {"{ currency: USD, market: USDT-USD-SPOT@kraken }", "found the venue kraken"},
          {
            "{ currency: USD, cross: [ BTC-USDT-PERP@binance, ETH-USD-PERP@binance ] }",
            "two instruments of one asset"
          },
          {
            "{ currency: USD, cross: [ BTC-USD-PERP@binance, BTC-USDT-PERP@binance ] }",
            "the first quoted in USDT"
          }
        }) {
      assertThat(
              String.join("\n", rig.errors(ConfigRig.REHEARSAL + "rates: [ " + wrong[0] + " ]\n")))
          .contains("rates[0]", wrong[1]);
    }
    assertThat(
            rig.errors(
                ConfigRig.REHEARSAL
                    + "rates: [ { currency: USD, market: USDT-USD-SPOT@binance } ]\n"))
        .isEmpty();
  }

  @Test
  void a_leg_without_weight_is_refused() {
    assertReplaced(
        ConfigRig.REHEARSAL,
        "PERP@binance }",
        "PERP@binance, ratio: 0 }",
        "my.yml:7: sleeves[0].legs[0].ratio: found 0; leave the leg out");
  }

  @Test
  void a_floor_for_a_class_that_nobody_has_is_a_mistyped_class() {
    assertErrors(
        "estimate: { volatility_floor_annual_fraction: { major: 0.1 } }\n",
        "my.yml:8: estimate.volatility_floor_annual_fraction: "
            + "found a floor for the class 'major', which no sleeve has; "
            + "write default or one of majors");
  }

  @Test
  void stablecoins_are_spot_markets_and_share_one_wallet() {
    assertErrors(
        """
        stablecoins:
          - { instrument: USDC-USDT-SPOT@binance, share_of_spot_wallet_fraction: 0.6 }
          - { instrument: DAI-USDT-PERP@binance, share_of_spot_wallet_fraction: 0.5 }
        """,
        "my.yml:8: stablecoins: the shares at binance add up to 1.1; write shares that add up to at most 1",
        "my.yml:10: stablecoins[1].instrument: found DAI-USDT-PERP@binance, "
            + "which is not a spot market; write the -SPOT market on which the coin is bought");
  }

  @Test
  void paper_knows_no_key() {
    assertReplaced(
        ConfigRig.LIVE.substring(0, ConfigRig.LIVE.indexOf("database:")),
        "mode: live",
        "mode: paper",
        "my.yml:11: venue.api_key: not allowed in mode paper; remove it; it belongs to mode live",
        "my.yml:12: venue.api_secret: not allowed in mode paper; "
            + "remove it; it belongs to mode live");
  }

  @Test
  void a_section_of_another_mode_is_refused() {
    assertErrors(
        "paper: { opening_spot: { USDT: 1 } }\n",
        "my.yml:8: paper: not allowed in mode rehearsal; remove it; it belongs to mode paper");
  }

  @Test
  void a_rehearsal_never_knows_a_real_address() {
    assertErrors(
        "venue: { spot_url: 'https://api.binance.com' }\n",
        "my.yml:8: venue.spot_url: not allowed in mode rehearsal; "
            + "remove it; the simulated venue has its own address (see rehearsal.external_url)");
  }

  @Test
  void live_needs_addresses_keys_and_a_database() {
    assertThat(rig.errors(ConfigRig.REHEARSAL.replace("mode: rehearsal", "mode: live")))
        .containsExactly(
            "my.yml:1: venue.spot_url: missing in mode live; "
                + "write the base URL of the venue's endpoints",
            "my.yml:1: venue.futures_url: missing in mode live; "
                + "write the base URL of the venue's endpoints",
            "my.yml:1: venue.api_key: missing in mode live; "
                + "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the secret there",
            "my.yml:1: venue.api_secret: missing in mode live; "
                + "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the secret there",
            "my.yml:1: authority.identities: missing in mode live; write the path of a file "
                + "with at least two persons ('identity create' makes one)",
            "my.yml:1: authority.hard_limits: missing in mode live; "
                + "write the path of the hard limits, signed by two persons ('limits sign')",
            "my.yml:1: database.jdbc_url: missing in mode live; write the JDBC URL of a "
                + "PostgreSQL server that is backed up, or embedded_in_live: true",
            "my.yml:1: watch.keys: no key of the watcher at binance; "
                + "write one for each venue, and another one than the engine's");
  }

  @Test
  void the_passphrase_belongs_to_okx_and_is_needed_there() {
    rig.write("venues/okx.yml", ConfigRig.read(Path.of("config/venues/okx.yml")));
    String okx =
        ConfigRig.LIVE
            .replace("@binance", "@okx")
            .replace("{ venue: binance,", "{ venue: okx, passphrase: { env: WORDS },")
            .replace("venue:\n", "venue:\n  capabilities: venues/okx.yml\n");
    String written = "venue:\n  passphrase: { env: PHRASE }\n";

    assertThat(rig.errors(okx))
        .containsExactly(
            "my.yml:8: venue.passphrase: missing with the venue okx; "
                + "write {env: NAME_OF_A_VARIABLE} or {file: path} and keep the passphrase there");
    assertThat(rig.errors(okx.replace("venue:\n", written))).isEmpty();
    assertThat(rig.load(okx.replace("venue:\n", written)).mode())
        .isInstanceOfSatisfying(
            ModeSettings.Live.class, live -> assertThat(live.passphrase()).isPresent());
    assertThat(rig.errors(ConfigRig.LIVE.replace("venue:\n", written)))
        .containsExactly("my.yml:9: venue.passphrase: found without the venue okx; remove it");
  }

  @Test
  void what_a_venue_does_not_report_of_a_key_is_taken_for_checked_only_if_it_is_written() {
    assertThat(rig.load(ConfigRig.LIVE).venue().unreportedRightsChecked()).isFalse();
    assertThat(
            rig.load(
                    ConfigRig.LIVE.replace(
                        "venue:\n", "venue:\n  unreported_rights_checked: true\n"))
                .venue()
                .unreportedRightsChecked())
        .isTrue();
  }

  @Test
  void live_takes_the_embedded_database_only_if_told_so() {
    assertReplaced(
        ConfigRig.LIVE, "jdbc_url: jdbc:postgresql://localhost/evenkeel", "embedded_in_live: true");
  }

  @Test
  void there_is_one_database() {
    assertErrors(
        """
        database:
          embedded_directory: var/postgres
          jdbc_url: jdbc:postgresql://localhost/evenkeel
        """,
        "my.yml:9: database.embedded_directory: found beside jdbc_url; "
            + "keep exactly one of the two");
  }

  @Test
  void a_database_user_needs_a_given_server() {
    assertErrors(
        "database: { user: ann }\n",
        "my.yml:8: database.user: found without jdbc_url; write jdbc_url, or remove it");
  }

  @Test
  void files_of_prices_need_a_folder_and_an_end() {
    assertErrors(
        "rehearsal: { market: files }\n",
        "my.yml:8: rehearsal.data_directory: missing with rehearsal.market: files; "
            + "write it (or the option), or market: generated",
        "my.yml:8: rehearsal.end: missing with rehearsal.market: files; "
            + "write it (or the option), or market: generated");
  }

  @Test
  void a_market_ends_after_its_start() {
    assertErrors(
        """
        rehearsal:
          market: files
          data_directory: data
          start: 2022-10-01T00:00:00Z
          end: 2022-09-01T00:00:00Z
        """,
        "my.yml:12: rehearsal.end: found 2022-09-01T00:00:00Z; "
            + "write an instant after 2022-10-01T00:00:00Z");
  }

  @Test
  void a_generated_market_needs_enough_history() {
    assertErrors(
        "rehearsal: { history_days: 60 }\n",
        "my.yml:8: rehearsal.history_days: found 60; "
            + "write at least 91, the days that the estimate looks back on");
  }

  @Test
  void what_an_account_holds_has_a_price() {
    assertErrors(
        "rehearsal: { opening_spot: { DAI: 5 } }\n",
        "my.yml:8: rehearsal.opening_spot: found DAI, which has no price here; "
            + "write amounts of USDT");
  }

  @Test
  void the_capability_file_is_checked_as_strictly() {
    rig.write("venues/other.yml", "venue: binance\nrequest_live_ms: 5000\n");
    assertThat(rig.errors(ConfigRig.REHEARSAL + "venue: { capabilities: venues/other.yml }\n"))
        .contains(
            "venues/other.yml:2: request_live_ms: unknown key; did you mean request_life_ms?",
            "venues/other.yml:1: request_life_ms: missing; "
                + "write a whole number from 100 to 60000");
  }

  @Test
  void the_capability_file_must_be_there() {
    assertErrors(
        "venue: { capabilities: venues/none.yml }\n",
        "my.yml:8: venue.capabilities: found 'venues/none.yml', which is no file beside my.yml; "
            + "write the path of a capability file, such as venues/binance.yml");
  }

  @Test
  void without_a_rehearsal_limits_are_small_in_live_unless_the_configuration_says_something_else() {
    assertThat(isSmallUnrehearsed(ConfigRig.LIVE)).isTrue();
    assertThat(isSmallUnrehearsed(ConfigRig.LIVE + "drill:\n  when_overdue: tell\n")).isFalse();
    assertThat(isSmallUnrehearsed(ConfigRig.REHEARSAL)).isFalse();
    assertThat(isSmallUnrehearsed(ConfigRig.REHEARSAL + "drill:\n  when_overdue: small\n"))
        .isTrue();
  }

  private boolean isSmallUnrehearsed(String text) {
    return rig.load(text).guards().canary().asksForRehearsal();
  }
}
