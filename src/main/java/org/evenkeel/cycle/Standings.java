package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.Standing;
import org.evenkeel.core.policy.Exposure;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerBalances;

/** What the journal says of the account at one moment: positions, possible positions, and which ledger it was. */
public final class Standings {

  private Standings() {}

  /** What a plan has to know of the journal. */
  public static Standing of(Strategy strategy, Journal journal) {
    LedgerBalances ledger = journal.ledger();
    return new Standing(
        version(ledger), unresolved(ledger, journal), disputed(strategy.universe(), journal));
  }

  /** The possible positions of every instrument that has an order whose fate is open. */
  public static SortedMap<InstrumentId, PositionInterval> unresolved(Journal journal) {
    return unresolved(journal.ledger(), journal);
  }

  private static SortedMap<InstrumentId, PositionInterval> unresolved(
      LedgerBalances ledger, Journal journal) {
    TreeMap<InstrumentId, PositionInterval> intervals = new TreeMap<>();
    for (Attempt open : journal.openAttempts()) {
      OrderTicket ticket = open.ticket();
      widen(intervals, ledger, ticket.instrument(), ticket.side(), open.worstCaseLeaves());
    }
    for (AdoptedOrder open : journal.adoptions().open()) {
      widen(intervals, ledger, open.instrument(), open.side(), open.worstCaseLeaves());
    }
    return intervals;
  }

  private static void widen(
      SortedMap<InstrumentId, PositionInterval> intervals,
      LedgerBalances ledger,
      InstrumentId id,
      Side side,
      Contracts leaves) {
    PositionInterval before =
        intervals.getOrDefault(id, PositionInterval.at(id, position(ledger, id)));
    intervals.put(id, before.after(side, leaves));
  }

  /** Every future's position with all its open orders at full size. */
  static Exposure exposure(Journal journal) {
    Exposure exposure = new Exposure();
    journal
        .ledger()
        .positions()
        .forEach(
            (id, quantity) -> exposure.setPosition(InstrumentId.of(id), Contracts.of(quantity)));
    for (Attempt open : journal.openAttempts()) {
      exposure.addWorking(open.ticket().instrument(), open.ticket().side(), open.worstCaseLeaves());
    }
    for (AdoptedOrder open : journal.adoptions().open()) {
      exposure.addWorking(open.instrument(), open.side(), open.worstCaseLeaves());
    }
    return exposure;
  }

  /** Fees and funding in all since the first start, by account and unit; positive was paid. */
  static SortedMap<String, BigDecimal> charges(Journal journal) {
    TreeMap<String, BigDecimal> charges = new TreeMap<>(journal.accounting().sums().sums());
    charges
        .keySet()
        .removeIf(
            key ->
                !key.startsWith(LedgerAccount.FEE + " ")
                    && !key.startsWith(LedgerAccount.FUNDING + " "));
    return charges;
  }

  /** The content of a ledger in short: it changes with whatever is booked. */
  static String version(LedgerBalances ledger) {
    return ContentHash.ofText(ledger.toString()).value();
  }

  private static Contracts position(LedgerBalances ledger, InstrumentId id) {
    return switch (Instrument.parse(id)) {
      case Instrument.Spot spot -> Contracts.of(ledger.coins(spot.venue(), spot.base()));
      case Instrument.Future future -> ledger.position(id);
    };
  }

  private static SortedSet<InstrumentId> disputed(Universe universe, Journal journal) {
    TreeSet<InstrumentId> known = new TreeSet<>(universe.instruments());
    if (!universe.rolls().rules().isEmpty()) {
      journal.listings().newest().stream()
          .map(InstrumentSpec::id)
          .filter(id -> universe.rolls().rule(id).isPresent())
          .forEach(known::add);
    }
    TreeSet<InstrumentId> disputed = new TreeSet<>();
    for (Lock lock : journal.locks().open()) {
      known.stream().filter(lock::concerns).forEach(disputed::add);
    }
    return disputed;
  }
}
