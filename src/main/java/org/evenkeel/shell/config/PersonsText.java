package org.evenkeel.shell.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.evenkeel.shell.config.read.ConfigValues;

/** The file of identities as a part of the configuration: its lines without comments, sorted. */
final class PersonsText {

  private PersonsText() {}

  /** The persons; empty if no file is named. One that cannot be read stands as such: whoever needs it will say why. */
  static Optional<String> of(ConfigValues values) {
    return values.text("authority.identities").map(Path::of).map(PersonsText::read);
  }

  private static String read(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .sorted()
          .collect(Collectors.joining("\n"));
    } catch (IOException e) {
      return "unreadable";
    }
  }
}
