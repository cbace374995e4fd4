package org.evenkeel.shell.xchange.binance;

import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument and the name that Binance has for it; that name never leaves the adapter.
 *
 * <p>BTC-USDT-PERP@binance and BTC-USDT-SPOT@binance are both 'BTCUSDT', each in its own market.
 * A dated future has no symbol here: naming it without its date would trade the perpetual.
 *
 * @param instrument what is traded
 * @param market the market that it belongs to
 * @param text the venue's name
 */
public record Symbol(Instrument instrument, MarketKind market, String text) {

  /** The symbol of an instrument; throws {@link IllegalArgumentException} for a dated future. */
  public static Symbol of(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    return new Symbol(
        instrument,
        MarketKind.of(instrument),
        instrument.base().value() + instrument.quote().value());
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** Throws {@link UnreadableReply} unless the answer is about this symbol. */
  public void require(String answered) {
    if (!text.equals(answered)) {
      throw new UnreadableReply("the answer is about another instrument than " + id());
    }
  }
}
