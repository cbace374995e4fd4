package org.evenkeel.core.catalog;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;

/**
 * The legs of a universe that are held in one dated contract after the other.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param rules one for each such leg, by the name of its first contract; empty once it is decided which contracts carry
 *     the legs
 * @param beside contracts beside those of the legs, each with the leg's contract: the ones that a leg may move to, or
 *     those that it leaves
 * @param reasons why a contract is left, where it is
 */
public record Rolls(
    List<RollRule> rules,
    SortedMap<InstrumentId, InstrumentId> beside,
    SortedMap<InstrumentId, String> reasons) {

  /** No leg is rolled. */
  public static final Rolls NONE = of(List.of());

  /** Rolls of which nothing is decided. */
  public Rolls(List<RollRule> rules, SortedMap<InstrumentId, InstrumentId> beside) {
    this(rules, beside, Collections.emptySortedMap());
  }

  public Rolls {
    rules = rules.stream().sorted((a, b) -> a.first().compareTo(b.first())).toList();
    beside = Collections.unmodifiableSortedMap(new TreeMap<>(beside));
    reasons = Collections.unmodifiableSortedMap(new TreeMap<>(reasons));
  }

  /** The rules of a configuration. */
  public static Rolls of(List<RollRule> rules) {
    return new Rolls(rules, Collections.emptySortedMap());
  }

  /** The rule of the series that an instrument is a contract of. */
  public Optional<RollRule> rule(InstrumentId instrument) {
    return rules.stream().filter(rule -> rule.has(instrument)).findFirst();
  }
}
