package org.evenkeel.shell.cli.table;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One number per asset as people write it after an option: '0.3', '0.2,0.3,0.5', 'btc=0.5,eth=25%', or a file.
 *
 * <p>A file has a name and a number in each row, or one number per asset in a row or a column, or a JSON list or
 * object.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class NamedNumbers {

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][+-]?[0-9]{1,3})?%?");
  private static final Pattern FILE = Pattern.compile("(?i).*(/|\\\\|\\.(csv|json|txt|tsv|gz))");

  private final String option;
  private final List<String> names;
  private final OptionalDouble absent;
  private final boolean oneForAll;

  /**
   * The way to read one option.
   *
   * @param option its name, for complaints
   * @param names the assets
   * @param absent the number of an asset that is not named; empty if all must be
   * @param oneForAll whether a single number holds for all
   */
  public NamedNumbers(String option, List<String> names, OptionalDouble absent, boolean oneForAll) {
    this.option = option;
    this.names = List.copyOf(names);
    this.absent = absent;
    this.oneForAll = oneForAll;
  }

  /** The numbers, one per asset in their order. */
  public List<Double> parse(String text) {
    if (isFile(text)) {
      return fromFile(TextFile.read(Path.of(text)));
    }
    String[] parts = text.split(",", -1);
    return text.contains("=") ? named(parts) : listed(parts);
  }

  private static boolean isFile(String text) {
    try {
      return FILE.matcher(text).matches() || Files.exists(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private List<Double> listed(String[] parts) {
    List<Double> numbers = new ArrayList<>();
    for (int i = 0; i < parts.length; i++) {
      numbers.add(number(parts[i].strip(), "number " + (i + 1)));
    }
    return complete(numbers);
  }

  private List<Double> complete(List<Double> numbers) {
    if (numbers.size() == 1 && oneForAll) {
      return Collections.nCopies(names.size(), numbers.get(0));
    }
    if (numbers.size() != names.size()) {
      throw InputProblem.ofOption(
          option,
          numbers.size()
              + " numbers for "
              + names.size()
              + " assets; write one for each of "
              + shown()
              + ", or name=number");
    }
    return numbers;
  }

  private List<Double> named(String[] parts) {
    TreeMap<String, Double> byName = new TreeMap<>();
    for (String part : parts) {
      int equals = part.lastIndexOf('=');
      if (equals < 0) {
        throw InputProblem.ofOption(option, "found '" + part + "'; write name=number throughout");
      }
      String name = part.substring(0, equals).strip();
      put(byName, name, number(part.substring(equals + 1).strip(), "the number of " + name));
    }
    return inOrder(byName);
  }

  private void put(Map<String, Double> byName, String name, double value) {
    if (!names.contains(name)) {
      throw InputProblem.ofOption(option, "there is no asset '" + name + "'; there are " + shown());
    }
    if (byName.put(name, value) != null) {
      throw InputProblem.ofOption(option, "'" + name + "' has two numbers");
    }
  }

  private List<Double> inOrder(Map<String, Double> byName) {
    List<Double> numbers = new ArrayList<>();
    for (String name : names) {
      Double value = byName.get(name);
      if (value == null && absent.isEmpty()) {
        throw InputProblem.ofOption(option, "there is no number for '" + name + "'");
      }
      numbers.add(value == null ? absent.orElseThrow() : value);
    }
    return numbers;
  }

  private double number(String text, String what) {
    if (!NUMBER.matcher(text).matches()) {
      throw InputProblem.ofOption(
          option, what + " is '" + text + "'; write a number like 0.25 or 25%, or name a file");
    }
    boolean percent = text.endsWith("%");
    double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
    return percent ? value / 100 : value;
  }

  private List<Double> fromFile(TextFile file) {
    if (file.isJson()) {
      JsonTree tree = JsonTree.read(file);
      if (tree.kind() == JsonTree.Kind.LIST) {
        return complete(tree.list().stream().map(JsonTree::asFiniteNumber).toList());
      }
      TreeMap<String, Double> byName = new TreeMap<>();
      tree.fields().forEach((name, value) -> put(byName, name, value.asFiniteNumber()));
      return inOrder(byName);
    }
    List<List<Cell>> rows = CsvRows.of(file);
    boolean pairs = rows.stream().allMatch(row -> row.size() == 2 && row.get(0).isName());
    if (pairs) {
      TreeMap<String, Double> byName = new TreeMap<>();
      for (List<Cell> row : rows.subList(rows.get(0).get(1).isName() ? 1 : 0, rows.size())) {
        put(byName, row.get(0).text(), row.get(1).number());
      }
      return inOrder(byName);
    }
    List<Double> numbers = new ArrayList<>();
    rows.forEach(row -> row.forEach(cell -> numbers.add(cell.number())));
    return complete(numbers);
  }

  private String shown() {
    return names.size() <= 12
        ? names.toString()
        : names.subList(0, 12) + " and " + (names.size() - 12) + " more";
  }
}
