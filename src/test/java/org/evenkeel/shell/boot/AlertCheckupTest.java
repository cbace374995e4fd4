package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.shell.alerting.FakeReceiver;
import org.evenkeel.shell.cli.CommandFailed;
import org.evenkeel.shell.cli.Finding;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.config.secret.SecretUnavailable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What 'doctor' and 'alerts test' find of the ways to a person. */
class AlertCheckupTest {

  private final FakeReceiver receiver = new FakeReceiver();

  @TempDir Path folder;

  @AfterEach
  void close() {
    receiver.close();
  }

  private AppConfig config(String alerts) throws IOException {
    Files.createDirectories(folder.resolve("venues"));
    Files.writeString(
        folder.resolve("venues").resolve("binance.yml"),
        Files.readString(Path.of("config", "venues", "binance.yml")));
    String text = Files.readString(Path.of("config", "rehearsal.yml")) + alerts;
    return ConfigLoader.load(Files.writeString(folder.resolve("my.yml"), text), List.of());
  }

  /** The address in a file, as a secret is kept, with a heartbeat at the same place. */
  private AppConfig secretly(String url) throws IOException {
    Path secret = Files.writeString(folder.resolve("address"), url);
    return config(
        """
        alerts:
          timeout_seconds: 10
          channels: [ { name: phone, url_secret: { file: %s } } ]
          heartbeat_url_secret: { file: %s }
        """
            .formatted(secret, secret));
  }

  @Test
  void without_a_channel_it_is_a_warning_that_nobody_is_called() throws IOException {
    assertThat(AlertCheckup.of(config("")))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.WARN, Finding.Level.WARN);
    assertThat(AlertCheckup.test(config(""))).isEmpty();
  }

  @Test
  void a_look_reaches_the_receivers_and_sends_no_alarm_and_a_test_does() throws IOException {
    AppConfig config = secretly(receiver.address().toString());
    assertThat(AlertCheckup.of(config))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.OK, Finding.Level.OK);
    assertThat(receiver.all()).isEmpty();

    assertThat(AlertCheckup.test(config))
        .extracting(Finding::level)
        .containsExactly(Finding.Level.OK);
    assertThat(receiver.next()).contains("evenkeel test: test");

    receiver.answers(404);
    assertThat(AlertCheckup.test(config))
        .extracting(Finding::detail)
        .containsExactly("the receiver answers with status 404");
  }

  @Test
  void a_receiver_that_is_gone_is_named_by_its_channel_and_not_by_its_address() throws IOException {
    AppConfig config = secretly(receiver.address().toString());
    receiver.close();

    List<Finding> findings = AlertCheckup.of(config);
    assertThat(findings)
        .extracting(Finding::level)
        .containsExactly(Finding.Level.WARN, Finding.Level.WARN);
    assertThat(findings.toString()).contains("channel phone").doesNotContain("canary-token");
  }

  @Test
  void a_secret_that_is_missing_or_no_safe_address_refuses_the_start_and_is_not_repeated()
      throws IOException {
    AppConfig unsafe = secretly("http://example.org/canary-token");
    assertThatThrownBy(() -> new AlertCalls(unsafe))
        .isInstanceOf(CommandFailed.class)
        .hasMessageContaining("begins with https://")
        .hasMessageNotContaining("canary");
    assertThat(AlertCheckup.of(unsafe))
        .singleElement()
        .matches(finding -> finding.level() == Finding.Level.WARN)
        .matches(finding -> !finding.toString().contains("canary"));

    Files.delete(folder.resolve("address"));
    assertThatThrownBy(() -> new AlertCalls(unsafe)).isInstanceOf(SecretUnavailable.class);
  }
}
