package org.evenkeel.core.catalog;

import java.util.List;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;

/**
 * Where the price of another quote currency in NAV currency comes from.
 *
 * <p>A portfolio valued in USDT that also holds contracts quoted in USD needs to know what a USD is worth in USDT; to take
 * it for one USDT would hide a depeg.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public sealed interface RateSource {

  /** The currency that is priced. */
  Currency currency();

  /** What must be observed for it. */
  List<InstrumentId> instruments();

  /**
   * The spot market between the two currencies, either way around, such as USDT-USD-SPOT@kraken.
   *
   * @param currency the one of the two that is not the NAV currency
   */
  record SpotMarket(Currency currency, InstrumentId market) implements RateSource {

    public SpotMarket {
      if (!(Instrument.parse(market) instanceof Instrument.Spot)) {
        throw new IllegalArgumentException(market + " is not a spot market");
      }
    }

    @Override
    public List<InstrumentId> instruments() {
      return List.of(market);
    }
  }

  /**
   * The index prices of one asset in both currencies: if a bitcoin is worth 50,000 USDT and 49,950 USD, a USD is worth
   * 50,000 / 49,950 USDT.
   *
   * @param currency the currency that is priced
   * @param inNav an instrument quoted in the NAV currency
   * @param inCurrency an instrument of the same asset quoted in the other currency
   */
  record IndexCross(Currency currency, InstrumentId inNav, InstrumentId inCurrency)
      implements RateSource {

    public IndexCross {
      Instrument first = Instrument.parse(inNav);
      Instrument second = Instrument.parse(inCurrency);
      if (!first.base().equals(second.base()) || !second.quote().equals(currency)) {
        throw new IllegalArgumentException(
            inNav + " and " + inCurrency + " do not price one asset, the second in " + currency);
      }
    }

    @Override
    public List<InstrumentId> instruments() {
      return List.of(inNav, inCurrency);
    }
  }
}
