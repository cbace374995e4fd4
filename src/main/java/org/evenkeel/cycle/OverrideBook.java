package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.plan.TradeRule;
import org.evenkeel.core.policy.Mandates;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.Overrides;

/**
 * The overrides as a cycle sees them.
 *
 * <p>A decision obeys what was in force when its slot was due and what is in force when it begins. What is ordered after
 * that counts from the next decision on, except that it may forbid an order of this one: {@link #rules} are read again
 * before each. Nothing that ends in the middle of a cycle permits more before the next one.
 *
 * <p>Single-threaded.
 */
final class OverrideBook {

  static final String DOCUMENT = "overrides";

  private final Strategy strategy;
  private final Journal journal;
  private final Clock clock;
  private final Alerts alerts;

  OverrideBook(Strategy strategy, Journal journal, Clock clock, Alerts alerts) {
    this.strategy = strategy;
    this.journal = journal;
    this.clock = clock;
    this.alerts = alerts;
  }

  /** What a decision is made under, stored with its cycle; what has ended since the one before is told once. */
  Overrides of(CycleId cycle, Instant dueAt) {
    Overrides before =
        journal.newestDocuments(DOCUMENT, Overrides.class, 1).stream()
            .findFirst()
            .orElse(Overrides.none());
    Overrides now = before.next(inForce(dueAt));
    if (!now.isEmpty()) {
      journal.keepDocument(cycle, DOCUMENT, now);
    }
    if (!now.ended().isEmpty()) {
      alerts.note("override", now.reverted() + "; the solver decides again");
    }
    return now;
  }

  /** The rules of trading as they are now and were when the decision began. */
  SortedMap<InstrumentId, TradeRule> rules(Instant decidedAt) {
    return Mandates.of(LiveContracts.at(strategy.universe(), decidedAt), inForce(decidedAt))
        .rules();
  }

  private List<OperatorOverride> inForce(Instant from) {
    TreeMap<Long, OperatorOverride> all = new TreeMap<>();
    journal.overrides(from).forEach(override -> all.put(override.id(), override));
    journal.overrides(clock.now()).forEach(override -> all.put(override.id(), override));
    return List.copyOf(all.values());
  }
}
