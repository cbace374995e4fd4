package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.Intent;

/** What has come of a cycle's intents so far. Single-threaded. */
final class Tally {

  private final TreeSet<InstrumentId> unresolved = new TreeSet<>();
  private final TreeMap<InstrumentId, Contracts> due = new TreeMap<>();
  private final TreeMap<InstrumentId, Contracts> traded = new TreeMap<>();
  private final TreeMap<IntentId, Contracts> byIntent = new TreeMap<>();
  private final List<Skip> denials = new ArrayList<>();
  private int orders = 0;
  private int open = 0;
  private BigDecimal turnover = BigDecimal.ZERO;
  private BigDecimal possible = BigDecimal.ZERO;
  private boolean isReplanned = false;
  private List<PlannedLeg> following = List.of();

  /** Enters an order that was sent, with the values of what it traded and of what it may still trade. */
  void sent(Intent intent, Attempt attempt, BigDecimal value, BigDecimal stillPossible) {
    orders++;
    traded.merge(intent.instrument(), intent.side().signed(attempt.bookedQty()), Contracts::plus);
    byIntent.merge(intent.id(), attempt.bookedQty(), Contracts::plus);
    turnover = turnover.add(value);
    if (!attempt.state().isTerminal()) {
      open++;
      unresolved.add(intent.instrument());
      possible = possible.add(stillPossible);
    }
  }

  /** Enters that all was done for an intent that will be; what follows builds on all of it. */
  void ended(Intent intent) {
    due.merge(intent.instrument(), intent.side().signed(intent.quantity()), Contracts::plus);
  }

  /** Enters what must follow the orders that are sent next. */
  void follow(List<PlannedLeg> legs) {
    following = legs;
  }

  List<PlannedLeg> following() {
    return following;
  }

  void denied(Denial denial) {
    denials.add(new Skip(denial.intent().instrument(), denial.refusal()));
  }

  /** True the first time only: a decision is made smaller once and not until it fits. */
  boolean mayReplan() {
    boolean isFirst = !isReplanned;
    isReplanned = true;
    return isFirst;
  }

  boolean isUnresolved(InstrumentId instrument) {
    return unresolved.contains(instrument);
  }

  SortedSet<InstrumentId> unresolved() {
    return unresolved;
  }

  /** What this cycle's ended intents should have changed. */
  Contracts due(InstrumentId instrument) {
    return due.getOrDefault(instrument, Contracts.ZERO);
  }

  /** What this cycle's orders have changed by what is booked. */
  Contracts traded(InstrumentId instrument) {
    return traded.getOrDefault(instrument, Contracts.ZERO);
  }

  /** What the orders of one intent have traded by what is booked. */
  Contracts traded(Intent intent) {
    return byIntent.getOrDefault(intent.id(), Contracts.ZERO);
  }

  /** The instruments of which ended intents have not traded all of their quantity. */
  List<InstrumentId> incomplete() {
    return due.keySet().stream().filter(id -> !traded(id).equals(due(id))).toList();
  }

  int orders() {
    return orders;
  }

  /** What may have been traded: an order without answer counts as if it were filled. */
  BigDecimal atMost() {
    return turnover.add(possible);
  }

  OrderDesk.Outcome outcome() {
    return new OrderDesk.Outcome(orders, turnover, List.copyOf(denials), open);
  }
}
