package org.evenkeel.shell.cli.solver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.SleeveId;

/**
 * The names that a file uses, which may be anything, beside the identifiers that the solver uses.
 *
 * <p>For example, 'Emerging markets' is 'asset-000001' to the solver, and what it says about it is put back into words.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class AssetNames {

  private static final Pattern IDENTIFIER = Pattern.compile("asset-([0-9]{6})");

  private final List<String> names;
  private final List<SleeveId> ids;

  public AssetNames(List<String> names) {
    this.names = List.copyOf(names);
    List<SleeveId> made = new ArrayList<>();
    for (int i = 1; i <= names.size(); i++) {
      made.add(SleeveId.of(String.format(Locale.ROOT, "asset-%06d", i)));
    }
    this.ids = List.copyOf(made);
  }

  /** The names as the file has them. */
  public List<String> names() {
    return names;
  }

  /** The solver's identifiers, in the same order, which is also their alphabetical one. */
  public List<SleeveId> ids() {
    return ids;
  }

  public int size() {
    return names.size();
  }

  /** The place of a name, or -1. */
  public int indexOf(String name) {
    return names.indexOf(name);
  }

  /** The name of an identifier. */
  public String name(SleeveId id) {
    return names.get(ids.indexOf(id));
  }

  /** What the solver says, with the file's names in place of its identifiers. */
  public String inWords(String text) {
    Matcher matcher = IDENTIFIER.matcher(text);
    StringBuilder words = new StringBuilder();
    while (matcher.find()) {
      int index = Integer.parseInt(matcher.group(1)) - 1;
      String name = index >= 0 && index < names.size() ? names.get(index) : matcher.group();
      matcher.appendReplacement(words, Matcher.quoteReplacement(name));
    }
    return matcher.appendTail(words).toString();
  }
}
