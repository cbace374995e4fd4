package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerProgramsTest {

  @Test
  void two_that_unpack_at_once_end_with_one_folder(@TempDir Path parent) throws Exception {
    Callable<Path> unpack = () -> ServerPrograms.unpacked(parent);
    try (ExecutorService both = Executors.newFixedThreadPool(2)) {
      List<Future<Path>> folders = both.invokeAll(List.of(unpack, unpack));
      assertThat(folders.get(0).get()).isEqualTo(folders.get(1).get());
      assertThat(parent).isDirectoryContaining(path -> path.equals(folders.get(0).resultNow()));
      assertThat(parent.toFile().list()).hasSize(1);
    }
  }
}
