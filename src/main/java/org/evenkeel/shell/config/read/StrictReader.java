package org.evenkeel.shell.config.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.config.keys.ConfigKey;
import org.evenkeel.shell.config.keys.KeyTable;
import org.evenkeel.shell.config.keys.ValueKind;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Reads a text against a key table: every key must be known, written once, of its kind and in its range.
 *
 * <p>All errors are collected; the caller adds its own checks and throws them together.
 * One reader reads one file; not thread-safe.
 */
public final class StrictReader {

  private final KeyTable table;
  private final YamlTree tree;
  private final ConfigValues values = new ConfigValues();
  private final List<ConfigError> errors = new ArrayList<>();

  private StrictReader(KeyTable table, YamlTree tree) {
    this.table = table;
    this.tree = tree;
  }

  /** What was read, with the errors found on the way. */
  public record Reading(ConfigValues values, List<ConfigError> errors) {}

  /**
   * Reads a text.
   *
   * @param source the name of the file, for messages
   * @param text its content
   * @param table the keys that it may hold
   * @param settings values from the command line
   * @throws ConfigException if the text is not YAML at all
   */
  public static Reading read(String source, String text, KeyTable table, List<Setting> settings) {
    YamlTree tree = YamlTree.parse(source, text);
    settings.forEach(tree::apply);
    StrictReader reader = new StrictReader(table, tree);
    reader.section(tree.root(), tree.placeOf(tree.root()), "", "");
    return new Reading(reader.values, reader.errors);
  }

  private void section(MappingNode node, Place place, String path, String tablePath) {
    values.putSection(path, place);
    Map<String, NodeTuple> written = names(node, path, tablePath);
    for (ConfigKey key : table.children(tablePath)) {
      String childPath = path.isEmpty() ? key.name() : path + "." + key.name();
      NodeTuple child = written.get(key.name());
      if (child == null) {
        absent(key, childPath, place);
        continue;
      }
      Place childPlace = tree.placeOf(child.getKeyNode());
      values.putWritten(childPath, childPlace);
      if (isForThisMode(key)) {
        value(child.getValueNode(), childPlace, key, childPath);
      } else {
        wrongMode(key, childPath, childPlace);
      }
    }
  }

  /** The written keys of a section by name; unknown and repeated ones become errors. */
  private Map<String, NodeTuple> names(MappingNode node, String path, String tablePath) {
    Map<String, NodeTuple> written = new LinkedHashMap<>();
    Map<String, Place> first = new HashMap<>();
    List<String> known = table.children(tablePath).stream().map(ConfigKey::name).toList();
    for (NodeTuple tuple : node.getValue()) {
      String name =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "a structure";
      Place place = tree.placeOf(tuple.getKeyNode());
      String full = path.isEmpty() ? name : path + "." + name;
      Place earlier = first.putIfAbsent(name, place);
      if (earlier != null) {
        error(place, full, "written twice, first in line " + earlier.line(), "keep one of them");
      } else if (!known.contains(name)) {
        error(place, full, "unknown key", suggestion(name, known));
      } else {
        written.put(name, tuple);
      }
    }
    return written;
  }

  private String suggestion(String name, List<String> known) {
    Optional<String> near = NearestName.of(name, known);
    if (near.isPresent()) {
      return "did you mean " + near.get() + "?";
    }
    Optional<ConfigKey> elsewhere =
        table.keys().stream().filter(key -> key.name().equals(name)).findFirst();
    return elsewhere
        .map(key -> "it belongs to " + (key.parent().isEmpty() ? "the top" : key.parent()))
        .orElse("known here: " + String.join(", ", known));
  }

  private void absent(ConfigKey key, String path, Place section) {
    if (!isForThisMode(key)) {
      return;
    }
    if (key.required()) {
      error(section, path, "missing", "write " + key.kind().advice());
    } else if (key.kind() instanceof ValueKind.Section) {
      defaults(path, key.path());
    } else {
      key.fallback().ifPresent(text -> value(YamlTree.value(text), values.place(""), key, path));
    }
  }

  /** The defaults of a section that is not written. */
  private void defaults(String path, String tablePath) {
    for (ConfigKey key : table.children(tablePath)) {
      absent(key, path + "." + key.name(), values.place(""));
    }
  }

  private void value(Node node, Place place, ConfigKey key, String path) {
    switch (key.kind()) {
      case ValueKind.Section kind -> {
        if (node instanceof MappingNode mapping) {
          section(mapping, place, path, key.path());
        } else if (node.getTag().equals(Tag.NULL)) {
          defaults(path, key.path());
        } else {
          wrong(node, place, path, kind);
        }
      }
      case ValueKind.SectionList kind -> sections(node, place, key, path, kind);
      case ValueKind.Whole kind -> scalar(node, place, kind, path);
      case ValueKind.Decimal kind -> scalar(node, place, kind, path);
      case ValueKind.Text kind -> scalar(node, place, kind, path);
      case ValueKind.Choice kind -> scalar(node, place, kind, path);
      case ValueKind.Flag kind -> scalar(node, place, kind, path);
      case ValueKind.Moment kind -> scalar(node, place, kind, path);
      case ValueKind.SecretReference kind -> scalar(node, place, kind, path);
      case ValueKind.TextList kind -> scalar(node, place, kind, path);
      case ValueKind.NumberMap kind -> scalar(node, place, kind, path);
    }
  }

  private void sections(
      Node node, Place place, ConfigKey key, String path, ValueKind.SectionList kind) {
    if (!(node instanceof SequenceNode sequence)) {
      wrong(node, place, path, kind);
      return;
    }
    if (sequence.getValue().size() < kind.min()) {
      error(place, path, "found an empty list", "write at least " + kind.min());
    }
    values.putSection(path, place);
    values.putSize(path, sequence.getValue().size());
    for (int i = 0; i < sequence.getValue().size(); i++) {
      Node item = sequence.getValue().get(i);
      String itemPath = path + "[" + i + "]";
      if (item instanceof MappingNode mapping) {
        section(mapping, tree.placeOf(item), itemPath, key.path());
      } else {
        wrong(item, tree.placeOf(item), itemPath, new ValueKind.Section());
      }
    }
  }

  private void scalar(Node node, Place place, ValueKind kind, String path) {
    new ScalarReader((found, advice) -> error(place, path, found, advice))
        .read(node, kind)
        .ifPresent(value -> values.put(path, value));
  }

  private boolean isForThisMode(ConfigKey key) {
    Optional<String> mode = values.text("mode");
    return key.mode().isEmpty() || mode.isEmpty() || key.mode().equals(mode);
  }

  private void wrongMode(ConfigKey key, String path, Place place) {
    error(
        place,
        path,
        "not allowed in mode " + values.text("mode").orElse("?"),
        "remove it; it belongs to mode " + key.mode().orElse("?"));
  }

  private void wrong(Node node, Place place, String path, ValueKind kind) {
    error(place, path, "found " + ScalarReader.describe(node), "write " + kind.advice());
  }

  private void error(Place place, String path, String found, String advice) {
    errors.add(new ConfigError(place, path, found, advice));
  }
}
