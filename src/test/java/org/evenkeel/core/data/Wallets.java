package org.evenkeel.core.data;

import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.settle.Fill;

/** The wallets of the venue that most tests know. */
public final class Wallets {

  public static final VenueId BINANCE = VenueId.of("binance");
  public static final Wallet SPOT = Wallet.spot(BINANCE);
  public static final Wallet FUTURES = Wallet.futures(BINANCE);

  private Wallets() {}

  /** The wallet that an execution moves. */
  public static Wallet of(Fill fill) {
    return Wallet.of(Instrument.parse(fill.instrument()), false);
  }
}
