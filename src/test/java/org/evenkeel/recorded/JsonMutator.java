package org.evenkeel.recorded;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Changes JSON as a venue, a proxy or an attacker might: the same seed makes the same changes.
 *
 * <p>For example, {@code new JsonMutator(7).mutated(json)} may lack a field, have a number of a thousand digits in
 * place of a price, a null in place of a list, or a word that nobody has heard of; {@link #bytes} may also cut the text
 * short or change single characters, so that it is no JSON any more.
 */
public final class JsonMutator {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final List<JsonNode> ODD_VALUES =
      List.of(
          NODES.nullNode(),
          NODES.booleanNode(true),
          NODES.booleanNode(false),
          NODES.numberNode(0),
          NODES.numberNode(-1),
          NODES.numberNode(Long.MAX_VALUE),
          NODES.numberNode(Long.MIN_VALUE),
          NODES.numberNode(BigInteger.TEN.pow(400)),
          NODES.numberNode(new BigDecimal("1E+999999999")),
          NODES.numberNode(new BigDecimal("1E-999999999")),
          NODES.numberNode(Double.NaN),
          NODES.numberNode(0.5),
          NODES.textNode(""),
          NODES.textNode(" "),
          NODES.textNode("0"),
          NODES.textNode("-0.00000001"),
          NODES.textNode("NaN"),
          NODES.textNode("Infinity"),
          NODES.textNode("1e999999999"),
          NODES.textNode("1E+2147483647"),
          NODES.textNode("9".repeat(1000)),
          NODES.textNode("0x10"),
          NODES.textNode("1,000.5"),
          NODES.textNode("NOVEL_WORD"),
          NODES.textNode("\u0000\u202E\uD83D\uDE80"),
          NODES.textNode("'; drop table orders; --"),
          NODES.textNode("../../etc/passwd"),
          NODES.textNode("2026-13-45T99:99:99Z"),
          NODES.objectNode(),
          NODES.arrayNode(),
          NODES.arrayNode().addNull(),
          NODES.objectNode().put("code", -1).put("msg", "novel"));

  private final SplittableRandom random;

  public JsonMutator(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** A copy with one to four changes. */
  public JsonNode mutated(JsonNode original) {
    JsonNode copy = original.deepCopy();
    int changes = 1 + random.nextInt(4);
    for (int i = 0; i < changes; i++) {
      copy = changedOnce(copy);
    }
    return copy;
  }

  /** The text of a mutated copy, one time in four cut short or with characters changed. */
  public String bytes(JsonNode original) {
    String text = (random.nextInt(8) == 0 ? original : mutated(original)).toString();
    return random.nextInt(4) == 0 ? damaged(text) : text;
  }

  /** The text cut short, or with up to three characters replaced, inserted or left out. */
  public String damaged(String text) {
    if (text.isEmpty() || random.nextInt(2) == 0) {
      return text.substring(0, random.nextInt(text.length() + 1));
    }
    StringBuilder changed = new StringBuilder(text);
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes && !changed.isEmpty(); i++) {
      int at = random.nextInt(changed.length());
      char other = (char) (1 + random.nextInt(0x7E));
      switch (random.nextInt(3)) {
        case 0 -> changed.setCharAt(at, other);
        case 1 -> changed.insert(at, other);
        default -> changed.deleteCharAt(at);
      }
    }
    return changed.toString();
  }

  private JsonNode changedOnce(JsonNode root) {
    List<JsonNode> containers = new ArrayList<>();
    collect(root, containers);
    if (containers.isEmpty() || random.nextInt(50) == 0) {
      return oddValue();
    }
    JsonNode container = containers.get(random.nextInt(containers.size()));
    if (container instanceof ObjectNode object) {
      change(object);
    } else if (container instanceof ArrayNode array) {
      change(array);
    }
    return root;
  }

  private static void collect(JsonNode node, List<JsonNode> containers) {
    if (node.isContainerNode()) {
      containers.add(node);
      node.forEach(child -> collect(child, containers));
    }
  }

  private void change(ObjectNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || random.nextInt(8) == 0) {
      object.set("novelField" + random.nextInt(9), oddValue());
      return;
    }
    String name = names.get(random.nextInt(names.size()));
    JsonNode value = object.get(name);
    switch (random.nextInt(7)) {
      case 0 -> object.remove(name);
      case 1 -> {
        object.remove(name);
        object.set(name.toUpperCase(java.util.Locale.ROOT), value);
      }
      case 2 -> object.set(name, otherType(value));
      case 3 -> object.set(name, object.get(names.get(random.nextInt(names.size()))).deepCopy());
      case 4 -> object.set(name, nearby(value));
      default -> object.set(name, oddValue());
    }
  }

  private void change(ArrayNode array) {
    if (array.isEmpty() || random.nextInt(8) == 0) {
      array.add(oddValue());
      return;
    }
    int at = random.nextInt(array.size());
    JsonNode value = array.get(at);
    switch (random.nextInt(6)) {
      case 0 -> array.remove(at);
      case 1 -> array.insert(at, value.deepCopy());
      case 2 -> array.set(at, array.get(random.nextInt(array.size())).deepCopy());
      case 3 -> array.set(at, nearby(value));
      case 4 -> array.removeAll();
      default -> array.set(at, oddValue());
    }
  }

  private JsonNode oddValue() {
    return ODD_VALUES.get(random.nextInt(ODD_VALUES.size())).deepCopy();
  }

  private static JsonNode otherType(JsonNode value) {
    if (value.isTextual()) {
      String text = value.textValue();
      return text.matches("-?[0-9]{1,40}([.][0-9]{1,40})?")
          ? NODES.numberNode(new BigDecimal(text))
          : NODES.arrayNode().add(text);
    }
    if (value.isNumber() || value.isBoolean()) {
      return NODES.textNode(value.asText());
    }
    if (value.isArray()) {
      ObjectNode object = NODES.objectNode();
      for (int i = 0; i < value.size(); i++) {
        object.set(Integer.toString(i), value.get(i));
      }
      return object;
    }
    return NODES.arrayNode().add(value);
  }

  /** Whether the number can be calculated with at all. */
  private static boolean isOrdinary(JsonNode number) {
    return !Double.isNaN(number.doubleValue())
        && Math.abs((long) number.decimalValue().scale()) < 1000;
  }

  /** A value that looks right and is not: another sign, another scale, a neighbouring word. */
  private JsonNode nearby(JsonNode value) {
    if (value.isNumber() && isOrdinary(value)) {
      return random.nextBoolean()
          ? NODES.numberNode(value.decimalValue().negate())
          : NODES.numberNode(value.decimalValue().scaleByPowerOfTen(random.nextInt(41) - 20));
    }
    if (value.isTextual()) {
      String text = value.textValue();
      return switch (random.nextInt(4)) {
        case 0 -> new TextNode("-" + text);
        case 1 -> new TextNode(text + "0".repeat(random.nextInt(60)));
        case 2 -> new TextNode(text.toLowerCase(java.util.Locale.ROOT));
        default -> new TextNode(damaged(text));
      };
    }
    if (value instanceof ObjectNode object) {
      Map.Entry<String, JsonNode> first =
          object.isEmpty() ? null : object.properties().iterator().next();
      return first == null ? NODES.nullNode() : first.getValue().deepCopy();
    }
    return oddValue();
  }
}
