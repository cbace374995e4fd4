package org.evenkeel.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The tests that a page names as `ClassName.methodName` or `ClassName`, looked for among the sources. */
final class NamedTests {

  private static final Path TESTS = Path.of("src", "test", "java");
  private static final Pattern TEST = Pattern.compile("`([A-Z]\\w*)(?:\\.(\\w+))?`");

  private final Map<String, String> sources;

  private NamedTests(Map<String, String> sources) {
    this.sources = sources;
  }

  /** Test sources by simple name; an inherited test is looked for in the contract that declares it. */
  static NamedTests read() throws IOException {
    TreeMap<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.walk(TESTS)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        sources.merge(name, Files.readString(file), String::concat);
      }
    }
    return new NamedTests(sources);
  }

  /** True if a text names a test at all. */
  static boolean namesOne(String text) {
    return TEST.matcher(text).find();
  }

  /** What is wrong with the tests that a text names; empty if all exist. */
  List<String> complaints(String text) {
    List<String> complaints = new ArrayList<>();
    Matcher named = TEST.matcher(text);
    while (named.find()) {
      String source = sources.get(named.group(1));
      String method = named.group(2);
      if (source == null) {
        complaints.add("there is no test class " + named.group(1));
      } else if (method != null && !source.contains(" " + method + "(")) {
        complaints.add(named.group(1) + " has no test " + method);
      }
    }
    return complaints;
  }
}
