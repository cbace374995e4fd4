package org.evenkeel.shell.config.change;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.evenkeel.core.basics.ContentHash;

/**
 * An effective configuration in its canonical form: a line 'key=value' for each value, sorted by key.
 *
 * <p>Its hash is the name of the configuration. This class is immutable and thread-safe.
 *
 * @param lines the values by key
 */
public record ConfigText(SortedMap<String, String> lines) {

  /** The keys of venues' capability files are here after this word and the venue's name. */
  public static final String CAPABILITIES = "capabilities.";

  /** The limits that no command lifts, as one text. */
  public static final String HARD_LIMITS = "hard_limits";

  /** The persons and their public keys, as one text. */
  public static final String IDENTITIES = "identities";

  public ConfigText {
    lines = Collections.unmodifiableSortedMap(new TreeMap<>(lines));
    lines
        .keySet()
        .forEach(
            key -> {
              if (key.contains("=") || key.contains("\n")) {
                throw new IllegalArgumentException("no key of a configuration: " + key);
              }
            });
  }

  /** Reads what {@link #text} has written. */
  public static ConfigText parse(String text) {
    TreeMap<String, String> lines = new TreeMap<>();
    for (String line : text.split("\n", -1)) {
      int equals = line.indexOf('=');
      if (equals < 1) {
        throw new IllegalArgumentException("no line of a configuration: '" + line + "'");
      }
      lines.put(line.substring(0, equals), unescaped(line.substring(equals + 1)));
    }
    return new ConfigText(lines);
  }

  /** The canonical text. */
  public String text() {
    return lines.entrySet().stream()
        .map((Map.Entry<String, String> line) -> line.getKey() + "=" + escaped(line.getValue()))
        .collect(Collectors.joining("\n"));
  }

  /** The name of this very configuration. */
  public ContentHash hash() {
    return ContentHash.ofText(text());
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\n", "\\n");
  }

  private static String unescaped(String line) {
    StringBuilder value = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char next = line.charAt(i);
      if (next == '\\' && i + 1 < line.length()) {
        i++;
        value.append(line.charAt(i) == 'n' ? '\n' : line.charAt(i));
      } else {
        value.append(next);
      }
    }
    return value.toString();
  }
}
