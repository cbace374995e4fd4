package org.evenkeel.shell.authority;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.statement.ChainHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadsFileTest {

  @TempDir Path folder;

  private static ChainHead head(long seq) {
    return new ChainHead(
        seq, ContentHash.ofText("row " + seq), Instant.parse("2026-01-31T11:00:00.123456Z"));
  }

  @Test
  void what_is_appended_is_read_again_in_its_order() {
    HeadsFile file = new HeadsFile(folder.resolve("audit").resolve("heads"));
    assertThat(file.read()).isEmpty();
    file.append(head(3));
    file.append(head(9));
    assertThat(file.read()).containsExactly(head(3), head(9));
  }

  @Test
  void a_line_cut_by_a_crash_is_left_out_and_a_changed_one_is_an_error() throws IOException {
    HeadsFile file = new HeadsFile(folder.resolve("heads"));
    file.append(head(3));
    Files.writeString(file.path(), "4 abc", StandardOpenOption.APPEND);
    assertThat(file.read()).containsExactly(head(3));
    Files.writeString(file.path(), "\n", StandardOpenOption.APPEND);
    assertThatThrownBy(file::read).hasMessageContaining("line 2 is not a head");
  }
}
