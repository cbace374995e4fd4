package org.evenkeel.shell.xchange.krakenfutures;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * An instrument and the name that Kraken Futures has for it; that name never leaves the adapter.
 *
 * <p>BTC-USD-PERP@krakenfutures is 'PF_XBTUSD' and BTC-USD-20260327@krakenfutures is 'FF_XBTUSD_260327': the prefix says
 * what kind of contract it is, and the date is part of the name of everything that has one.
 * The single-collateral contracts (PI_, FI_) are inverse, worth one dollar each and have no name here: BTC-USD-20260327 is
 * never 'FI_XBTUSD_260327'.
 *
 * @param instrument what is traded
 * @param text the venue's name, in capitals
 */
public record FuturesSymbol(Instrument instrument, String text) {

  private static final Pattern LINEAR =
      Pattern.compile("(PF|FF)_([A-Z0-9]{2,10})USD(?:_([0-9]{6}))?");

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuMMdd", Locale.ROOT);

  /**
   * The symbol of an instrument.
   *
   * @throws IllegalArgumentException for what Kraken Futures has not
   */
  public static FuturesSymbol of(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    String coins = theirs(instrument.base().value()) + "USD";
    if (!instrument.quote().value().equals("USD")) {
      throw new IllegalArgumentException(
          "'" + id + "': Kraken Futures trades futures against USD, such as BTC-USD-PERP");
    }
    return switch (instrument) {
      case Instrument.LinearPerpetual perpetual -> new FuturesSymbol(instrument, "PF_" + coins);
      case Instrument.DatedFuture dated ->
          new FuturesSymbol(instrument, "FF_" + coins + "_" + DAY.format(dated.expiry()));
      case Instrument.QuantoPerpetual quanto ->
          throw new IllegalArgumentException(
              "'" + id + "': Kraken Futures lists no contract that settles in a third currency");
      case Instrument.Inverse inverse ->
          throw new IllegalArgumentException(
              "'" + id + "': contracts that Kraken Futures margins in the coin are not traded");
      case Instrument.Spot spot ->
          throw new IllegalArgumentException(
              "'" + id + "': Kraken Futures has no spot markets; those are Kraken's own");
    };
  }

  /** The canonical name of a symbol, if it is a linear contract whose coins can be named. */
  public static Optional<InstrumentId> nameOf(String symbol, String venue) {
    Matcher matcher = LINEAR.matcher(symbol.toUpperCase(Locale.ROOT));
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String date = matcher.group(3);
    boolean isPerpetual = matcher.group(1).equals("PF");
    if (isPerpetual != (date == null)) {
      return Optional.empty();
    }
    String kind = date == null ? "PERP" : "20" + date;
    return Optional.of(InstrumentId.of(ours(matcher.group(2)) + "-USD-" + kind + "@" + venue));
  }

  /** The canonical name of a coin: Kraken calls bitcoin XBT. */
  public static String ours(String coin) {
    String upper = coin.toUpperCase(Locale.ROOT);
    return upper.equals("XBT") ? "BTC" : upper;
  }

  /** The canonical currency of a coin. */
  public static Currency currency(String coin) {
    return Currency.of(ours(coin));
  }

  /** Kraken's name of a currency: BTC is XBT. */
  public static String coin(Currency currency) {
    return theirs(currency.value());
  }

  private static String theirs(String coin) {
    return coin.equals("BTC") ? "XBT" : coin;
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** True if a name is this one; the account log writes it in small letters. */
  public boolean is(String answered) {
    return text.equalsIgnoreCase(answered);
  }

  /** Throws {@link UnreadableReply} unless the answer is about this symbol. */
  public void require(String answered) {
    if (!is(answered)) {
      throw new UnreadableReply("the answer is about another instrument than " + id());
    }
  }
}
