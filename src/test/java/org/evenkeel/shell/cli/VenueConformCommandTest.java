package org.evenkeel.shell.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.cycle.conform.CheckedClaim;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.cycle.conform.Outcome;
import org.evenkeel.shell.config.VenueRow;
import org.evenkeel.shell.config.secret.SecretReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command that tries a venue at its test network, and what is left of it. */
class VenueConformCommandTest {

  private static final VenueCapabilities OKX =
      VenueRow.read(Path.of("config", "venues", "okx.yml"));

  @TempDir Path folder;

  private final CommandLineRig evenkeel = new CommandLineRig();

  private static ConformanceReport report(Outcome outcome, String environment) {
    return new ConformanceReport(
        "okx",
        environment,
        "0.1.0",
        ConformanceReport.hashOf(OKX),
        Instant.parse("2026-05-01T12:00:00Z"),
        List.of(
            new CheckedClaim(1, "okx", "clock", "it does not go back", Outcome.PASS, "2 ms ahead"),
            new CheckedClaim(
                2, "BTC-USDT-PERP@okx", "same id twice", "uniqueness: open", outcome, "seen")));
  }

  private int conform(String... more) {
    List<String> words =
        new ArrayList<>(List.of("venue", "conform", "okx", "--report", folder.toString()));
    words.addAll(List.of(more));
    return evenkeel.execute(words.toArray(String[]::new));
  }

  private int conformed(Outcome outcome, String environment) {
    evenkeel.bot.conformance = Optional.of(report(outcome, environment));
    return conform("--api-key", "env:KEY", "--api-secret", "file:/run/secret");
  }

  private Finding finding() {
    return new ConformanceFiles(folder).finding(OKX, "0.1.0");
  }

  @Test
  void each_check_is_printed_with_its_claim_and_kept_as_text_and_json() throws Exception {
    assertThat(conformed(Outcome.PASS, "www.okx.com")).as(evenkeel.err).isZero();

    assertThat(evenkeel.out)
        .contains("same id twice", "uniqueness: open", ConformanceReport.hashOf(OKX))
        .contains("2 passed, 0 failed, 0 skipped");
    assertThat(Files.readString(folder.resolve("okx.txt"))).contains("uniqueness: open");
    assertThat(Files.readString(folder.resolve("okx.json")))
        .contains("\"claimsHash\" : \"" + ConformanceReport.hashOf(OKX));
    ConformOptions asked = evenkeel.bot.conformed.orElseThrow();
    assertThat(asked.venueFile()).isEqualTo(Path.of("config", "venues", "okx.yml"));
    assertThat(asked.apiKey()).isEqualTo(new SecretReference.Env("KEY"));
    assertThat(asked.apiSecret()).isEqualTo(new SecretReference.File("/run/secret"));
    assertThat(asked.instruments()).isEqualTo(List.<InstrumentId>of());
  }

  @Test
  void a_claim_that_does_not_hold_ends_with_seven() {
    assertThat(conformed(Outcome.FAIL, "www.okx.com")).isEqualTo(7);
    assertThat(finding().level()).isEqualTo(Finding.Level.WARN);
    assertThat(finding().detail()).contains("1 failed");
  }

  @Test
  void a_secret_on_the_command_line_is_refused_and_not_repeated() {
    assertThat(conform("--api-key", "canary-1234", "--api-secret", "env:SECRET")).isEqualTo(2);
    assertThat(evenkeel.err).contains("--api-key", "env:NAME").doesNotContain("canary-1234");
    assertThat(evenkeel.bot.conformed).isEmpty();
  }

  @Test
  void the_last_report_counts_for_its_claims_its_version_and_a_real_test_network_alone() {
    ConformanceFiles files = new ConformanceFiles(folder);
    assertThat(finding().detail()).contains("okx was never tried");

    conformed(Outcome.SKIPPED, "www.okx.com");
    assertThat(finding().level()).isEqualTo(Finding.Level.OK);
    assertThat(finding().detail()).contains("1 passed, 0 failed, 1 skipped");
    assertThat(files.finding(OKX, "0.2.0").detail()).contains("of version 0.1.0");
    VenueCapabilities binance = VenueRow.read(Path.of("config", "venues", "binance.yml"));
    assertThat(files.finding(binance, "0.1.0").detail()).contains("binance was never tried");

    conformed(Outcome.PASS, "simulated");
    assertThat(finding().detail()).contains("proves nothing of the venue");
  }

  @Test
  void a_report_of_other_claims_is_out_of_date() {
    conformed(Outcome.PASS, "www.okx.com");
    ConformanceReport old = report(Outcome.PASS, "www.okx.com");
    Path unused =
        new ConformanceFiles(folder)
            .keep(
                new ConformanceReport(
                    old.venue(),
                    old.environment(),
                    old.version(),
                    "0".repeat(64),
                    old.startedAt(),
                    old.checks()));

    assertThat(finding().level()).isEqualTo(Finding.Level.WARN);
    assertThat(finding().detail()).contains("of other claims than now");
  }
}
