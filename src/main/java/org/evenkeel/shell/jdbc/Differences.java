package org.evenkeel.shell.jdbc;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.cycle.Decisions.Difference;

/**
 * Where two canonical texts differ, field by field in the order of their names.
 *
 * <p>This class is stateless and thread-safe.
 */
final class Differences {

  private static final String NOTHING = "nothing";

  private Differences() {}

  static Optional<Difference> first(String one, String other) {
    return all(one, other, 1).stream().findFirst();
  }

  /** The first so many places. */
  static List<Difference> all(String one, String other, int most) {
    if (one.equals(other)) {
      return List.of();
    }
    List<Difference> found = new ArrayList<>();
    walk("", tree(one), tree(other), most, found);
    if (found.isEmpty()) {
      found.add(new Difference("text", one, other));
    }
    return found;
  }

  private static JsonNode tree(String text) {
    return Documents.read(text.isEmpty() ? "null" : text, JsonNode.class);
  }

  private static void walk(
      String path, JsonNode one, JsonNode other, int most, List<Difference> found) {
    if (found.size() >= most) {
      return;
    }
    if (one.isObject() && other.isObject()) {
      TreeSet<String> names = new TreeSet<>();
      one.fieldNames().forEachRemaining(names::add);
      other.fieldNames().forEachRemaining(names::add);
      for (String name : names) {
        walk(
            path.isEmpty() ? name : path + "." + name,
            one.path(name),
            other.path(name),
            most,
            found);
      }
    } else if (one.isArray() && other.isArray()) {
      for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
        walk(path + "[" + i + "]", one.path(i), other.path(i), most, found);
      }
    } else if (!said(one).equals(said(other))) {
      found.add(new Difference(path.isEmpty() ? "all" : path, said(one), said(other)));
    }
  }

  private static String said(JsonNode node) {
    if (node.isMissingNode() || node.isNull()) {
      return NOTHING;
    }
    return node.isValueNode() ? node.asText() : node.toString();
  }
}
