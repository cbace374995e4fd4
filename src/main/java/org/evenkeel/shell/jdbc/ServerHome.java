package org.evenkeel.shell.jdbc;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The folder of an embedded server: its data, its programs, its password and port, its log.
 *
 * <p>Folder and password can be read by their owner only. This class is immutable; callers hold the folder's {@link
 * HomeLock}.
 *
 * @param root the folder, such as 'var/postgres'
 */
record ServerHome(Path root) {

  private static final int PASSWORD_BYTES = 24;

  static ServerHome at(Path root) {
    Path absolute = root.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      Files.setPosixFilePermissions(absolute, PosixFilePermissions.fromString("rwx------"));
      Files.delete(Files.createTempFile(absolute, "write", ".test"));
    } catch (IOException | UnsupportedOperationException e) {
      throw new DatabaseRefused(
          "the embedded database cannot be kept in "
              + absolute
              + " ("
              + e
              + "): let this user write there, choose another folder, or give the JDBC URL of a"
              + " PostgreSQL",
          e);
    }
    return new ServerHome(absolute);
  }

  Path data() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("server.log");
  }

  Path commandLog() {
    return root.resolve("command.log");
  }

  Path passwordFile() {
    return root.resolve("password");
  }

  Path portFile() {
    return root.resolve("port");
  }

  boolean isInitialized() {
    return Files.exists(data().resolve("PG_VERSION"));
  }

  /** The server's password; made at the first call. */
  String password() throws IOException {
    if (!Files.exists(passwordFile())) {
      byte[] random = new byte[PASSWORD_BYTES];
      new SecureRandom().nextBytes(random);
      writePrivately(passwordFile(), HexFormat.of().formatHex(random));
    }
    return Files.readString(passwordFile()).strip();
  }

  /** The port of the last start. */
  Optional<Integer> port() throws IOException {
    return Files.exists(portFile())
        ? Optional.of(Integer.parseInt(Files.readString(portFile()).strip()))
        : Optional.empty();
  }

  void recordPort(int port) throws IOException {
    writePrivately(portFile(), port + "\n");
  }

  /** The recorded port, or a free one where there is none or, if it may change, another program has it. */
  int portToUse(boolean mayChange) throws IOException {
    Optional<Integer> recorded = port();
    if (recorded.isPresent() && (!mayChange || isFree(recorded.get()))) {
      return recorded.get();
    }
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static boolean isFree(int port) {
    try (ServerSocket mine = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return mine.isBound();
    } catch (IOException e) {
      return false;
    }
  }

  /** Replaces a file as a whole, so that a crash leaves the old or the new content. */
  static void writePrivately(Path file, String text) throws IOException {
    Path fresh =
        Files.createTempFile(
            file.getParent(),
            file.getFileName().toString(),
            ".new",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(fresh, text);
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /** The last lines of a log, for a message. */
  static String tail(Path file) {
    try {
      var lines = Files.readAllLines(file);
      return String.join("\n", lines.subList(Math.max(0, lines.size() - 8), lines.size()));
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
