package org.evenkeel.shell.cli.table;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A JSON value that knows where it stands in its file, so that a complaint about it can say so.
 *
 * <p>Numbers keep the text they were written with. NaN and Infinity are read as numbers, because programs write them.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class JsonTree {

  /** What a value is. */
  public enum Kind {
    OBJECT,
    LIST,
    TEXT,
    NUMBER,
    TRUTH,
    NOTHING
  }

  private final Path file;
  private final int line;
  private final int column;
  private final Kind kind;
  private final String text;
  private final List<JsonTree> elements = new ArrayList<>();
  private final Map<String, JsonTree> fields = new LinkedHashMap<>();

  private JsonTree(Path file, JsonLocation at, Kind kind, String text) {
    this.file = file;
    this.line = at.getLineNr();
    this.column = at.getColumnNr();
    this.kind = kind;
    this.text = text;
  }

  /**
   * Reads one value, the whole file.
   *
   * @throws InputProblem with line and column if it is no JSON, or has a field twice
   */
  public static JsonTree read(TextFile file) {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(16).build())
            .build();
    try (JsonParser parser = factory.createParser(file.text())) {
      parser.nextToken();
      JsonTree tree = value(file.path(), parser);
      if (parser.nextToken() != null) {
        throw new JsonTree(file.path(), parser.currentTokenLocation(), Kind.NOTHING, "")
            .problem("something follows after the end of the JSON value");
      }
      return tree;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation() == null ? JsonLocation.NA : e.getLocation();
      throw InputProblem.of(
          file.path(), at.getLineNr(), at.getColumnNr(), "no JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new UncheckedIOException("a text in memory cannot be read", e);
    }
  }

  private static JsonTree value(Path file, JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    JsonLocation at = parser.currentTokenLocation();
    if (token == null) {
      throw InputProblem.of(file, "the JSON value ends before it begins");
    }
    JsonTree tree =
        switch (token) {
          case START_OBJECT -> new JsonTree(file, at, Kind.OBJECT, "an object");
          case START_ARRAY -> new JsonTree(file, at, Kind.LIST, "a list");
          case VALUE_STRING -> new JsonTree(file, at, Kind.TEXT, parser.getText());
          case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
              new JsonTree(file, at, Kind.NUMBER, parser.getText());
          case VALUE_TRUE, VALUE_FALSE -> new JsonTree(file, at, Kind.TRUTH, parser.getText());
          default -> new JsonTree(file, at, Kind.NOTHING, "null");
        };
    if (tree.kind == Kind.LIST) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        tree.elements.add(value(file, parser));
      }
    } else if (tree.kind == Kind.OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        parser.nextToken();
        tree.fields.put(name, value(file, parser));
      }
    }
    return tree;
  }

  public Kind kind() {
    return kind;
  }

  /** The text, or the number as it was written. */
  public String text() {
    return text;
  }

  /** The fields of an object, in their order; none for anything else. */
  public Map<String, JsonTree> fields() {
    return fields;
  }

  /** Whether an object has a field with a value other than null. */
  public boolean has(String field) {
    JsonTree value = fields.get(field);
    return value != null && value.kind != Kind.NOTHING;
  }

  /** A field that an object must have. */
  public JsonTree field(String name) {
    JsonTree value = fields.get(name);
    if (kind != Kind.OBJECT || value == null) {
      throw problem("there is no field '" + name + "'");
    }
    return value;
  }

  /** The elements of what must be a list. */
  public List<JsonTree> list() {
    if (kind != Kind.LIST) {
      throw problem("found " + described() + "; a list is expected");
    }
    return elements;
  }

  /** What must be a text. */
  public String asText() {
    if (kind != Kind.TEXT) {
      throw problem("found " + described() + "; a text is expected");
    }
    return text;
  }

  /** What must be a number; NaN for null, so that whoever computes with it has to refuse it. */
  public double asNumber() {
    if (kind == Kind.NOTHING) {
      return Double.NaN;
    }
    if (kind != Kind.NUMBER) {
      throw problem("found " + described() + "; a number is expected");
    }
    return switch (text) {
      case "INF", "+INF" -> Double.POSITIVE_INFINITY;
      case "-INF" -> Double.NEGATIVE_INFINITY;
      default -> Double.parseDouble(text);
    };
  }

  /** What must be a number that is known and finite. */
  public double asFiniteNumber() {
    double value = asNumber();
    if (!Double.isFinite(value)) {
      throw problem("found " + described() + "; every number must be known and finite");
    }
    return value;
  }

  /** A list of numbers; NaN where null stands. */
  public double[] asNumbers() {
    return list().stream().mapToDouble(JsonTree::asNumber).toArray();
  }

  /** What it is, for a complaint. */
  public String described() {
    return kind == Kind.TEXT ? "the text '" + text + "'" : text;
  }

  /** A complaint about this value. */
  public InputProblem problem(String message) {
    return InputProblem.of(file, line, column, message);
  }
}
