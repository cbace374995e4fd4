package org.evenkeel.shell.config.keys;

import java.util.Locale;

/**
 * The key table for readers: one row per key, with unit, range, default and consequence.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class KeyTableMarkdown {

  private KeyTableMarkdown() {}

  /** The table in Markdown, ending with a line break. */
  public static String of(KeyTable table) {
    StringBuilder text = new StringBuilder();
    text.append("| Key | Value | Default | Unit | What it is, and what follows |\n");
    text.append("|---|---|---|---|---|\n");
    for (ConfigKey key : table.keys()) {
      text.append(
          String.format(
              Locale.ROOT,
              "| `%s` | %s | %s | %s | %s %s |%n",
              key.path(),
              cell(key.kind().advice()),
              presence(key),
              cell(key.unit()),
              cell(key.about()),
              cell(key.consequence())));
    }
    return text.toString();
  }

  /** The same for a terminal: four lines for a key. */
  public static String plain(KeyTable table) {
    StringBuilder text = new StringBuilder();
    for (ConfigKey key : table.keys()) {
      String unit = key.unit().isEmpty() ? "" : " [" + key.unit() + "]";
      text.append(key.path())
          .append(unit)
          .append("\n  ")
          .append(presence(key).replace("`", ""))
          .append("; ")
          .append(key.kind().advice())
          .append("\n  ")
          .append(key.about())
          .append("\n  ")
          .append(key.consequence())
          .append("\n\n");
    }
    return text.toString();
  }

  private static String presence(ConfigKey key) {
    String presence =
        key.required() ? "required" : key.fallback().map(value -> "`" + value + "`").orElse("-");
    return key.mode().map(mode -> presence + ", only in mode " + mode).orElse(presence);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|");
  }
}
