package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;

/**
 * The comparison of the ledger with what the venue says, to the last unit.
 *
 * <p>A disagreement found once locks nothing yet: the two were not read at the same instant. The caller reads again and
 * reports what stays.
 */
public final class Reconciliation {

  private Reconciliation() {}

  /** Every disagreement, as what would lock its subject, wallets first, in order of name. */
  public static List<LockFinding> compare(LedgerBalances ledger, AccountSnapshot account) {
    List<LockFinding> findings = new ArrayList<>();
    TreeMap<String, BigDecimal> totals = new TreeMap<>();
    for (Balance balance : account.balances()) {
      totals.merge(
          LedgerBalances.key(balance.wallet(), balance.currency().value()),
          balance.total(),
          BigDecimal::add);
    }
    compare(findings, LockCause.BALANCE_DIFFERS, ledger.wallets(), totals);
    TreeMap<String, BigDecimal> venuePositions = new TreeMap<>();
    for (VenuePosition position : account.positions()) {
      venuePositions.put(position.instrument().value(), position.quantity().value());
    }
    compare(findings, LockCause.POSITION_DIFFERS, ledger.positions(), venuePositions);
    return findings;
  }

  private static void compare(
      List<LockFinding> findings,
      LockCause cause,
      SortedMap<String, BigDecimal> ours,
      SortedMap<String, BigDecimal> theirs) {
    TreeMap<String, BigDecimal> all = new TreeMap<>(ours);
    theirs.forEach((key, value) -> all.putIfAbsent(key, BigDecimal.ZERO));
    for (String key : all.keySet()) {
      BigDecimal our = ours.getOrDefault(key, BigDecimal.ZERO);
      BigDecimal their = theirs.getOrDefault(key, BigDecimal.ZERO);
      if (our.compareTo(their) != 0) {
        findings.add(new LockFinding(key, cause, "", Decimals.text(our), Decimals.text(their)));
      }
    }
  }
}
