package org.evenkeel.shell.simvenue.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;

/** Changes of an answer that are the same for the same seed. */
final class AnswerChanges {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** How the venues call the ids of trades and orders; the first that a row has counts. */
  private static final List<String> IDS =
      List.of("tradeId", "fill_id", "execution", "refid", "trade_id", "id", "orderId", "ordId");

  private final SplittableRandom random;

  AnswerChanges(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The answer with one field of one of its objects dropped or changed; a list of values loses one. */
  JsonNode changed(JsonNode body) {
    List<JsonNode> places = new ArrayList<>();
    collect(body, places);
    if (places.isEmpty()) {
      return NODES.nullNode();
    }
    switch (places.get(random.nextInt(places.size()))) {
      case ObjectNode object -> change(object);
      case ArrayNode array -> array.remove(random.nextInt(array.size()));
      default -> throw new IllegalStateException("only containers are collected");
    }
    return body;
  }

  private void change(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    String name = names.get(random.nextInt(names.size()));
    switch (random.nextInt(7)) {
      case 0 -> object.remove(name);
      case 1 -> object.putNull(name);
      case 2 -> object.put(name, "NOVEL");
      case 3 -> object.put(name, "");
      case 4 -> object.put(name, -1);
      case 5 -> object.put(name, "9".repeat(60));
      default -> object.putArray(name);
    }
  }

  private static void collect(JsonNode node, List<JsonNode> places) {
    if (node.isContainerNode() && !node.isEmpty()) {
      places.add(node);
      node.forEach(child -> collect(child, places));
    }
  }

  /** Takes out every row that names a trade or an order by this id, in lists and in tables by id. */
  static void hide(JsonNode body, String id) {
    if (body instanceof ObjectNode table) {
      table.remove(id);
    }
    for (Iterator<JsonNode> each = body.elements(); each.hasNext(); ) {
      JsonNode row = each.next();
      if (IDS.stream()
          .filter(row::has)
          .map(row::get)
          .findFirst()
          .map(JsonNode::asText)
          .filter(id::equals)
          .isPresent()) {
        each.remove();
      } else {
        hide(row, id);
      }
    }
  }

  /** Takes the row in the middle out of the longest list, if there is one of three rows or more. */
  static void punchHole(JsonNode body) {
    List<JsonNode> places = new ArrayList<>();
    collect(body, places);
    ArrayNode longest = NODES.arrayNode();
    for (JsonNode place : places) {
      if (place instanceof ArrayNode array && array.size() > longest.size()) {
        longest = array;
      }
    }
    if (longest.size() >= 3) {
      longest.remove(longest.size() / 2);
    }
  }
}
