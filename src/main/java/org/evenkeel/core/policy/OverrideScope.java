package org.evenkeel.core.policy;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

/**
 * What an override is about.
 *
 * <p>An instrument or a venue stands for every sleeve with a leg there as well, because half of a hedged sleeve must
 * never be changed alone.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param level how much of the book
 * @param name which one of that level; empty for the book
 */
public record OverrideScope(Level level, String name) implements Comparable<OverrideScope> {

  /** How much of the book an override is about. */
  public enum Level {
    BOOK,
    CLASS,
    SLEEVE,
    INSTRUMENT,
    VENUE
  }

  public OverrideScope {
    if (name.isEmpty() != (level == Level.BOOK)) {
      throw new IllegalArgumentException(
          "a scope of level " + level + " cannot have the name '" + name + "'");
    }
  }

  /** Everything. */
  public static OverrideScope book() {
    return new OverrideScope(Level.BOOK, "");
  }

  /** One sleeve. */
  public static OverrideScope of(SleeveId sleeve) {
    return new OverrideScope(Level.SLEEVE, sleeve.value());
  }

  /** The same in a universe: whatever contract of a rolled leg was named, it is the one that carries the leg. */
  OverrideScope in(Universe universe) {
    if (level != Level.INSTRUMENT || universe.rolls().rules().isEmpty()) {
      return this;
    }
    return universe
        .rolls()
        .rule(InstrumentId.of(name))
        .flatMap(rule -> universe.estimatedInstruments().stream().filter(rule::has).findFirst())
        .map(carrier -> new OverrideScope(Level.INSTRUMENT, carrier.value()))
        .orElse(this);
  }

  /** Whether a sleeve is concerned. */
  public boolean touches(Sleeve sleeve) {
    return switch (level) {
      case BOOK -> true;
      case CLASS -> sleeve.sleeveClass().value().equals(name);
      case SLEEVE -> sleeve.id().value().equals(name);
      case INSTRUMENT, VENUE -> sleeve.legs().stream().anyMatch(leg -> names(leg.instrument()));
    };
  }

  /** Whether an instrument is named by it, also one that no sleeve has. */
  public boolean names(InstrumentId instrument) {
    return switch (level) {
      case BOOK -> true;
      case CLASS, SLEEVE -> false;
      case INSTRUMENT -> instrument.value().equals(name);
      case VENUE -> Instrument.parse(instrument).venue().value().equals(name);
    };
  }

  @Override
  public int compareTo(OverrideScope other) {
    int byLevel = level.compareTo(other.level);
    return byLevel != 0 ? byLevel : name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return switch (level) {
      case BOOK -> "book";
      case CLASS -> "class " + name;
      case SLEEVE, INSTRUMENT -> name;
      case VENUE -> "venue " + name;
    };
  }
}
