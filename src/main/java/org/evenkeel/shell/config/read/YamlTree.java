package org.evenkeel.shell.config.read;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The tree of a YAML text before anything is interpreted: every node still knows its line.
 *
 * <p>Aliases of lists and sections are refused: what a file says must stand where it is said.
 * Not thread-safe.
 */
final class YamlTree {

  private final String source;
  private final MappingNode root;

  private YamlTree(String source, MappingNode root) {
    this.source = source;
    this.root = root;
  }

  /** Reads a text; throws {@link ConfigException} if it is not YAML or not a section. */
  static YamlTree parse(String source, String text) {
    LoaderOptions options = new LoaderOptions();
    options.setMaxAliasesForCollections(0);
    Node root;
    try {
      root = new Yaml(options).compose(new StringReader(text));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw failure(source, mark == null ? 1 : mark.getLine() + 1, "not YAML: " + e.getProblem());
    } catch (YAMLException e) {
      throw failure(source, 1, "not readable: " + e.getMessage());
    }
    if (root instanceof MappingNode mapping) {
      return new YamlTree(source, mapping);
    }
    throw failure(source, 1, root == null ? "the file is empty" : "the file holds no keys");
  }

  private static ConfigException failure(String source, int line, String found) {
    return new ConfigException(
        List.of(
            new ConfigError(
                new Place(source, line), "", found, "write keys as in config/rehearsal.yml")));
  }

  /** The node that a text would be, as a value. */
  static Node value(String text) {
    return new Yaml(new LoaderOptions()).compose(new StringReader(text));
  }

  MappingNode root() {
    return root;
  }

  /** The place of a node: its line, or the option that gave it. */
  Place placeOf(Node node) {
    Mark mark = node.getStartMark();
    return mark.getName().startsWith("--")
        ? new Place(mark.getName(), 0)
        : new Place(source, mark.getLine() + 1);
  }

  /** Puts a value from the command line in the place of what the file says. */
  void apply(Setting setting) {
    Mark mark = new Mark(setting.option(), 0, 0, 0, new int[0], 0);
    MappingNode section = root;
    String[] names = setting.path().split("\\.", -1);
    for (int i = 0; i < names.length - 1; i++) {
      Node child = child(section, names[i]);
      if (!(child instanceof MappingNode)) {
        child = new MappingNode(Tag.MAP, true, new ArrayList<>(), mark, mark, FlowStyle.BLOCK);
        put(section, names[i], child, mark);
      }
      section = (MappingNode) child;
    }
    Tag tag = new Resolver().resolve(NodeId.scalar, setting.value(), true);
    Node value = new ScalarNode(tag, setting.value(), mark, mark, ScalarStyle.PLAIN);
    put(section, names[names.length - 1], value, mark);
  }

  private static @Nullable Node child(MappingNode section, String name) {
    for (NodeTuple tuple : section.getValue()) {
      if (isNamed(tuple, name)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }

  private static void put(MappingNode section, String name, Node value, Mark mark) {
    List<NodeTuple> tuples = new ArrayList<>(section.getValue());
    tuples.removeIf(tuple -> isNamed(tuple, name));
    tuples.add(new NodeTuple(new ScalarNode(Tag.STR, name, mark, mark, ScalarStyle.PLAIN), value));
    section.setValue(tuples);
  }

  private static boolean isNamed(NodeTuple tuple, String name) {
    return tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals(name);
  }
}
