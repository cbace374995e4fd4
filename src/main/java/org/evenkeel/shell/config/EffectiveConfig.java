package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.shell.config.change.ConfigText;
import org.evenkeel.shell.config.read.ConfigValues;
import org.evenkeel.shell.config.secret.SecretReference;

/**
 * What holds after defaults and options: as text, as a tree, and as a hash that changes with any value.
 *
 * <p>Secrets appear as references. The hash does not depend on the order, spacing or comments of the file.
 * This class is immutable and thread-safe.
 */
public final class EffectiveConfig {

  private final String source;
  private final Map<String, Object> values;
  private final ConfigText canonical;

  private EffectiveConfig(String source, Map<String, Object> values, ConfigText canonical) {
    this.source = source;
    this.values = values;
    this.canonical = canonical;
  }

  static EffectiveConfig of(
      String source,
      ConfigValues values,
      List<ConfigValues> capabilities,
      Optional<String> hardLimits,
      Optional<String> persons) {
    Map<String, Object> all = new LinkedHashMap<>(values.all());
    if (all.containsKey("database.jdbc_url")) {
      all.remove("database.embedded_directory");
    }
    TreeMap<String, String> lines = new TreeMap<>();
    all.forEach((path, value) -> put(lines, path, value));
    // Who runs a command is not part of what the bot does.
    lines.remove("authority.key");
    for (ConfigValues venue : capabilities) {
      String name = ConfigText.CAPABILITIES + venue.text("venue").orElseThrow() + ".";
      venue.all().forEach((path, value) -> put(lines, name + path, value));
    }
    hardLimits
        .map(text -> HardLimits.parse(text).orThrow().text())
        .ifPresent(text -> lines.put(ConfigText.HARD_LIMITS, text));
    persons.ifPresent(text -> lines.put(ConfigText.IDENTITIES, text));
    return new EffectiveConfig(source, all, new ConfigText(lines));
  }

  private static void put(SortedMap<String, String> lines, String path, Object value) {
    if (value instanceof Map<?, ?> entries) {
      entries.forEach((name, entry) -> put(lines, path + "." + name, entry));
    } else {
      lines.put(path, value instanceof BigDecimal number ? Decimals.text(number) : "" + value);
    }
  }

  /** The file it was read from. */
  public String source() {
    return source;
  }

  /** The SHA-256 of {@link #canonical}. */
  public ContentHash hash() {
    return canonical.hash();
  }

  /**
   * Every value of the configuration, of the capability files, of the hard limits and of the file of identities, sorted
   * by key; without the key of whoever runs a command.
   */
  public ConfigText canonical() {
    return canonical;
  }

  /** Every value by path, such as 'limits.max_orders_per_cycle', in the order of the table. */
  public Map<String, Object> values() {
    return Collections.unmodifiableMap(values);
  }

  /** Sections as maps and lists as lists, for printing. */
  public Map<String, Object> tree() {
    Map<String, Object> root = new LinkedHashMap<>();
    values.forEach((path, value) -> put(root, path, shown(value)));
    return root;
  }

  @SuppressWarnings("unchecked")
  private static void put(Map<String, Object> root, String path, Object value) {
    Map<String, Object> section = root;
    String[] names = path.split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      int bracket = names[i].indexOf('[');
      if (bracket < 0) {
        section =
            (Map<String, Object>)
                section.computeIfAbsent(names[i], name -> new LinkedHashMap<String, Object>());
      } else {
        int index = Integer.parseInt(names[i].substring(bracket + 1, names[i].length() - 1));
        List<Map<String, Object>> list =
            (List<Map<String, Object>>)
                section.computeIfAbsent(
                    names[i].substring(0, bracket), name -> new ArrayList<Map<String, Object>>());
        if (list.size() == index) {
          list.add(new LinkedHashMap<>());
        }
        section = list.get(index);
      }
    }
    section.put(names[names.length - 1], value);
  }

  private static Object shown(Object value) {
    boolean isPlain =
        value instanceof Boolean
            || value instanceof Long
            || value instanceof BigDecimal
            || value instanceof List
            || value instanceof Map;
    if (value instanceof SecretReference reference) {
      return switch (reference) {
        case SecretReference.Env env -> Map.of("env", env.name());
        case SecretReference.File file -> Map.of("file", file.path());
      };
    }
    return isPlain ? value : value.toString();
  }
}
