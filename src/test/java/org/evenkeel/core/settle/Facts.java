package org.evenkeel.core.settle;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Wallets;

/** Fills, income and sums of entries as small as a test needs them. */
public final class Facts {

  public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private Facts() {}

  public static Fill fill(
      Instrument instrument, Side side, String quantity, String price, String fee, String feeCoin) {
    return fill(instrument, side, quantity, price, Money.of(fee, feeCoin), "0");
  }

  public static Fill fill(
      Instrument instrument, Side side, String quantity, String price, Money fee, String profit) {
    return new Fill(
        instrument.id(),
        TradeId.of("17"),
        VenueOrderId.of("77"),
        side,
        Contracts.of(quantity),
        Price.of(price),
        fee,
        new Money(new BigDecimal(profit), instrument.quote()),
        false,
        NOON);
  }

  public static Income income(Income.Kind kind, String amount, String currency) {
    return new Income(
        Wallets.FUTURES,
        "9",
        kind,
        kind.name() + "_FEE",
        Money.of(amount, currency),
        "BTCUSDT",
        NOON);
  }

  /** The sum of an account in a unit. */
  public static BigDecimal sum(List<LedgerEntry> entries, LedgerAccount account, String unit) {
    return entries.stream()
        .filter(entry -> entry.account() == account && entry.unit().equals(unit))
        .map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The sums of all accounts by unit: zero everywhere in a booking that balances. */
  public static SortedMap<String, BigDecimal> balance(List<LedgerEntry> entries) {
    TreeMap<String, BigDecimal> sums = new TreeMap<>();
    entries.forEach(entry -> sums.merge(entry.unit(), entry.amount(), BigDecimal::add));
    return sums;
  }
}
