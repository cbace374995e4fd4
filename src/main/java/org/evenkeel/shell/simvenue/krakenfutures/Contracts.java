package org.evenkeel.shell.simvenue.krakenfutures;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The futures by Kraken's names, and the long names that Kraken gives to orders and executions.
 *
 * <p>For example the perpetual series BTCUSDT is 'PF_XBTUSD'; its third order is
 * '0a000002-0000-4000-8000-000000000003' if the series is the third that the exchange has.
 * Thread-safe.
 */
final class Contracts {

  /** What a long name stands for. */
  enum Thing {
    ORDER(0x0a),
    EXECUTION(0x0e),
    BOOKING(0x0b);

    private final int prefix;

    Thing(int prefix) {
      this.prefix = prefix;
    }
  }

  /** An order or execution of a series. */
  record Named(SeriesInfo series, long number) {}

  private static final String QUOTE = "USDT";

  private final List<SeriesInfo> all;

  Contracts(SimExchange exchange) {
    this.all = exchange.series();
  }

  List<SeriesInfo> all() {
    return all.stream().filter(Contracts::isTraded).toList();
  }

  private static boolean isTraded(SeriesInfo info) {
    return info.id().kind() != SeriesId.Kind.SPOT && info.quote().equals(QUOTE);
  }

  /** 'PF_XBTUSD', and 'FF_XBTUSD_260327' of a series whose symbol ends with a day. */
  static String symbol(SeriesInfo info) {
    String coins = (info.base().equals("BTC") ? "XBT" : info.base()) + "USD";
    return day(info).map(day -> "FF_" + coins + "_" + day).orElse("PF_" + coins);
  }

  /** The day on which the contract ends, as the symbol has it; empty for a perpetual. */
  static Optional<String> day(SeriesInfo info) {
    String symbol = info.id().symbol();
    return symbol.matches(".*[0-9]{6}")
        ? Optional.of(symbol.substring(symbol.length() - 6))
        : Optional.empty();
  }

  /** The asset of the market core under Kraken's name for it. */
  static String asset(String asset) {
    return asset.equals(QUOTE) ? "USD" : asset;
  }

  /** Kraken's name for an asset under that of the market core. */
  static String ours(String asset) {
    return asset.toUpperCase(Locale.ROOT).equals("USD") ? QUOTE : asset.toUpperCase(Locale.ROOT);
  }

  Optional<SeriesInfo> find(String symbol) {
    return all().stream().filter(info -> symbol(info).equalsIgnoreCase(symbol)).findFirst();
  }

  SeriesInfo info(SeriesId id) {
    return all.stream()
        .filter(info -> info.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no series " + id));
  }

  Optional<SeriesInfo> bySeriesSymbol(String symbol) {
    return all().stream().filter(info -> info.id().symbol().equals(symbol)).findFirst();
  }

  String uid(Thing thing, SeriesId series, long number) {
    int index = 0;
    while (!all.get(index).id().equals(series)) {
      index++;
    }
    return uid(thing, index, number);
  }

  static String uid(Thing thing, int index, long number) {
    return String.format(Locale.ROOT, "%02x%06x-0000-4000-8000-%012x", thing.prefix, index, number);
  }

  /** What an order's long name stands for; empty if it is none of ours. */
  Optional<Named> order(String uid) {
    if (!uid.matches("0a[0-9a-f]{6}-0000-4000-8000-[0-9a-f]{12}")) {
      return Optional.empty();
    }
    int index = Integer.parseInt(uid.substring(2, 8), 16);
    long number = Long.parseLong(uid.substring(24), 16);
    return index < all.size() ? Optional.of(new Named(all.get(index), number)) : Optional.empty();
  }
}
