package org.evenkeel.shell.jdbc;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * The PostgreSQL programs that travel in the jar, unpacked once per version: initdb, pg_ctl, postgres.
 *
 * <p>The archives are those of {@code io.zonky.test.postgres}; that project's own starter is not used because it turns
 * fsync off, trusts every local user and stops the server with the process that started it.
 */
final class ServerPrograms {

  private ServerPrograms() {}

  /** The folder with bin/, lib/ and share/, unpacked under a parent folder if it is not there yet. */
  static Path unpacked(Path parent) throws IOException {
    String name = archiveName();
    URL archive = ServerPrograms.class.getResource("/" + name);
    if (archive == null) {
      throw new DatabaseRefused(
          "there is no embedded PostgreSQL for "
              + System.getProperty("os.name")
              + " on "
              + System.getProperty("os.arch")
              + ": give the JDBC URL of a PostgreSQL");
    }
    Path target = parent.resolve("server-" + fingerprint(archive));
    if (!Files.exists(target)) {
      Path fresh = Files.createTempDirectory(parent, "server-unpacking");
      try (InputStream in = archive.openStream()) {
        unpack(in, fresh);
      }
      moveUnlessThere(fresh, target);
    }
    return target;
  }

  /** Another process may have unpacked the same meanwhile: then its folder serves, and this one goes. */
  private static void moveUnlessThere(Path fresh, Path target) throws IOException {
    try {
      Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (FileSystemException e) {
      if (!Files.exists(target)) {
        throw e;
      }
      Folders.remove(fresh);
    }
  }

  private static String archiveName() {
    String system =
        System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac")
            ? "darwin"
            : System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String machine =
        switch (System.getProperty("os.arch")) {
          case "amd64", "x86_64" -> "x86_64";
          case "aarch64", "arm64" -> "arm_64";
          default -> System.getProperty("os.arch");
        };
    return "postgres-" + system + "-" + machine + ".txz";
  }

  /** Tells one version's archive from another's without reading it. */
  private static String fingerprint(URL archive) throws IOException {
    URLConnection connection = archive.openConnection();
    if (connection instanceof JarURLConnection jar) {
      return Long.toHexString(jar.getJarEntry().getCrc());
    }
    return Long.toString(connection.getContentLengthLong());
  }

  private static void unpack(InputStream in, Path target) throws IOException {
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(
            new XZCompressorInputStream(new BufferedInputStream(in, 1 << 16)))) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
          throw new IOException("archive entry outside of the archive: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(path);
        } else if (entry.isSymbolicLink()) {
          Files.createDirectories(path.getParent());
          Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
          Files.createDirectories(path.getParent());
          Files.copy(tar, path);
          boolean isExecutable = (entry.getMode() & 0100) != 0;
          Files.setPosixFilePermissions(
              path, PosixFilePermissions.fromString(isExecutable ? "rwxr-xr-x" : "rw-r--r--"));
        }
      }
    }
  }
}
