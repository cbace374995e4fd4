package org.evenkeel.shell.config.read;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.shell.config.keys.TextFormat;
import org.evenkeel.shell.config.keys.ValueKind;
import org.evenkeel.shell.config.secret.SecretReference;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Turns one node into a value of the wanted kind, or says what is wrong with it.
 *
 * <p>Stricter than YAML: numbers are plain decimals, flags are true or false, and nothing is converted silently.
 */
final class ScalarReader {

  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

  private final BiConsumer<String, String> errors;

  /**
   * @param errors takes what was found and what to write instead
   */
  ScalarReader(BiConsumer<String, String> errors) {
    this.errors = errors;
  }

  /** The value, or empty after an error was told; sections and lists of sections are not read here. */
  Optional<Object> read(Node node, ValueKind kind) {
    return switch (kind) {
      case ValueKind.Whole whole -> whole(node, whole).map(Object.class::cast);
      case ValueKind.Decimal decimal -> decimal(node, decimal).map(Object.class::cast);
      case ValueKind.Text text -> text(node, text.format(), kind.advice()).map(Object.class::cast);
      case ValueKind.Choice choice -> choice(node, choice).map(Object.class::cast);
      case ValueKind.Flag flag -> flag(node, flag).map(Object.class::cast);
      case ValueKind.Moment moment -> instant(node, moment).map(Object.class::cast);
      case ValueKind.SecretReference secret -> secret(node, secret).map(Object.class::cast);
      case ValueKind.TextList texts -> texts(node, texts).map(Object.class::cast);
      case ValueKind.NumberMap numbers -> numbers(node, numbers).map(Object.class::cast);
      case ValueKind.Section section -> throw new IllegalArgumentException("a section");
      case ValueKind.SectionList sections -> throw new IllegalArgumentException("sections");
    };
  }

  private <T> Optional<T> wrong(Node node, String advice) {
    errors.accept("found " + describe(node), "write " + advice);
    return Optional.empty();
  }

  private Optional<Long> whole(Node node, ValueKind.Whole kind) {
    Optional<BigDecimal> number = number(node, kind.advice());
    if (number.isEmpty()) {
      return Optional.empty();
    }
    BigDecimal value = number.get();
    boolean fits =
        value.stripTrailingZeros().scale() <= 0
            && value.compareTo(BigDecimal.valueOf(kind.min())) >= 0
            && value.compareTo(BigDecimal.valueOf(kind.max())) <= 0;
    return fits ? Optional.of(value.longValueExact()) : wrong(node, kind.advice());
  }

  private Optional<BigDecimal> decimal(Node node, ValueKind.Decimal kind) {
    Optional<BigDecimal> number = number(node, kind.advice());
    if (number.isPresent() && !kind.allows(number.get())) {
      return wrong(node, kind.advice());
    }
    return number.map(Decimals::normal);
  }

  private Optional<BigDecimal> number(Node node, String advice) {
    if (!(node instanceof ScalarNode scalar)) {
      return wrong(node, advice);
    }
    boolean isNumber = NUMBER.matcher(scalar.getValue()).matches();
    if (isNumber && !isPlain(scalar)) {
      return wrong(node, advice + " without quotes");
    }
    return isNumber ? Optional.of(new BigDecimal(scalar.getValue())) : wrong(node, advice);
  }

  private Optional<String> text(Node node, TextFormat format, String advice) {
    if (!(node instanceof ScalarNode scalar) || scalar.getTag().equals(Tag.NULL)) {
      return wrong(node, advice);
    }
    if (!scalar.getTag().equals(Tag.STR) && format != TextFormat.CODE) {
      return wrong(node, advice + ", in quotes");
    }
    return format.matches(scalar.getValue()) ? Optional.of(scalar.getValue()) : wrong(node, advice);
  }

  private Optional<String> choice(Node node, ValueKind.Choice kind) {
    boolean known = node instanceof ScalarNode scalar && kind.words().contains(scalar.getValue());
    return known ? Optional.of(((ScalarNode) node).getValue()) : wrong(node, kind.advice());
  }

  private Optional<Boolean> flag(Node node, ValueKind.Flag kind) {
    if (node instanceof ScalarNode scalar && isPlain(scalar)) {
      if (scalar.getValue().equals("true") || scalar.getValue().equals("false")) {
        return Optional.of(Boolean.valueOf(scalar.getValue()));
      }
    }
    return wrong(node, kind.advice());
  }

  private Optional<Instant> instant(Node node, ValueKind.Moment kind) {
    if (node instanceof ScalarNode scalar) {
      try {
        return Optional.of(Instant.parse(scalar.getValue()));
      } catch (DateTimeException e) {
        return wrong(node, kind.advice());
      }
    }
    return wrong(node, kind.advice());
  }

  /** The content of a secret that stands in the file by mistake is not repeated in the message. */
  private Optional<SecretReference> secret(Node node, ValueKind.SecretReference kind) {
    if (node instanceof MappingNode mapping && mapping.getValue().size() == 1) {
      NodeTuple only = mapping.getValue().get(0);
      if (only.getKeyNode() instanceof ScalarNode how
          && only.getValueNode() instanceof ScalarNode where) {
        if (how.getValue().equals("env") && ENVIRONMENT_NAME.matcher(where.getValue()).matches()) {
          return Optional.of(new SecretReference.Env(where.getValue()));
        }
        if (how.getValue().equals("file") && !where.getValue().isBlank()) {
          return Optional.of(new SecretReference.File(where.getValue()));
        }
      }
    }
    String found =
        node instanceof ScalarNode
            ? "found a secret in the file itself"
            : "found " + describe(node);
    errors.accept(found, "write " + kind.advice() + " and keep the secret there");
    return Optional.empty();
  }

  private Optional<List<String>> texts(Node node, ValueKind.TextList kind) {
    if (!(node instanceof SequenceNode sequence)) {
      return wrong(node, kind.advice());
    }
    List<String> texts = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      Optional<String> text = text(item, kind.format(), kind.format().advice());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      if (texts.contains(text.get())) {
        errors.accept("found " + text.get() + " twice in the list", "write it once");
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(List.copyOf(texts));
  }

  private Optional<Object> numbers(Node node, ValueKind.NumberMap kind) {
    if (!(node instanceof MappingNode mapping)) {
      return wrong(node, kind.advice());
    }
    TreeMap<String, BigDecimal> numbers = new TreeMap<>();
    TreeSet<String> twice = new TreeSet<>();
    boolean good = true;
    for (NodeTuple tuple : mapping.getValue()) {
      Optional<String> name = text(tuple.getKeyNode(), kind.names(), kind.names().advice());
      Optional<BigDecimal> number = decimal(tuple.getValueNode(), kind.numbers());
      good &= name.isPresent() && number.isPresent();
      if (name.isPresent() && number.isPresent()) {
        if (numbers.putIfAbsent(name.get(), number.get()) != null && twice.add(name.get())) {
          errors.accept("found " + name.get() + " twice", "write it once");
          good = false;
        }
      }
    }
    return good ? Optional.of(Collections.unmodifiableSortedMap(numbers)) : Optional.empty();
  }

  private static boolean isPlain(ScalarNode scalar) {
    return scalar.getScalarStyle() == ScalarStyle.PLAIN;
  }

  static String describe(Node node) {
    if (node instanceof SequenceNode) {
      return "a list";
    }
    if (node instanceof MappingNode) {
      return "a section";
    }
    ScalarNode scalar = (ScalarNode) node;
    if (scalar.getTag().equals(Tag.NULL)) {
      return "nothing";
    }
    return isPlain(scalar) && !scalar.getTag().equals(Tag.STR)
        ? scalar.getValue()
        : "'" + scalar.getValue() + "'";
  }
}
