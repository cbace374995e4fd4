package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
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

  /** Who answers for what a stated rule books. */
  public static final String POLICY = "policy";

  private Bookkeeping() {}

  /** What an execution does to positions and to the wallet that pays for its instrument. */
  public static LedgerTransaction ofFill(Fill fill, InstrumentSpec spec, Wallet wallet) {
    List<LedgerEntry> entries =
        switch (spec.instrument()) {
          case Instrument.Spot spot -> spotEntries(fill, spec, spot, wallet);
          case Instrument.Future future -> futuresEntries(fill, wallet);
        };
    return new LedgerTransaction(
        LedgerTransaction.Kind.FILL, referenceOf(fill), fill.venueTime(), entries);
  }

  /**
   * What an execution does once it was corrected: the same booking under the name of its version.
   *
   * @param version two for the first correction
   */
  public static LedgerTransaction ofCorrected(
      Fill fill, InstrumentSpec spec, Wallet wallet, int version) {
    LedgerTransaction booking = ofFill(fill, spec, wallet);
    return new LedgerTransaction(
        booking.kind(),
        versioned(booking.reference(), version),
        booking.venueTime(),
        booking.entries());
  }

  /** The name of an execution within its kind of booking. */
  public static String referenceOf(Fill fill) {
    return fill.instrument() + "/" + fill.tradeId();
  }

  /** The name of an execution's booking by its version. */
  public static String versioned(String reference, int version) {
    return version == 1 ? reference : reference + "#" + version;
  }

  /** The opposite of a booking. */
  public static LedgerTransaction reversal(
      LedgerTransaction original, String author, String reason) {
    return new LedgerTransaction(
        LedgerTransaction.Kind.REVERSAL,
        original.name(),
        original.venueTime(),
        original.entries().stream()
            .map(entry -> new LedgerEntry(entry.account(), entry.unit(), entry.amount().negate()))
            .toList(),
        author,
        reason);
  }

  /** What a funding payment, or another payment of the venue that is no transfer, does to the futures wallet. */
  public static LedgerTransaction ofIncome(Income income) {
    String reference = income.wallet().venue() + "/" + income.venueKind() + "/" + income.id();
    List<LedgerEntry> entries = new ArrayList<>();
    return switch (income.kind()) {
      case FUNDING -> {
        move(entries, income.wallet(), LedgerAccount.FUNDING, income.amount());
        yield new LedgerTransaction(
            LedgerTransaction.Kind.FUNDING, reference, income.venueTime(), entries);
      }
      case OTHER -> {
        move(entries, income.wallet(), LedgerAccount.ADJUSTMENT, income.amount());
        yield new LedgerTransaction(
            LedgerTransaction.Kind.ADJUSTMENT,
            reference,
            income.venueTime(),
            entries,
            POLICY,
            "the venue's income record says " + income.venueKind());
      }
    };
  }

  /** What money that came, went or moved does to the wallets. */
  public static LedgerTransaction ofFlow(CashFlow flow) {
    List<LedgerEntry> entries = new ArrayList<>();
    LedgerAccount counterpart =
        switch (flow.kind()) {
          case DEPOSIT, WITHDRAWAL -> LedgerAccount.EXTERNAL;
          case TRANSFER -> LedgerAccount.of(flow.wallet().other().purse());
        };
    move(entries, flow.wallet(), counterpart, flow.amount());
    return new LedgerTransaction(
        flow.isExternal() ? LedgerTransaction.Kind.EXTERNAL_FLOW : LedgerTransaction.Kind.TRANSFER,
        flow.reference(),
        flow.venueTime(),
        entries);
  }

  /** A difference that a person has explained, in one wallet. */
  public static LedgerTransaction adjustment(
      String reference, Wallet wallet, Money amount, Instant at, String author, String reason) {
    List<LedgerEntry> entries = new ArrayList<>();
    move(entries, wallet, LedgerAccount.ADJUSTMENT, amount);
    return new LedgerTransaction(
        LedgerTransaction.Kind.ADJUSTMENT, reference, at, entries, author, reason);
  }

  /** How the reference of every balance trade of an instrument begins. */
  public static String balanceTradesOf(InstrumentId instrument) {
    return "balance-trade/" + instrument + "/";
  }

  /**
   * What persons say that a venue has executed and nobody can show: a position without money.
   *
   * @param at the venue's time until which it stands for all that is not booked
   */
  public static LedgerTransaction balanceTrade(
      InstrumentId instrument,
      Contracts missing,
      long number,
      Instant at,
      String author,
      String reason) {
    return adjustedPosition(
        balanceTradesOf(instrument) + number, instrument, missing, at, author, reason);
  }

  /** What takes the quantity of a late execution out again, because a balance trade has it. */
  public static LedgerTransaction inBalanceTrade(Fill late, LedgerTransaction balance) {
    return adjustedPosition(
        "late-trade/" + referenceOf(late),
        late.instrument(),
        late.side().signed(late.lastQty()).negated(),
        late.venueTime(),
        POLICY,
        "its quantity is in "
            + balance.name()
            + ", which stands for all until "
            + balance.venueTime());
  }

  private static LedgerTransaction adjustedPosition(
      String reference,
      InstrumentId instrument,
      Contracts contracts,
      Instant at,
      String author,
      String reason) {
    List<LedgerEntry> entries = new ArrayList<>();
    move(
        entries,
        LedgerAccount.POSITION,
        LedgerAccount.MARKET,
        instrument.value(),
        contracts.value());
    return new LedgerTransaction(
        LedgerTransaction.Kind.ADJUSTMENT, reference, at, entries, author, reason);
  }

  /** What was in the wallets at the first start; positions are not adopted, so a foreign one shows as a break. */
  public static LedgerTransaction opening(AccountSnapshot account) {
    List<LedgerEntry> entries = new ArrayList<>();
    for (Balance balance : account.balances()) {
      if (balance.total().signum() != 0) {
        move(
            entries,
            balance.wallet(),
            LedgerAccount.OPENING,
            new Money(balance.total(), balance.currency()));
      }
    }
    return new LedgerTransaction(
        LedgerTransaction.Kind.OPENING, account.venue().value(), account.venueTime(), entries);
  }

  private static List<LedgerEntry> futuresEntries(Fill fill, Wallet wallet) {
    List<LedgerEntry> entries = new ArrayList<>();
    BigDecimal signed = fill.side().signed(fill.lastQty()).value();
    move(entries, LedgerAccount.POSITION, LedgerAccount.MARKET, fill.instrument().value(), signed);
    move(entries, wallet, LedgerAccount.REALIZED_PNL, fill.realizedPnl());
    move(entries, wallet, LedgerAccount.FEE, fill.fee().negated());
    return entries;
  }

  private static List<LedgerEntry> spotEntries(
      Fill fill, InstrumentSpec spec, Instrument.Spot spot, Wallet wallet) {
    List<LedgerEntry> entries = new ArrayList<>();
    BigDecimal base = spec.baseOf(fill.side().signed(fill.lastQty()), fill.lastPx()).value();
    Money paid = spec.notional(fill.side().signed(fill.lastQty()), fill.lastPx()).negated();
    Currency bought = spot.base();
    move(entries, wallet, LedgerAccount.MARKET, new Money(base, bought));
    move(entries, wallet, LedgerAccount.MARKET, paid);
    move(entries, wallet, LedgerAccount.FEE, fill.fee().negated());
    return entries;
  }

  private static void move(
      List<LedgerEntry> entries, Wallet wallet, LedgerAccount counterpart, Money amount) {
    move(
        entries,
        LedgerAccount.of(wallet.purse()),
        counterpart,
        amount.currency() + "@" + wallet.venue(),
        amount.amount());
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
