package org.evenkeel.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The simple names of the program's own classes, as its source files say. */
final class SourceNames {

  private final SortedSet<String> names;

  private SourceNames(SortedSet<String> names) {
    this.names = names;
  }

  static SourceNames read() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
      files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(".java"))
          .forEach(file -> names.add(file.replace(".java", "")));
    }
    return new SourceNames(names);
  }

  boolean has(String name) {
    return names.contains(name);
  }
}
