package org.evenkeel.cycle;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.RollRule;
import org.evenkeel.core.catalog.Rolls;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.settle.LedgerBalances;

/** The contracts of a universe's rolled legs that matter at one moment. */
public final class LiveContracts {

  private LiveContracts() {}

  /** Every rolled leg in the contract that ends next, with the one after it beside it, listed or not. */
  public static Universe at(Universe universe, Instant now) {
    return universe.live(LocalDate.ofInstant(now, ZoneOffset.UTC));
  }

  /** The same without the contracts after that the venue does not list yet; refused if that cannot be learned. */
  static Result<Universe> listed(Universe universe, Instant now, MarketData market) {
    Universe live = at(universe, now);
    TreeMap<InstrumentId, InstrumentId> beside = new TreeMap<>(live.rolls().beside());
    for (InstrumentId id : live.rolls().beside().keySet()) {
      if (market.specs(List.of(id)) instanceof Result.Refused<List<InstrumentSpec>> refused) {
        if (refused.refusal().reason() != RefusalReason.INSTRUMENT_NOT_TRADING) {
          return Result.refused(refused.refusal());
        }
        beside.remove(id);
      }
    }
    return Result.ok(live.carriedBy(new TreeMap<>(), new Rolls(live.rolls().rules(), beside)));
  }

  /** All instruments whose executions may have to be booked: also a contract that has ended and is in the ledger still. */
  static Result<List<InstrumentId>> booked(
      Universe universe, Instant now, MarketData market, LedgerBalances ledger) {
    if (universe.rolls().rules().isEmpty()) {
      return Result.ok(universe.instruments());
    }
    return listed(universe, now, market)
        .map(
            live -> {
              TreeSet<InstrumentId> all = new TreeSet<>(live.instruments());
              all.addAll(held(universe, ledger));
              return List.copyOf(all);
            });
  }

  /** The contracts of rolled legs that the ledger holds. */
  static List<InstrumentId> held(Universe universe, LedgerBalances ledger) {
    List<RollRule> rules = universe.rolls().rules();
    return ledger.positions().keySet().stream()
        .map(InstrumentId::of)
        .filter(id -> rules.stream().anyMatch(rule -> rule.has(id)))
        .toList();
  }
}
