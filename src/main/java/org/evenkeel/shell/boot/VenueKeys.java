package org.evenkeel.shell.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.simvenue.http.Credentials;

/**
 * What opens an account at a venue.
 *
 * <p>A rehearsal's key is made once and kept in files that only the owner can read.
 *
 * @param passphrase what OKX wants besides; any text elsewhere
 */
record VenueKeys(Secret apiKey, Secret apiSecret, Secret passphrase) {

  private static final int BYTES = 32;

  /** The keys of the simulated venue of a folder; it opens nothing but the simulated account beside it. */
  static VenueKeys in(Path directory) {
    return in(directory, "");
  }

  /** The second key of the same account, which the watcher uses. */
  static VenueKeys ofWatcherIn(Path directory) {
    return in(directory, "watch-");
  }

  private static VenueKeys in(Path directory, String prefix) {
    return new VenueKeys(
        Secret.of(read(directory.resolve(prefix + "api-key"))),
        Secret.of(read(directory.resolve(prefix + "api-secret"))),
        Secret.of(Credentials.STANDARD_PASSPHRASE));
  }

  private static String read(Path file) {
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot read or write "
              + file
              + " (rehearsal.venue_directory); give this user write permission or choose another folder",
          e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] chance = new byte[BYTES];
    new SecureRandom().nextBytes(chance);
    Files.createDirectories(file.toAbsolutePath().getParent());
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } catch (FileAlreadyExistsException e) {
      return;
    }
    Files.writeString(
        file,
        HexFormat.of().formatHex(chance) + "\n",
        StandardCharsets.UTF_8,
        StandardOpenOption.WRITE);
  }
}
