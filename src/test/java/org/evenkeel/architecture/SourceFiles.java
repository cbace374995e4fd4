package org.evenkeel.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is wrong with the Java files below a folder, one sentence each. */
record SourceFiles(Path folder) {

  static final int LONGEST_FILE = 400;

  /** 'BTCUSDT', '1000SHIBUSDT', 'BTCUSDT_260327', 'BTC-USDT-SWAP', 'PF_XBTUSD', 'XBTUSD', 'XXBT' and their like. */
  private static final Pattern VENUE_SYMBOL =
      Pattern.compile(
          "\\b(?:[A-Z0-9]{2,12}(?:USDT|USDC)(?:_[0-9]{6})?|[A-Z0-9]{2,10}-[A-Z]{3,4}-SWAP"
              + "|[PF][FIV]_[A-Z]{3,12}(?:_[0-9]{6})?|X?XBT[A-Z]*|ZUSD)\\b");

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

  /** Lines with a venue's own name of an instrument or coin, outside of the packages that speak with venues. */
  List<String> venueSymbols() {
    List<String> problems = new ArrayList<>();
    for (Path file : javaFiles()) {
      String name = folder.relativize(file).toString().replace('\\', '/');
      if (name.contains("/shell/xchange/") || name.contains("/shell/simvenue/")) {
        continue;
      }
      List<String> lines = read(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher symbol = VENUE_SYMBOL.matcher(lines.get(i));
        if (symbol.find()) {
          problems.add(name + ":" + (i + 1) + " names " + symbol.group());
        }
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
