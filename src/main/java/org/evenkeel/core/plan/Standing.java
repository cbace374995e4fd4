package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Valuation;

/**
 * What the bot's own books say about an account when a plan is made for it.
 *
 * @param ledger which ledger it was, by content; a plan is good for this one only
 * @param unresolved the possible positions of every instrument with an order whose fate is open
 * @param disputed instruments in which ledger and venue disagree; not even a reduction is planned there
 * @param rules the instruments that operators do not leave free to trade
 */
public record Standing(
    String ledger,
    SortedMap<InstrumentId, PositionInterval> unresolved,
    SortedSet<InstrumentId> disputed,
    SortedMap<InstrumentId, TradeRule> rules) {

  /** Without rules of trading. */
  public Standing(
      String ledger,
      SortedMap<InstrumentId, PositionInterval> unresolved,
      SortedSet<InstrumentId> disputed) {
    this(ledger, unresolved, disputed, new TreeMap<>());
  }

  public Standing {
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    unresolved = Collections.unmodifiableSortedMap(new TreeMap<>(unresolved));
    disputed = Collections.unmodifiableSortedSet(new TreeSet<>(disputed));
  }

  /** No order is open; some instruments may be disputed all the same. */
  public static Standing settled(SortedSet<InstrumentId> disputed) {
    return new Standing("", new TreeMap<>(), disputed);
  }

  /** The same with intervals that also have what the venue shows; it may show an execution that is not booked yet. */
  Standing seenIn(AccountSnapshot account) {
    TreeMap<InstrumentId, PositionInterval> wider = new TreeMap<>();
    unresolved.forEach(
        (id, interval) ->
            wider.put(id, interval.including(Valuation.held(Instrument.parse(id), account))));
    return new Standing(ledger, wider, disputed, rules);
  }

  /** The same under rules of trading. */
  public Standing under(SortedMap<InstrumentId, TradeRule> others) {
    return new Standing(ledger, unresolved, disputed, others);
  }

  /** The rule of an instrument. */
  public TradeRule rule(InstrumentId instrument) {
    return rules.getOrDefault(instrument, TradeRule.FREE);
  }

  /** True if the instrument is not to be planned: an order is open, or it is disputed. */
  boolean isFrozen(InstrumentId instrument) {
    return disputed.contains(instrument) || unresolved.containsKey(instrument);
  }

  /** The possible positions of an instrument of which part may be closed although an order is open. */
  Optional<PositionInterval> reducible(InstrumentId instrument) {
    return disputed.contains(instrument)
        ? Optional.empty()
        : Optional.ofNullable(unresolved.get(instrument));
  }

  List<PositionInterval> intervals() {
    return new ArrayList<>(unresolved.values());
  }
}
