package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's programs for tests with folders of their own: unpacked once, then linked. */
public final class UnpackedPrograms {

  private UnpackedPrograms() {}

  /** Returns the folder, made and with a link to the programs. */
  public static synchronized Path linkedInto(Path folder) {
    try {
      Files.createDirectories(TestServer.PROGRAMS);
      Path programs = ServerPrograms.unpacked(TestServer.PROGRAMS.toAbsolutePath());
      Files.createDirectories(folder);
      Files.createSymbolicLink(folder.resolve(programs.getFileName()), programs);
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
