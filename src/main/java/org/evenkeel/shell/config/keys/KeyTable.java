package org.evenkeel.shell.config.keys;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every key that a kind of file may hold, in the order in which it is shown.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class KeyTable {

  private final String title;
  private final Map<String, ConfigKey> byPath;

  private KeyTable(String title, Map<String, ConfigKey> byPath) {
    this.title = title;
    this.byPath = byPath;
  }

  static KeyTable of(String title, String... tables) {
    Map<String, ConfigKey> byPath = new LinkedHashMap<>();
    for (String table : tables) {
      for (ConfigKey key : KeyTableText.parse(table)) {
        if (byPath.putIfAbsent(key.path(), key) != null) {
          throw new IllegalStateException("two rows for " + key.path());
        }
        if (!key.parent().isEmpty() && !byPath.containsKey(key.parent())) {
          throw new IllegalStateException("no section for " + key.path());
        }
      }
    }
    return new KeyTable(title, Collections.unmodifiableMap(byPath));
  }

  /** What kind of file it describes. */
  public String title() {
    return title;
  }

  /** All rows. */
  public List<ConfigKey> keys() {
    return List.copyOf(byPath.values());
  }

  /** The row of a path as the table writes it, such as 'sleeves[].name'. */
  public Optional<ConfigKey> find(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /**
   * Which changes of a key raise risk: what its row says, or the nearest section around it that says so; empty if none
   * does, or if there is no such key.
   */
  public Optional<RiskDirection> risk(String path) {
    Optional<ConfigKey> key = find(path);
    while (key.isPresent() && key.get().risk().isEmpty()) {
      key = find(key.get().parent());
    }
    return key.flatMap(ConfigKey::risk);
  }

  /** The rows directly inside a section; an empty path is the top of the file. */
  public List<ConfigKey> children(String path) {
    List<ConfigKey> children = new ArrayList<>();
    for (ConfigKey key : byPath.values()) {
      if (key.parent().equals(path)) {
        children.add(key);
      }
    }
    return children;
  }
}
