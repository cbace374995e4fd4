package org.evenkeel.shell.config.change;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.shell.config.keys.ConfigKey;
import org.evenkeel.shell.config.keys.ConfigKeys;
import org.evenkeel.shell.config.keys.KeyTable;
import org.evenkeel.shell.config.keys.RiskDirection;
import org.evenkeel.shell.config.keys.ValueKind;

/**
 * What differs between two configurations, and which of the differences raise risk.
 *
 * <p>A key that one of them does not have counts with its default, so that a newer version's new keys are no change. A
 * key that this version does not know raises.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param all by key
 */
public record ConfigChanges(List<ConfigChange> all) {

  public ConfigChanges {
    all = List.copyOf(all);
  }

  /** What the second says differently from the first. */
  public static ConfigChanges between(ConfigText before, ConfigText after) {
    TreeSet<String> keys = new TreeSet<>(before.lines().keySet());
    keys.addAll(after.lines().keySet());
    List<ConfigChange> all = new ArrayList<>();
    for (String key : keys) {
      Optional<String> from = value(before, key);
      Optional<String> to = value(after, key);
      if (!from.equals(to)) {
        all.add(
            new ConfigChange(
                key, from.orElse(""), to.orElse(""), direction(key).isRaisedBy(from, to)));
      }
    }
    return new ConfigChanges(all);
  }

  /** Those that raise risk. */
  public List<ConfigChange> raising() {
    return all.stream().filter(ConfigChange::raises).toList();
  }

  /** True if any of them raises risk. */
  public boolean raises() {
    return !raising().isEmpty();
  }

  private static Optional<String> value(ConfigText text, String key) {
    return Optional.ofNullable(text.lines().get(key))
        .or(
            () ->
                row(key)
                    .filter(row -> !(row.kind() instanceof ValueKind.NumberMap))
                    .flatMap(ConfigKey::fallback)
                    .map(ConfigChanges::plain));
  }

  /** As the canonical text writes it; 0.20 in the table is 0.2. */
  private static String plain(String fallback) {
    return fallback.matches("-?\\d+\\.\\d+") ? Decimals.text(new BigDecimal(fallback)) : fallback;
  }

  private static RiskDirection direction(String key) {
    return switch (key) {
      case ConfigText.HARD_LIMITS, ConfigText.IDENTITIES -> RiskDirection.CAP;
      default -> row(key).flatMap(row -> table(key).risk(row.path())).orElse(RiskDirection.ANY);
    };
  }

  private static KeyTable table(String key) {
    return key.startsWith(ConfigText.CAPABILITIES)
        ? ConfigKeys.capabilities()
        : ConfigKeys.application();
  }

  /** The row of a key; that of the map for one of its entries. */
  private static Optional<ConfigKey> row(String key) {
    KeyTable table = table(key);
    String path = key;
    if (key.startsWith(ConfigText.CAPABILITIES)) {
      String named = key.substring(ConfigText.CAPABILITIES.length());
      path = named.substring(named.indexOf('.') + 1);
    }
    path = path.replaceAll("\\[\\d+]", "[]");
    Optional<ConfigKey> row = table.find(path);
    int dot = path.lastIndexOf('.');
    return row.isPresent() || dot < 0 ? row : table.find(path.substring(0, dot));
  }
}
