package org.evenkeel.shell.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigException;
import org.evenkeel.shell.config.read.Place;

/**
 * The text of a configuration with its name: a file, or the copy of a shipped file inside the jar.
 *
 * @param name how messages call it
 * @param text its content
 * @param packaged whether it comes from the jar
 */
record ConfigSource(String name, String text, boolean packaged) {

  private static final String PACKAGED = "jar:";

  /** Opens a file; if it is one of the shipped ones and not there, the jar's copy of it. */
  static ConfigSource open(Path file) {
    String name = file.toString().replace('\\', '/');
    if (Files.isRegularFile(file)) {
      return new ConfigSource(name, read(file, name), false);
    }
    return packaged(name)
        .orElseThrow(
            () ->
                failure(
                    name,
                    "no such file",
                    "write the path of a configuration, such as --config config/rehearsal.yml"));
  }

  /** The file of a path relative to this one, if there is one. */
  Optional<ConfigSource> beside(String path) {
    if (packaged) {
      String own = name.substring(PACKAGED.length());
      return packaged(own.substring(0, own.lastIndexOf('/') + 1) + path);
    }
    Path file = Path.of(name).resolveSibling(path);
    String shown = file.toString().replace('\\', '/');
    return Files.isRegularFile(file)
        ? Optional.of(new ConfigSource(shown, read(file, shown), false))
        : Optional.empty();
  }

  private static Optional<ConfigSource> packaged(String path) {
    if (!path.startsWith("config/")) {
      return Optional.empty();
    }
    try (InputStream in = ConfigSource.class.getResourceAsStream("/" + path)) {
      if (in == null) {
        return Optional.empty();
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(new ConfigSource(PACKAGED + path, text, true));
    } catch (IOException e) {
      throw failure(PACKAGED + path, "cannot be read: " + e.getMessage(), "build the jar again");
    }
  }

  private static String read(Path file, String name) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw failure(name, "cannot be read: " + e, "make it a UTF-8 text that this user may read");
    }
  }

  private static ConfigException failure(String name, String found, String advice) {
    return new ConfigException(List.of(new ConfigError(new Place(name, 0), "", found, advice)));
  }
}
