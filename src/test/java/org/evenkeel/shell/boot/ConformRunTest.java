package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.cycle.conform.ConformanceReport;
import org.evenkeel.cycle.conform.Outcome;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.ConformOptions;
import org.evenkeel.shell.cli.ExitCode;
import org.evenkeel.shell.cli.print.ConformanceText;
import org.evenkeel.shell.config.secret.SecretReference;
import org.evenkeel.shell.simvenue.DialectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The run that an operator makes at a test network, at a simulated venue in each dialect. */
class ConformRunTest {

  private static final String PERP = "BTC-USDT-PERP@binance";

  @TempDir Path folder;

  @Test
  void every_simulated_venue_is_what_its_file_claims() throws IOException {
    conforms("binance", DialectName.BINANCE, 33);
    conforms("okx", DialectName.OKX, 34);
    conforms("kraken", DialectName.KRAKEN, 16);
    conforms("krakenfutures", DialectName.KRAKEN_FUTURES, 20);
  }

  private void conforms(String venue, DialectName dialect, int passed) throws IOException {
    try (ConformRig rig = new ConformRig(folder, venue, dialect)) {
      ConformanceReport report = rig.run();

      String words = ConformanceText.of(report);
      assertThat(ConformRig.failed(report)).as(words).isEmpty();
      assertThat(report.count(Outcome.PASS)).as(words).isGreaterThanOrEqualTo(passed);
      assertThat(rig.isClean()).as(words).isTrue();
    }
  }

  private ConformRig binance() throws IOException {
    return new ConformRig(folder, "binance", DialectName.BINANCE);
  }

  @Test
  void an_order_that_lookups_do_not_show_fails_and_is_taken_back_all_the_same() throws IOException {
    try (ConformRig rig = binance()) {
      rig.fault("GET /fapi/v1/order lagMs=999999999 15");

      ConformanceReport report = rig.run(PERP);

      assertThat(ConformRig.failed(report)).containsExactly("order that rests");
      assertThat(report.isPassed()).isFalse();
      assertThat(rig.isClean()).isTrue();
    }
  }

  @Test
  void another_code_than_the_claimed_one_fails() throws IOException {
    try (ConformRig rig = binance()) {
      rig.fault("GET /fapi/v1/order http500 3");

      assertThat(ConformRig.failed(rig.run(PERP))).containsExactly("unknown id");
    }
  }

  @Test
  void claims_that_the_venue_does_not_keep_fail_one_by_one() throws IOException {
    try (ConformRig rig = binance()) {
      assertThat(
              ConformRig.failed(
                  rig.runWith(
                      claims ->
                          claims
                              .replace("uniqueness: open", "uniqueness: forever")
                              .replace("- \"-1111\"", "- \"-9111\"")
                              .replace("- \"-2013\"", "- \"-9013\""),
                      PERP)))
          .contains("same id twice", "unknown id", "order off the lot", "order off the tick")
          .doesNotContain("order that rests", "immediate order", "taken back");
    }
  }

  @Test
  void an_account_that_holds_something_is_left_alone() throws IOException {
    try (ConformRig rig = binance()) {
      rig.hold();

      ConformanceReport report = rig.run(PERP);

      assertThat(ConformRig.failed(report)).containsExactly("orders");
      assertThat(rig.arrivals()).isZero();
    }
  }

  @Test
  void the_claims_of_a_report_have_a_hash_that_a_changed_claim_changes() throws IOException {
    try (ConformRig rig = binance()) {
      String before = rig.claimsHash(claims -> claims);

      assertThat(rig.claimsHash(claims -> claims + "\n# a word\n")).isEqualTo(before);
      assertThat(rig.claimsHash(claims -> claims.replace("lag_ms: 5000", "lag_ms: 5001")))
          .isNotEqualTo(before);
    }
  }

  private static ConformOptions at(String venue, String spot, String futures) {
    return new ConformOptions(
        VenueId.of(venue),
        Path.of("config", "venues", venue + ".yml"),
        Optional.of(URI.create(spot)),
        Optional.of(URI.create(futures)),
        List.of(),
        new SecretReference.Env("NO_SUCH_KEY"),
        new SecretReference.Env("NO_SUCH_KEY"),
        Optional.empty());
  }

  @Test
  void a_production_host_is_refused_before_a_key_is_read() {
    String test = "https://demo-fapi.binance.com";
    for (String production :
        List.of(
            "https://api.binance.com",
            "http://demo-api.binance.com",
            "https://demo-api.binance.com:8443",
            "https://demo-api.binance.com@api.binance.com",
            "https://demo-api.binance.com.example.org",
            "https://127.0.0.1.example.org")) {
      assertThatThrownBy(() -> ConformRun.of(at("binance", production, test), "test"))
          .as(production)
          .isInstanceOf(CommandFailed.class)
          .hasMessageContaining("none of the test network's addresses")
          .extracting(failure -> ((CommandFailed) failure).exitCode())
          .isEqualTo(ExitCode.REFUSED);
    }
    assertThatThrownBy(
            () -> ConformRun.of(at("binance", "https://demo-api.binance.com", test), "test"))
        .hasMessageContaining("NO_SUCH_KEY");
    assertThatThrownBy(
            () ->
                ConformRun.of(
                    at("kraken", "https://api.kraken.com", "https://api.kraken.com"), "test"))
        .hasMessageContaining("Kraken has no test network");
    assertThatThrownBy(
            () ->
                ConformRun.of(
                    at("krakenfutures", "https://futures.kraken.com", "https://futures.kraken.com"),
                    "test"))
        .hasMessageContaining("demo-futures.kraken.com");
  }
}
