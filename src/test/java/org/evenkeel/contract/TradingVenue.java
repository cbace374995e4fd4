package org.evenkeel.contract;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.cycle.Venue;

/** A venue whose contract is shown, and what is traded there; standard is what Binance has. */
abstract class TradingVenue {

  protected static final InstrumentId PERP = InstrumentId.of("BTC-USDT-PERP@binance");
  protected static final InstrumentId OTHER_PERP = InstrumentId.of("ETH-USDT-PERP@binance");
  protected static final InstrumentId SPOT = InstrumentId.of("USDC-USDT-SPOT@binance");

  protected abstract Venue venue();

  /** A perpetual future of BTC. */
  protected InstrumentId perp() {
    return PERP;
  }

  /** A perpetual future of ETH. */
  protected InstrumentId otherPerp() {
    return OTHER_PERP;
  }

  /** The market of USDC. */
  protected InstrumentId spot() {
    return SPOT;
  }

  /** The perpetuals that are traded, two of them; empty at a venue without. */
  protected List<InstrumentId> perpetuals() {
    return List.of(perp(), otherPerp());
  }

  /** The stablecoin market that is traded; empty at a venue without. */
  protected Optional<InstrumentId> coins() {
    return Optional.of(spot());
  }

  /** What the account's money is in. */
  protected Currency cash() {
    return Currency.of("USDT");
  }

  /** The venue's contracts for a quantity of coins. */
  protected Contracts contracts(InstrumentId instrument, String coins) {
    return Contracts.of(coins);
  }

  /** A quantity of what is traded first that is less than an order may have. */
  protected String tooSmall() {
    return first().tooSmall();
  }

  /** Where the coins of the spot market are reported. */
  protected Wallet coinWallet() {
    return Wallet.spot(Instrument.parse(first().id()).venue());
  }

  /** Where the collateral of futures is reported. */
  protected Wallet collateralWallet() {
    return Wallet.futures(Instrument.parse(first().id()).venue());
  }

  /** The cash in a wallet of a fresh account. */
  protected String opening() {
    return "100000";
  }

  TradedMarket first() {
    return perpetuals().isEmpty()
        ? TradedMarket.stablecoin(coins().orElseThrow())
        : TradedMarket.bitcoin(perpetuals().get(0));
  }
}
