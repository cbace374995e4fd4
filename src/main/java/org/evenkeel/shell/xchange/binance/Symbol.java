package org.evenkeel.shell.xchange.binance;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument and the name that Binance has for it; that name never leaves the adapter.
 *
 * <p>BTC-USDT-PERP@binance and BTC-USDT-SPOT@binance are both 'BTCUSDT', each in its own market.
 * BTC-USDT-20260327@binance is 'BTCUSDT_260327': named without its day it would be the perpetual.
 *
 * @param instrument what is traded
 * @param market the market that it belongs to
 * @param text the venue's name
 */
public record Symbol(Instrument instrument, MarketKind market, String text) {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  /** The symbol of an instrument that is traded; throws {@link IllegalArgumentException} with the reason for another. */
  public static Symbol of(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    String pair = instrument.base().value() + instrument.quote().value();
    String text =
        switch (instrument) {
          case Instrument.Spot spot -> pair;
          case Instrument.LinearPerpetual perpetual -> pair;
          case Instrument.DatedFuture dated -> pair + "_" + DAY.format(dated.expiry());
          case Instrument.Inverse inverse ->
              throw new IllegalArgumentException(
                  "'"
                      + id
                      + "' is inverse: Binance trades such contracts as COIN-M, which is not supported; use"
                      + " one quoted in USDT or USDC");
        };
    return new Symbol(instrument, MarketKind.of(instrument), text);
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
