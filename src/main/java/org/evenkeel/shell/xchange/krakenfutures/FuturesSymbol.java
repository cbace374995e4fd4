package org.evenkeel.shell.xchange.krakenfutures;

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
 * The single-collateral contracts (PI_, FI_) are inverse, worth one dollar each and have no name here.
 *
 * @param instrument what is traded
 * @param text the venue's name, in capitals
 */
public record FuturesSymbol(Instrument instrument, String text) {

  private static final Pattern LINEAR =
      Pattern.compile("(PF|FF)_([A-Z0-9]{2,10})USD(?:_([0-9]{6}))?");
  private static final Pattern DATED = Pattern.compile("[0-9]{8}");

  /**
   * The symbol of an instrument.
   *
   * @throws IllegalArgumentException for what Kraken Futures has not, and for a dated future, which is not traded yet
   */
  public static FuturesSymbol of(InstrumentId id) {
    String[] parts = id.value().substring(0, id.value().indexOf('@')).split("-", -1);
    if (DATED.matcher(parts[2]).matches()) {
      throw new IllegalArgumentException(
          "'"
              + id
              + "' is the dated contract "
              + "FF_"
              + theirs(parts[0])
              + parts[1]
              + "_"
              + parts[2].substring(2)
              + " of Kraken Futures, which is not traded yet; the perpetual is never taken for it");
    }
    Instrument instrument = Instrument.parse(id);
    if (!(instrument instanceof Instrument.LinearPerpetual) || !parts[1].equals("USD")) {
      throw new IllegalArgumentException(
          "'" + id + "': Kraken Futures trades perpetuals against USD, such as BTC-USD-PERP");
    }
    return new FuturesSymbol(instrument, "PF_" + theirs(parts[0]) + "USD");
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
