package org.evenkeel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What is wrong with the Java files below a folder, one sentence each. */
record SourceFiles(Path folder) {

  static final int LONGEST_FILE = 400;

  List<String> tooLong() {
    List<String> problems = new ArrayList<>();
    for (Path file : javaFiles()) {
      int lines = read(file).size();
      if (lines > LONGEST_FILE) {
        problems.add(folder.relativize(file) + " has " + lines + " lines");
      }
    }
    return problems;
  }

  /** Packages without a package-info that has Javadoc and {@code @NullMarked}. */
  List<String> undescribedPackages() {
    TreeMap<Path, List<String>> infos = new TreeMap<>();
    for (Path file : javaFiles()) {
      infos.putIfAbsent(file.getParent(), List.of());
      if (file.endsWith("package-info.java")) {
        infos.put(file.getParent(), read(file));
      }
    }
    List<String> problems = new ArrayList<>();
    infos.forEach(
        (packageFolder, lines) -> {
          String name = folder.relativize(packageFolder).toString();
          if (lines.isEmpty()) {
            problems.add(name + " has no package-info");
          } else if (lines.stream().noneMatch(line -> line.startsWith("@NullMarked"))) {
            problems.add(name + " is not @NullMarked");
          } else if (lines.stream().noneMatch(line -> line.startsWith("/**"))) {
            problems.add(name + " has no Javadoc");
          }
        });
    return problems;
  }

  private List<Path> javaFiles() {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> read(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
