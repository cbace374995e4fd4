package org.evenkeel.shell.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ConfigLoader;
import org.evenkeel.shell.jdbc.UnpackedPrograms;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BotDatabaseTest {

  @TempDir Path folder;

  @Test
  void too_little_room_for_an_embedded_database_is_an_objection_with_the_key_that_asks_for_more()
      throws Exception {
    Path server = UnpackedPrograms.linkedInto(folder.resolve("postgres"));
    Path source = Path.of("config").toAbsolutePath();
    Path file =
        Files.writeString(
            folder.resolve("bot.yml"),
            Files.readString(source.resolve("rehearsal.yml"))
                .replace("var/postgres", server.toString())
                .replace("venues/", source.resolve("venues") + "/"));
    AppConfig config = ConfigLoader.load(file, List.of());
    try (BotDatabase database = BotDatabase.forDaemon(config)) {
      assertThat(database.objection(config.runs().minFreeDiskBytes())).isEmpty();
      assertThat(database.objection(Long.MAX_VALUE).orElseThrow())
          .satisfies(
              refusal -> {
                assertThat(refusal.reason()).isEqualTo(RefusalReason.JOURNAL_UNAVAILABLE);
                assertThat(refusal.detail()).contains("MB are free", "runs.min_free_disk_mb");
              });
    }
  }
}
