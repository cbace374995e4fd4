package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.evenkeel.shell.config.AlertSettings.Address;
import org.evenkeel.shell.config.AlertSettings.Format;
import org.evenkeel.shell.config.secret.SecretReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says about who is called. */
class AlertsConfigTest {

  private static final String SOUND =
      ConfigRig.REHEARSAL
          + """
          alerts:
            channels:
              - { name: phone, url_secret: { env: PHONE }, format: text }
              - { name: boss, url: "https://example.org/hook" }
            heartbeat_url: http://127.0.0.1:8900/beat
          """;

  @TempDir Path folder;

  private void refuses(String from, String to, String... errors) {
    assertThat(SOUND).contains(from);
    assertThat(new ConfigRig(folder).errors(SOUND.replace(from, to))).containsExactly(errors);
  }

  @Test
  void without_a_word_nobody_is_called() {
    AlertSettings settings = new ConfigRig(folder).load(ConfigRig.REHEARSAL).alerts();

    assertThat(settings.channels()).isEmpty();
    assertThat(settings.heartbeat()).isEmpty();
  }

  @Test
  void channels_are_called_in_their_order_and_a_secret_address_is_a_reference() {
    AppConfig config = new ConfigRig(folder).load(SOUND);
    AlertSettings settings = config.alerts();

    assertThat(settings.channels())
        .isEqualTo(
            List.of(
                new AlertSettings.Channel(
                    "phone", new Address.Hidden(new SecretReference.Env("PHONE")), Format.TEXT),
                new AlertSettings.Channel(
                    "boss", new Address.Plain("https://example.org/hook"), Format.JSON)));
    assertThat(settings.step()).isEqualTo(Duration.ofMinutes(5));
    assertThat(settings.repeat()).isEqualTo(Duration.ofMinutes(15));
    assertThat(settings.heartbeat()).contains(new Address.Plain("http://127.0.0.1:8900/beat"));
    assertThat(config.effective().tree().toString()).contains("{env=PHONE}");
  }

  @Test
  void an_address_that_others_could_read_on_its_way_is_refused() {
    refuses(
        "https://example.org/hook",
        "http://example.org/hook",
        "my.yml:11: alerts.channels[1].url: found 'http://example.org/hook';"
            + " write https://, http is for addresses of this machine only");
    refuses(
        "http://127.0.0.1:8900",
        "http://127.0.0.1.example.org",
        "my.yml:12: alerts.heartbeat_url: found 'http://127.0.0.1.example.org/beat';"
            + " write https://, http is for addresses of this machine only");
    for (String url : List.of("https://", "ftp://127.0.0.1/", "http://localhost@evil.org/", "x")) {
      assertThat(AlertChecks.isSafe(url)).as(url).isFalse();
    }
    assertThat(AlertChecks.isSafe("http://[::1]:80/x?y=z")).isTrue();
  }

  @Test
  void every_channel_has_one_address_and_a_name_of_its_own() {
    refuses(
        "url_secret: { env: PHONE }, ",
        "",
        "my.yml:10: alerts.channels[0]: neither url nor url_secret is written; write one of them");
    refuses(
        "name: boss,",
        "name: boss, url_secret: { env: BOSS },",
        "my.yml:11: alerts.channels[1].url: found beside alerts.channels[1].url_secret;"
            + " keep exactly one of the two");
    refuses(
        "name: boss,",
        "name: phone,",
        "my.yml:11: alerts.channels[1].name: found 'phone' a second time; give it another name");
  }
}
