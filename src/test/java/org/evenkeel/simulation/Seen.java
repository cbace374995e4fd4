package org.evenkeel.simulation;

import java.math.BigDecimal;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.settle.LedgerBalances;
import org.jspecify.annotations.Nullable;

/** The account as a mutant saw it last: books for somebody who believes whatever is shown. */
final class Seen {

  static final ThreadLocal<@Nullable AccountSnapshot> ACCOUNT = new ThreadLocal<>();

  private Seen() {}

  static LedgerBalances believed(AccountSnapshot account) {
    TreeMap<String, BigDecimal> wallets = new TreeMap<>();
    TreeMap<String, BigDecimal> positions = new TreeMap<>();
    for (Balance balance : account.balances()) {
      wallets.merge(
          LedgerBalances.key(balance.wallet(), balance.currency().value()),
          balance.total(),
          BigDecimal::add);
    }
    for (VenuePosition position : account.positions()) {
      positions.put(
          position.instrument().value(), position.quantity().plus(Contracts.ZERO).value());
    }
    return new LedgerBalances(wallets, positions);
  }
}
