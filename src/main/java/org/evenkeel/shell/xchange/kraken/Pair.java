package org.evenkeel.shell.xchange.kraken;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.shell.xchange.UnreadableReply;

/**
 * A spot market and the names that Kraken has for it; they never leave the adapter.
 *
 * <p>BTC-USD-SPOT@kraken is 'XBTUSD' in questions, and 'XXBTZUSD' in most answers: the old coins carry a letter in front.
 *
 * @param instrument what is traded
 * @param text the short name, which every question takes
 */
public record Pair(Instrument instrument, String text) {

  private static final List<String> OLD_COINS =
      List.of("XXBT", "XETH", "XLTC", "XXRP", "XXLM", "XXMR", "XZEC", "XETC", "XXDG", "XREP");

  private static final List<String> OLD_MONEY =
      List.of("ZUSD", "ZEUR", "ZGBP", "ZCAD", "ZJPY", "ZAUD");

  /**
   * The pair of an instrument.
   *
   * @throws IllegalArgumentException for anything but a spot market
   */
  public static Pair of(InstrumentId id) {
    if (!id.value().contains("-SPOT@")) {
      throw new IllegalArgumentException(
          "'"
              + id
              + "': Kraken's spot market has spot markets only; use krakenfutures for contracts");
    }
    Instrument instrument = Instrument.parse(id);
    return new Pair(
        instrument, theirs(instrument.base().value()) + theirs(instrument.quote().value()));
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** The canonical name of a coin such as 'XXBT', 'ZUSD' or 'USDC'. */
  public static Currency currency(String asset) {
    String upper = asset.toUpperCase(Locale.ROOT);
    boolean isOld = OLD_COINS.contains(upper) || OLD_MONEY.contains(upper);
    String plain = isOld ? upper.substring(1) : upper;
    return Currency.of(
        switch (plain) {
          case "XBT" -> "BTC";
          case "XDG" -> "DOGE";
          default -> plain;
        });
  }

  /** Kraken's short name of a currency: BTC is XBT. */
  public static String asset(Currency currency) {
    return theirs(currency.value());
  }

  private static String theirs(String coin) {
    return switch (coin) {
      case "BTC" -> "XBT";
      case "DOGE" -> "XDG";
      default -> coin;
    };
  }

  /** True if a short or long name, or one with a slash, is this pair. */
  public boolean is(String answered) {
    String plain = answered.toUpperCase(Locale.ROOT).replace("/", "");
    return plain.equals(text)
        || plain.equals(
            old(OLD_COINS, instrument.base().value()) + old(OLD_MONEY, instrument.quote().value()));
  }

  private static String old(List<String> names, String coin) {
    String plain = theirs(coin);
    return names.stream().filter(name -> name.substring(1).equals(plain)).findFirst().orElse(plain);
  }

  /** Throws {@link UnreadableReply} unless the answer is about this pair. */
  public void require(String answered) {
    if (!is(answered)) {
      throw new UnreadableReply("the answer is about another market than " + id());
    }
  }
}
