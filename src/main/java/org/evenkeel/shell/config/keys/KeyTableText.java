package org.evenkeel.shell.config.keys;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The notation of the key table: three lines for a key, blank lines between keys.
 *
 * <pre>
 * limits.max_orders_per_cycle | whole 1..10000 | default 200 | orders | risk up
 *   Most orders in one cycle.
 *   Too low and a rebalance stops half way; higher lets a fault do more before it is stopped.
 * </pre>
 *
 * <p>The first line holds path, kind, presence (required, optional or default and the value), unit and, after
 * 'only', the one mode in which the key is allowed, and after 'risk' the {@link RiskDirection} of the key and of every
 * key inside of it that states none.
 * This class is stateless and thread-safe.
 */
final class KeyTableText {

  private KeyTableText() {}

  static List<ConfigKey> parse(String table) {
    List<ConfigKey> keys = new ArrayList<>();
    for (String block : table.strip().split("\\n\\s*\\n", -1)) {
      String[] lines = block.split("\\n", -1);
      if (lines.length != 3) {
        throw new IllegalStateException("a key needs three lines: " + block);
      }
      keys.add(key(lines[0].strip(), lines[1].strip(), lines[2].strip()));
    }
    return List.copyOf(keys);
  }

  private static ConfigKey key(String head, String about, String consequence) {
    List<String> cells = new ArrayList<>(List.of(head.split("\\s*\\|\\s*", -1)));
    Optional<RiskDirection> risk = lastCell(cells, "risk ").map(RiskDirection::named);
    Optional<String> mode = lastCell(cells, "only ");
    String presence = cells.get(2);
    boolean hasDefault = presence.startsWith("default ");
    return new ConfigKey(
        cells.get(0),
        kind(cells.get(1)),
        presence.equals("required"),
        hasDefault ? Optional.of(presence.substring("default ".length())) : Optional.empty(),
        cells.size() > 3 ? cells.get(3) : "",
        mode,
        risk,
        about,
        consequence);
  }

  /** Takes the last cell away if it begins with a word, and returns the rest of it. */
  private static Optional<String> lastCell(List<String> cells, String word) {
    String last = cells.get(cells.size() - 1);
    if (!last.startsWith(word)) {
      return Optional.empty();
    }
    cells.remove(cells.size() - 1);
    return Optional.of(last.substring(word.length()));
  }

  private static ValueKind kind(String text) {
    int space = text.indexOf(' ');
    String word = space < 0 ? text : text.substring(0, space);
    String rest = space < 0 ? "" : text.substring(space + 1);
    return switch (word) {
      case "whole" -> whole(rest);
      case "decimal" -> decimal(rest);
      case "text" -> new ValueKind.Text(format(rest));
      case "choice" -> new ValueKind.Choice(List.of(rest.split("/", -1)));
      case "flag" -> new ValueKind.Flag();
      case "instant" -> new ValueKind.Moment();
      case "secret" -> new ValueKind.SecretReference();
      case "texts" -> new ValueKind.TextList(format(rest));
      case "numbers" -> numbers(rest);
      case "section" -> new ValueKind.Section();
      case "sections" -> new ValueKind.SectionList(rest.isEmpty() ? 0 : Integer.parseInt(rest));
      default -> throw new IllegalStateException("no such kind of value: " + text);
    };
  }

  private static ValueKind.Whole whole(String range) {
    String[] bounds = range.split("\\.\\.", -1);
    return new ValueKind.Whole(Long.parseLong(bounds[0]), Long.parseLong(bounds[1]));
  }

  private static ValueKind.Decimal decimal(String range) {
    String[] bounds = range.split("\\.\\.", -1);
    boolean above = bounds[0].startsWith(">");
    String min = above ? bounds[0].substring(1) : bounds[0];
    return new ValueKind.Decimal(new BigDecimal(min), above, new BigDecimal(bounds[1]));
  }

  private static ValueKind.NumberMap numbers(String text) {
    String[] parts = text.split(" ", -1);
    return new ValueKind.NumberMap(format(parts[0]), decimal(parts[1]));
  }

  private static TextFormat format(String name) {
    return TextFormat.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
