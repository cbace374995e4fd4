package org.evenkeel.shell.xchange.binance;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument and the name that Binance has for it; that name never leaves the adapter.
 *
 * <p>BTC-USDT-PERP@binance and BTC-USDT-SPOT@binance are both 'BTCUSDT', each in its own market.
 * BTC-USDT-20260327@binance is 'BTCUSDT_260327': named without its day it would be the perpetual.
 *
 * <p>Cheap coins are traded by the thousand: SHIB-USDT-PERP@binance is '1000SHIBUSDT', of which one contract is a thousand
 * coins and the price is that of a thousand. Everything outside of the adapter is in the price of one coin, so that the
 * history of a coin is not torn on the day on which the venue changes the name; a contract's size says the rest.
 *
 * @param instrument what is traded
 * @param market the market that it belongs to
 * @param text the venue's name
 * @param shift how many digits the venue's price is shifted: 3 where it is that of a thousand coins
 */
public record Symbol(Instrument instrument, MarketKind market, String text, int shift) {

  /** What stands before the name of a coin, and how many of them it means as a power of ten. */
  private static final SortedMap<String, Integer> MULTIPLES =
      new TreeMap<>(Map.of("1000", 3, "10000", 4, "1000000", 6, "1M", 6));

  /** A symbol of single coins. */
  public Symbol(Instrument instrument, MarketKind market, String text) {
    this(instrument, market, text, 0);
  }

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
          case Instrument.QuantoPerpetual quanto ->
              throw new IllegalArgumentException(
                  "'" + id + "': Binance lists no contract that settles in a third currency");
          case Instrument.Inverse inverse ->
              throw new IllegalArgumentException(
                  "'"
                      + id
                      + "' is inverse: Binance trades such contracts as COIN-M, which is not supported; use"
                      + " one quoted in USDT or USDC");
        };
    return new Symbol(instrument, MarketKind.of(instrument), text);
  }

  /** The same coin by the thousand and so on, as a venue may list it. */
  List<Symbol> multiples() {
    return instrument instanceof Instrument.LinearPerpetual
        ? MULTIPLES.entrySet().stream()
            .map(each -> new Symbol(instrument, market, each.getKey() + text, each.getValue()))
            .toList()
        : List.of();
  }

  /** The venue's name of the coin. */
  String base() {
    return text.substring(0, text.lastIndexOf(instrument.quote().value()));
  }

  /** How many coins one unit of the venue is. */
  BigDecimal multiplier() {
    return BigDecimal.ONE.movePointRight(shift).setScale(0);
  }

  /** The price of one coin. */
  public BigDecimal ours(BigDecimal theirs) {
    return shift == 0 ? theirs : theirs.movePointLeft(shift);
  }

  /** The price of one unit of the venue. */
  public BigDecimal theirs(BigDecimal ours) {
    return shift == 0 ? ours : ours.movePointRight(shift);
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
