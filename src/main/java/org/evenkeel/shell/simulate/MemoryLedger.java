package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.settle.LedgerAccount;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.settle.LedgerEntry;
import org.evenkeel.core.settle.LedgerTransaction;

/** The sums of a ledger, kept up while it grows; added up again where somebody has changed it behind its back. */
final class MemoryLedger {

  private final Map<LedgerAccount, TreeMap<String, BigDecimal>> sums =
      new EnumMap<>(LedgerAccount.class);
  private int counted = 0;
  private Optional<LedgerBalances> balances = Optional.empty();
  private Optional<Instant> opening = Optional.empty();
  private Optional<Instant> lastIncome = Optional.empty();

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
      case OPENING -> opening = opening.or(() -> Optional.of(transaction.venueTime()));
      case FUNDING ->
          lastIncome =
              lastIncome
                  .filter(last -> last.isAfter(transaction.venueTime()))
                  .or(() -> Optional.of(transaction.venueTime()));
      case FILL, TRANSFER, EXTERNAL_FLOW, ADJUSTMENT, REVERSAL -> {}
    }
  }

  private void refresh(Map<String, LedgerTransaction> all) {
    if (counted != all.size()) {
      sums.clear();
      counted = 0;
      opening = Optional.empty();
      lastIncome = Optional.empty();
      all.values().forEach(this::count);
    }
  }

  LedgerBalances balances(Map<String, LedgerTransaction> all) {
    refresh(all);
    LedgerBalances known =
        balances.orElseGet(
            () ->
                new LedgerBalances(
                    of(LedgerAccount.SPOT_WALLET),
                    of(LedgerAccount.FUTURES_WALLET),
                    of(LedgerAccount.POSITION)));
    balances = Optional.of(known);
    return known;
  }

  private SortedMap<String, BigDecimal> of(LedgerAccount account) {
    TreeMap<String, BigDecimal> found = new TreeMap<>(sums.getOrDefault(account, new TreeMap<>()));
    found.values().removeIf(sum -> sum.signum() == 0);
    return found;
  }

  Optional<Instant> opening(Map<String, LedgerTransaction> all) {
    refresh(all);
    return opening;
  }

  Optional<Instant> lastIncome(Map<String, LedgerTransaction> all) {
    refresh(all);
    return lastIncome;
  }
}
