package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The server process that a data directory says it has, from its file postmaster.pid.
 *
 * <p>After a crash the file stays and its number may belong to nobody, to a zombie or to some other program.
 *
 * @param pid process number
 * @param port TCP port
 */
record Postmaster(long pid, int port) {

  private static final int PORT_LINE = 3;

  static Path file(ServerHome home) {
    return home.data().resolve("postmaster.pid");
  }

  /** The process named by the file, if there is a file that can be read. */
  static Optional<Postmaster> in(ServerHome home) throws IOException {
    if (!Files.exists(file(home))) {
      return Optional.empty();
    }
    List<String> lines = Files.readAllLines(file(home));
    if (lines.size() <= PORT_LINE || lines.get(PORT_LINE).isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        new Postmaster(
            Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(PORT_LINE).strip())));
  }

  /** True if the process lives and, as far as can be seen, is a PostgreSQL. */
  boolean isLive() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !isZombie())
        .map(process -> process.info().command().map(c -> c.contains("postgres")).orElse(true))
        .orElse(false);
  }

  /**
   * Removes a file whose number belongs to a zombie or another program: the server would take it for its own.
   *
   * <p>A number that belongs to nobody is left to the server, which knows more about what a dead one leaves behind.
   */
  static void removeMisleadingFile(ServerHome home) throws IOException {
    Optional<Postmaster> named = in(home);
    if (named.isPresent()
        && !named.get().isLive()
        && ProcessHandle.of(named.get().pid()).map(ProcessHandle::isAlive).orElse(false)) {
      Files.delete(file(home));
    }
  }

  private boolean isZombie() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
      return stat.substring(stat.lastIndexOf(')') + 1).strip().startsWith("Z");
    } catch (IOException e) {
      return false;
    }
  }
}
