package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Samples;

/** Quotes and accounts as small as a test needs them. */
public final class Books {

  public static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private Books() {}

  /** What measures in USDT at some quotes. */
  public static Yardstick yardstick(List<Quote> quotes) {
    return Yardstick.of(Samples.universe("BTC"), quotes).orThrow();
  }

  /** A quote with bid, ask and mark at one price. */
  public static Quote quote(Instrument instrument, String price) {
    return quote(instrument.id(), price, price, price);
  }

  public static Quote quote(InstrumentId instrument, String bid, String ask, String mark) {
    return new Quote(instrument, Price.of(bid), Price.of(ask), Price.of(mark), NOON, NOON);
  }

  public static Balance spot(String currency, String total) {
    return balance(Wallets.SPOT, currency, total);
  }

  public static Balance futures(String currency, String total) {
    return balance(Wallets.FUTURES, currency, total);
  }

  private static Balance balance(Wallet wallet, String currency, String total) {
    return new Balance(wallet, Currency.of(currency), new BigDecimal(total), new BigDecimal(total));
  }

  public static VenuePosition position(Instrument instrument, String quantity, String profit) {
    return new VenuePosition(
        instrument.id(), Contracts.of(quantity), BigDecimal.ONE, new BigDecimal(profit));
  }

  /** An account of balances and positions in any order. */
  public static AccountSnapshot account(Object... parts) {
    List<Balance> balances = new ArrayList<>();
    List<VenuePosition> positions = new ArrayList<>();
    for (Object part : parts) {
      if (part instanceof Balance balance) {
        balances.add(balance);
      } else {
        positions.add((VenuePosition) part);
      }
    }
    return new AccountSnapshot(Samples.BINANCE, NOON, NOON, balances, positions);
  }
}
