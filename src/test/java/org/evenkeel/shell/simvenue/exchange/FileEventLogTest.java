package org.evenkeel.shell.simvenue.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileEventLogTest {

  @TempDir Path folder;

  @Test
  void a_torn_last_line_is_cut_off_and_the_rest_is_kept() throws IOException {
    Path file = folder.resolve("deep/venue.ndjson");
    try (FileEventLog log = FileEventLog.open(file)) {
      log.append("{\"one\":1}");
      log.append("{\"two\":2}");
    }
    Files.writeString(file, "{\"thr", StandardCharsets.UTF_8, StandardOpenOption.APPEND);

    try (FileEventLog log = FileEventLog.open(file)) {
      log.append("{\"four\":4}");
      assertThat(log.lines()).containsExactly("{\"one\":1}", "{\"two\":2}", "{\"four\":4}");
    }
  }

  @Test
  void a_second_writer_is_kept_out() {
    Path file = folder.resolve("venue.ndjson");
    try (FileEventLog log = FileEventLog.open(file)) {
      log.append("{}");
      assertThatThrownBy(() -> FileEventLog.open(file))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("another simulated venue");
    }
  }
}
