package org.evenkeel.shell.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.policy.OverrideScope.Level;
import org.evenkeel.shell.config.read.NearestName;

/** How people name what an override is about: 'btc', 'class:majors', 'venue:binance', an instrument, or 'book'. */
final class ScopeReader {

  /** Contracts of a series that can be named. */
  private static final int CONTRACTS = 40;

  private final Universe universe;

  ScopeReader(Universe universe) {
    this.universe = universe;
  }

  /** The scope of a text; a bare name is a sleeve, an instrument, a class or a venue, whichever is found first. */
  OverrideScope scope(String text) {
    if (text.equals("book")) {
      return OverrideScope.book();
    }
    int colon = text.indexOf(':');
    if (colon < 0) {
      for (Level level : List.of(Level.SLEEVE, Level.INSTRUMENT, Level.CLASS, Level.VENUE)) {
        if (names(level).contains(text)) {
          return new OverrideScope(level, text);
        }
      }
      throw unknown(text, "sleeve", all(), names(Level.SLEEVE));
    }
    String word = text.substring(0, colon);
    for (Level level : List.of(Level.SLEEVE, Level.INSTRUMENT, Level.CLASS, Level.VENUE)) {
      if (word(level).equals(word)) {
        return named(level, text.substring(colon + 1));
      }
    }
    throw new CommandFailed(
        ExitCode.USAGE,
        "found '" + word + ":'; write class:, sleeve:, instrument: or venue:, or 'book'");
  }

  private OverrideScope named(Level level, String name) {
    if (!names(level).contains(name)) {
      throw unknown(name, word(level), names(level), names(level));
    }
    return new OverrideScope(level, name);
  }

  private static String word(Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private List<String> all() {
    List<String> all = new ArrayList<>();
    for (Level level : List.of(Level.SLEEVE, Level.INSTRUMENT, Level.CLASS, Level.VENUE)) {
      all.addAll(names(level));
    }
    return all;
  }

  private List<String> names(Level level) {
    TreeSet<String> names = new TreeSet<>();
    switch (level) {
      case BOOK -> {}
      case SLEEVE -> universe.sleeves().forEach(sleeve -> names.add(sleeve.id().value()));
      case CLASS -> universe.sleeves().forEach(sleeve -> names.add(sleeve.sleeveClass().value()));
      case INSTRUMENT -> {
        universe.instruments().stream().map(InstrumentId::value).forEach(names::add);
        universe.rolls().rules().forEach(rule -> series(rule, names));
      }
      case VENUE ->
          universe.instruments().stream()
              .map(id -> Instrument.parse(id).venue().value())
              .forEach(names::add);
    }
    return List.copyOf(names);
  }

  /** Any contract of a rolled leg stands for the leg, also one that comes later. */
  private static void series(RollRule rule, Set<String> names) {
    InstrumentId contract = rule.first();
    for (int i = 0; i < CONTRACTS; i++) {
      names.add(contract.value());
      contract = rule.after(contract);
    }
  }

  private static CommandFailed unknown(
      String name, String what, List<String> near, List<String> shown) {
    String hint =
        NearestName.of(name, near).map(nearest -> ", did you mean '" + nearest + "'?").orElse("");
    return new CommandFailed(
        ExitCode.USAGE,
        "there is no "
            + what
            + " '"
            + name
            + "'"
            + hint
            + "; write one of "
            + String.join(", ", shown));
  }
}
