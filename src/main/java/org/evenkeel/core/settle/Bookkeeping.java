package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Wallet;

/**
 * The rules by which facts become ledger transactions.
 *
 * <p>Amounts are the venue's own; nothing is recomputed that the venue has already stated, so cash agrees to the last
 * unit.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Bookkeeping {

  private Bookkeeping() {}

  /** What an execution does to wallets and positions. */
  public static LedgerTransaction ofFill(Fill fill, InstrumentSpec spec) {
    List<LedgerEntry> entries =
        switch (spec.instrument()) {
          case Instrument.Spot spot -> spotEntries(fill, spec, spot);
          case Instrument.LinearPerpetual perpetual -> futuresEntries(fill);
        };
    return new LedgerTransaction(
        LedgerTransaction.Kind.FILL,
        fill.instrument() + "/" + fill.tradeId(),
        fill.venueTime(),
        entries);
  }

  /** What a funding payment or transfer does to the futures wallet. */
  public static LedgerTransaction ofIncome(Income income) {
    LedgerTransaction.Kind kind =
        switch (income.kind()) {
          case FUNDING -> LedgerTransaction.Kind.FUNDING;
          case TRANSFER -> LedgerTransaction.Kind.TRANSFER;
          case OTHER -> LedgerTransaction.Kind.ADJUSTMENT;
        };
    LedgerAccount counterpart =
        switch (income.kind()) {
          case FUNDING -> LedgerAccount.FUNDING;
          case TRANSFER -> LedgerAccount.TRANSFER;
          case OTHER -> LedgerAccount.ADJUSTMENT;
        };
    List<LedgerEntry> entries = new ArrayList<>();
    move(entries, LedgerAccount.FUTURES_WALLET, counterpart, income.amount());
    return new LedgerTransaction(
        kind, income.venueKind() + "/" + income.id(), income.venueTime(), entries);
  }

  /** What was in the wallets at the first start; positions are not adopted, so a foreign one shows as a break. */
  public static LedgerTransaction opening(AccountSnapshot account) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Balance balance : account.balances()) {
      if (balance.total().signum() != 0) {
        move(
            entries,
            accountOf(balance.wallet()),
            LedgerAccount.OPENING,
            new Money(balance.total(), balance.currency()));
      }
    }
    return new LedgerTransaction(
        LedgerTransaction.Kind.OPENING, account.venue().value(), account.venueTime(), entries);
  }

  private static LedgerAccount accountOf(Wallet wallet) {
    return switch (wallet) {
      case SPOT -> LedgerAccount.SPOT_WALLET;
      case FUTURES -> LedgerAccount.FUTURES_WALLET;
    };
  }

  private static List<LedgerEntry> futuresEntries(Fill fill) {
    List<LedgerEntry> entries = new ArrayList<>();
    BigDecimal signed = fill.side().signed(fill.lastQty()).value();
    move(entries, LedgerAccount.POSITION, LedgerAccount.MARKET, fill.instrument().value(), signed);
    move(entries, LedgerAccount.FUTURES_WALLET, LedgerAccount.REALIZED_PNL, fill.realizedPnl());
    move(entries, LedgerAccount.FUTURES_WALLET, LedgerAccount.FEE, fill.fee().negated());
    return entries;
  }

  private static List<LedgerEntry> spotEntries(
      Fill fill, InstrumentSpec spec, Instrument.Spot spot) {
    List<LedgerEntry> entries = new ArrayList<>();
    BigDecimal base = spec.baseOf(fill.side().signed(fill.lastQty())).value();
    Money paid = spec.notional(fill.side().signed(fill.lastQty()), fill.lastPx()).negated();
    Currency bought = spot.base();
    move(entries, LedgerAccount.SPOT_WALLET, LedgerAccount.MARKET, new Money(base, bought));
    move(entries, LedgerAccount.SPOT_WALLET, LedgerAccount.MARKET, paid);
    move(entries, LedgerAccount.SPOT_WALLET, LedgerAccount.FEE, fill.fee().negated());
    return entries;
  }

  private static void move(
      List<LedgerEntry> entries, LedgerAccount asset, LedgerAccount counterpart, Money amount) {
    move(entries, asset, counterpart, amount.currency().value(), amount.amount());
  }

  private static void move(
      List<LedgerEntry> entries,
      LedgerAccount asset,
      LedgerAccount counterpart,
      String unit,
      BigDecimal amount) {
    if (amount.signum() != 0) {
      entries.add(new LedgerEntry(asset, unit, amount));
      entries.add(new LedgerEntry(counterpart, unit, amount.negate()));
    }
  }
}
