package org.evenkeel.shell.config.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * The JSON Schema (draft 2020-12) of a key table, for editors and other programs.
 *
 * <p>Says everything about single keys and modes; conditions between numbers are checked by 'config validate' only.
 * This class is stateless and thread-safe.
 */
public final class JsonSchema {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private JsonSchema() {}

  /** The schema as text, ending with a line break. */
  public static String of(KeyTable table) {
    ObjectNode schema = JSON.objectNode();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", table.title());
    schema.setAll(section(table, ""));
    ArrayNode conditions = modeConditions(table);
    if (!conditions.isEmpty()) {
      schema.set("allOf", conditions);
    }
    try {
      return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(schema) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static ObjectNode section(KeyTable table, String path) {
    ObjectNode section = JSON.objectNode();
    section.put("type", "object");
    section.put("additionalProperties", false);
    ObjectNode properties = JSON.objectNode();
    ArrayNode required = JSON.arrayNode();
    for (ConfigKey key : table.children(path)) {
      properties.set(key.name(), property(table, key));
      if (key.required()) {
        required.add(key.name());
      }
    }
    section.set("properties", properties);
    if (!required.isEmpty()) {
      section.set("required", required);
    }
    return section;
  }

  private static ObjectNode property(KeyTable table, ConfigKey key) {
    ObjectNode property = JSON.objectNode();
    String unit = key.unit().isEmpty() ? "" : " Unit: " + key.unit() + ".";
    property.put("description", key.about() + unit + " " + key.consequence());
    property.setAll(type(table, key));
    Optional<String> fallback = key.fallback();
    fallback.ifPresent(text -> property.set("default", defaultValue(text)));
    return property;
  }

  private static ObjectNode type(KeyTable table, ConfigKey key) {
    return switch (key.kind()) {
      case ValueKind.Whole whole ->
          object("integer").put("minimum", whole.min()).put("maximum", whole.max());
      case ValueKind.Decimal decimal -> decimal(decimal);
      case ValueKind.Text text -> object("string").put("pattern", text.format().anchoredRegex());
      case ValueKind.Choice choice -> {
        ObjectNode word = object("string");
        choice.words().forEach(word.putArray("enum")::add);
        yield word;
      }
      case ValueKind.Flag flag -> object("boolean");
      case ValueKind.Moment moment -> object("string").put("format", "date-time");
      case ValueKind.SecretReference secret -> secret();
      case ValueKind.TextList texts -> {
        ObjectNode list = object("array").put("uniqueItems", true);
        list.set("items", object("string").put("pattern", texts.format().anchoredRegex()));
        yield list;
      }
      case ValueKind.NumberMap numbers -> {
        ObjectNode map = object("object").put("additionalProperties", false);
        map.putObject("patternProperties")
            .set(numbers.names().anchoredRegex(), decimal(numbers.numbers()));
        yield map;
      }
      case ValueKind.Section section -> section(table, key.path());
      case ValueKind.SectionList sections -> {
        ObjectNode list = object("array").put("minItems", sections.min());
        list.set("items", section(table, key.path()));
        yield list;
      }
    };
  }

  private static ObjectNode object(String type) {
    return JSON.objectNode().put("type", type);
  }

  private static ObjectNode decimal(ValueKind.Decimal kind) {
    return object("number")
        .put(kind.aboveMin() ? "exclusiveMinimum" : "minimum", kind.min())
        .put("maximum", kind.max());
  }

  private static ObjectNode secret() {
    ObjectNode secret = JSON.objectNode();
    ArrayNode ways = secret.putArray("oneOf");
    for (String way : List.of("env", "file")) {
      ObjectNode option = ways.addObject().put("type", "object").put("additionalProperties", false);
      option.putObject("properties").putObject(way).put("type", "string").put("minLength", 1);
      option.putArray("required").add(way);
    }
    return secret;
  }

  /** For each key that belongs to one mode: it may be there only if the mode is that one. */
  private static ArrayNode modeConditions(KeyTable table) {
    ArrayNode conditions = JSON.arrayNode();
    for (ConfigKey key : table.keys()) {
      if (key.mode().isEmpty()) {
        continue;
      }
      ObjectNode condition = conditions.addObject();
      condition
          .putObject("if")
          .putObject("properties")
          .putObject("mode")
          .put("const", key.mode().get());
      ObjectNode forbidden = condition.putObject("else").putObject("properties");
      if (!key.parent().isEmpty()) {
        forbidden = forbidden.putObject(key.parent()).putObject("properties");
      }
      forbidden.put(key.name(), false);
    }
    return conditions;
  }

  private static JsonNode defaultValue(String text) {
    Object value = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    // An instant becomes text again, because a schema has no type for it.
    return value instanceof Date date
        ? JSON.textNode(date.toInstant().toString())
        : new ObjectMapper().valueToTree(value);
  }
}
