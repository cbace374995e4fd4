package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.cycle.DecisionInputs;

/**
 * Everything that a decision was made from, in parts that are stored under their hashes, and back.
 *
 * <p>What many cycles have in common, and what is large, is a part of its own; all other components together are the
 * part 'basis'. A component that is added to the record is in it without further ado.
 *
 * <p>This class is stateless and thread-safe.
 */
final class InputCodec {

  /** The part of everything that has none of its own. */
  static final String BASIS = "basis";

  private InputCodec() {}

  /** The canonical texts by part; a part has the name of its component. */
  static SortedMap<String, String> parts(DecisionInputs inputs) {
    TreeMap<String, String> parts = new TreeMap<>();
    parts.put("account", Documents.text(inputs.account()));
    parts.put("market", Documents.text(inputs.market()));
    parts.put("rules", Documents.text(inputs.rules()));
    parts.put(BASIS, Documents.basis(inputs));
    return parts;
  }

  /** Components that came later: the basis of a cycle from before them says nothing of them. */
  private static final List<String> LATER = List.of("brake", "ordered");

  /** Whether the parts are all that there must be: cycles of before had market and account only. */
  static boolean isComplete(SortedMap<String, String> parts) {
    return parts.containsKey(BASIS);
  }

  /** The inputs from their parts; throws {@link IllegalStateException} if this version cannot read them. */
  static DecisionInputs read(SortedMap<String, String> parts) {
    StringBuilder whole = new StringBuilder("{");
    for (Map.Entry<String, String> part : parts.entrySet()) {
      if (!part.getKey().equals(BASIS)) {
        whole.append('"').append(part.getKey()).append("\":").append(filled(part)).append(',');
      }
    }
    String basis = parts.getOrDefault(BASIS, "{}");
    ObjectNode known = Documents.read(basis, ObjectNode.class);
    boolean isOlder = OlderInputs.savedPlan(known.path("ordered"));
    for (String later : LATER) {
      if (!known.has(later)) {
        whole.append('"').append(later).append("\":null,");
      }
    }
    whole.append((isOlder ? Documents.text(known) : basis).substring(1));
    return Documents.read(whole.toString(), DecisionInputs.class);
  }

  private static String filled(Map.Entry<String, String> part) {
    return switch (part.getKey()) {
      case "market" -> OlderInputs.market(part.getValue());
      case "rules" -> OlderInputs.rules(part.getValue());
      default -> part.getValue();
    };
  }
}
