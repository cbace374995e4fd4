package org.evenkeel.shell.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a configuration says about the watcher. */
class WatchChecksTest {

  @TempDir Path folder;

  private void refuses(String from, String to, String... errors) {
    assertThat(new ConfigRig(folder).errors(ConfigRig.LIVE.replace(from, to)))
        .containsExactly(errors);
  }

  @Test
  void without_a_word_about_it_the_compiled_limits_hold() {
    WatchSettings settings = new ConfigRig(folder).load(ConfigRig.REHEARSAL).watch();

    assertThat(settings.limits()).isEqualTo(WatchLimits.defaults());
    assertThat(settings.interval()).hasSeconds(15);
    assertThat(settings.keys()).isEmpty();
  }

  @Test
  void its_key_is_another_one_than_the_bots() {
    refuses(
        "env: WATCH }",
        "env: KEY }",
        "my.yml:19: watch.keys[0].api_key: found the engine's own key;"
            + " make a second key at the venue: one that is revoked must not blind the other");
  }

  @Test
  void there_is_one_for_each_venue_and_for_no_other() {
    refuses(
        "{ venue: binance,",
        "{ venue: kraken,",
        "my.yml:19: watch.keys[0].venue: found 'kraken', which is no venue of this configuration"
            + " or has a key already; write each venue once",
        "my.yml:19: watch.keys: no key of the watcher at binance;"
            + " write one for each venue, and another one than the engine's");
  }

  @Test
  void only_okx_wants_a_passphrase() {
    refuses(
        "{ venue: binance,",
        "{ venue: binance, passphrase: { env: WORDS },",
        "my.yml:19: watch.keys[0].passphrase: found without the venue okx; remove it");
  }
}
