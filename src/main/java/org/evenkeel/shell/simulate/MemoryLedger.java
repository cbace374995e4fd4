package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerTransaction;

/** The sums of a ledger, kept up while it grows; added up again where somebody has changed it behind its back. */
final class MemoryLedger {

  private final Map<LedgerAccount, TreeMap<String, BigDecimal>> sums =
      new EnumMap<>(LedgerAccount.class);
  private final TreeMap<VenueId, Instant> openings = new TreeMap<>();
  private final TreeMap<VenueId, Instant> lastIncomes = new TreeMap<>();
  private int counted = 0;
  private Optional<LedgerBalances> balances = Optional.empty();

  /** Adds a booking to the sums of those before it. */
  void add(LedgerTransaction transaction, Map<String, LedgerTransaction> before) {
    refresh(before);
    count(transaction);
  }

  private void count(LedgerTransaction transaction) {
    counted++;
    balances = Optional.empty();
    for (LedgerEntry entry : transaction.entries()) {
      sums.computeIfAbsent(entry.account(), account -> new TreeMap<>())
          .merge(entry.unit(), entry.amount(), BigDecimal::add);
    }
    switch (transaction.kind()) {
      case OPENING ->
          openings.putIfAbsent(VenueId.of(transaction.reference()), transaction.venueTime());
      case FUNDING ->
          lastIncomes.merge(
              VenueId.of(transaction.reference().split("/", 2)[0]),
              transaction.venueTime(),
              (a, b) -> a.isAfter(b) ? a : b);
      case FILL, TRANSFER, EXTERNAL_FLOW, ADJUSTMENT, REVERSAL -> {}
    }
  }

  private void refresh(Map<String, LedgerTransaction> all) {
    if (counted != all.size()) {
      sums.clear();
      counted = 0;
      openings.clear();
      lastIncomes.clear();
      all.values().forEach(this::count);
    }
  }

  LedgerBalances balances(Map<String, LedgerTransaction> all) {
    refresh(all);
    LedgerBalances known = balances.orElseGet(this::summed);
    balances = Optional.of(known);
    return known;
  }

  private LedgerBalances summed() {
    List<LedgerEntry> entries = new ArrayList<>();
    sums.forEach(
        (account, units) ->
            units.forEach((unit, sum) -> entries.add(new LedgerEntry(account, unit, sum))));
    return LedgerBalances.of(entries);
  }

  Optional<Instant> opening(VenueId venue, Map<String, LedgerTransaction> all) {
    refresh(all);
    return Optional.ofNullable(openings.get(venue));
  }

  Optional<Instant> lastIncome(VenueId venue, Map<String, LedgerTransaction> all) {
    refresh(all);
    return Optional.ofNullable(lastIncomes.get(venue));
  }
}
