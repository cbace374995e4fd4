package org.evenkeel.shell.simvenue.kraken;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The spot series by Kraken's names: BTCUSDT is 'XBTUSD', in answers 'XXBTZUSD'; and the ids of orders and trades.
 *
 * <p>Thread-safe.
 */
final class Pairs {

  private static final String QUOTE = "USDT";
  private static final int BASE = 36;
  private static final long ORDERS_OF_A_SERIES = 36L * 36 * 36 * 36 * 36 * 36;

  private final List<SeriesInfo> all;

  Pairs(SimExchange exchange) {
    this.all = exchange.series();
  }

  List<SeriesInfo> all() {
    return all.stream()
        .filter(i -> i.id().kind() == SeriesId.Kind.SPOT && i.quote().equals(QUOTE))
        .toList();
  }

  static String shortName(SeriesInfo info) {
    return coin(info.base()) + "USD";
  }

  static String longName(SeriesInfo info) {
    String base = asset(info.base());
    return base.length() == 4 && base.startsWith("X") ? base + "ZUSD" : base + "USD";
  }

  private static String coin(String coin) {
    return coin.equals("BTC") ? "XBT" : coin;
  }

  /** Kraken's name for an asset of the market core. */
  static String asset(String asset) {
    return switch (asset) {
      case "USDT" -> "ZUSD";
      case "BTC" -> "XXBT";
      case "ETH" -> "XETH";
      default -> asset;
    };
  }

  /** The market core's name for an asset of Kraken's. */
  static String ours(String asset) {
    return switch (asset) {
      case "ZUSD", "USD" -> QUOTE;
      case "XXBT", "XBT" -> "BTC";
      case "XETH" -> "ETH";
      default -> asset;
    };
  }

  SeriesInfo require(String name) {
    return find(name).orElseThrow(() -> new SpotError("EQuery:Unknown asset pair"));
  }

  private Optional<SeriesInfo> find(String name) {
    String plain = name.toUpperCase(Locale.ROOT).replace("/", "");
    return all().stream()
        .filter(info -> shortName(info).equals(plain) || longName(info).equals(plain))
        .findFirst();
  }

  SeriesInfo info(SeriesId id) {
    return all.stream().filter(i -> i.id().equals(id)).findFirst().orElseThrow();
  }

  /** 'O00002-00000-00003A': a letter, the series, the number. */
  String id(char kind, SeriesId series, long number) {
    int index = 0;
    while (!all.get(index).id().equals(series)) {
      index++;
    }
    return id(kind, index, number);
  }

  static String id(char kind, int index, long number) {
    String digits = Long.toString(number % ORDERS_OF_A_SERIES, BASE).toUpperCase(Locale.ROOT);
    return String.format(
        Locale.ROOT, "%c%05d-00000-%s%s", kind, index, "0".repeat(6 - digits.length()), digits);
  }

  /** The series and the number of an id of a kind; empty if it is none of ours. */
  Optional<Named> named(char kind, String id) {
    if (!id.matches(kind + "[0-9]{5}-00000-[0-9A-Z]{6}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(id.substring(1, 6));
    return index < all.size()
        ? Optional.of(new Named(all.get(index).id(), Long.parseLong(id.substring(13), BASE)))
        : Optional.empty();
  }

  /** What an id stands for. */
  record Named(SeriesId series, long number) {}
}
