package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Filters and usual spreads of series.
 *
 * <p>Known symbols carry what Binance published for them (exchangeInfo of spot and USD-M futures, 2024).
 * Unknown symbols get filters from a price p, with m = floor(log10(p)): tick 10^(m-4), lot 10^(-m-1), minimum one lot and 5 in quote, maximum ten million lots, spread 3 basis points.
 * For example a price of 27.5 gives tick 0.001 and lot 0.01, and a price of 0.08 gives tick 0.000001 and lot 10.
 */
final class InstrumentTable {

  private static final List<String> QUOTES =
      List.of("USDT", "USDC", "FDUSD", "BUSD", "TUSD", "USD", "EUR", "BTC", "ETH", "BNB");
  private static final double UNKNOWN_SPREAD_BASIS_POINTS = 3;
  private static final BigDecimal UNKNOWN_MIN_NOTIONAL = BigDecimal.valueOf(5);
  private static final BigDecimal UNKNOWN_MAX_LOTS = BigDecimal.valueOf(10_000_000);

  private static final Map<SeriesId, Row> KNOWN = new TreeMap<>();

  static {
    perpetual("BTCUSDT", "0.1", "0.001", "1000", "100", 0.1);
    perpetual("ETHUSDT", "0.01", "0.001", "10000", "20", 0.1);
    perpetual("BNBUSDT", "0.01", "0.01", "100000", "5", 0.8);
    perpetual("SOLUSDT", "0.01", "1", "1000000", "5", 0.8);
    perpetual("XRPUSDT", "0.0001", "0.1", "10000000", "5", 1);
    perpetual("ADAUSDT", "0.0001", "1", "2000000", "5", 1.5);
    perpetual("DOGEUSDT", "0.00001", "1", "50000000", "5", 1);
    perpetual("LINKUSDT", "0.001", "0.01", "200000", "5", 1.2);
    perpetual("LTCUSDT", "0.01", "0.001", "10000", "20", 1.2);
    perpetual("DOTUSDT", "0.001", "0.1", "1000000", "5", 1.5);
    spot("BTCUSDT", "0.01", "0.00001", "9000", "5", 0.1);
    spot("ETHUSDT", "0.01", "0.0001", "9000", "5", 0.2);
    spot("BNBUSDT", "0.1", "0.001", "900000", "5", 1.5);
    spot("SOLUSDT", "0.01", "0.001", "90000", "5", 1);
    spot("XRPUSDT", "0.0001", "1", "9000000", "5", 1.5);
    spot("ADAUSDT", "0.0001", "0.1", "900000", "5", 2);
    spot("DOGEUSDT", "0.00001", "1", "9000000", "1", 1.5);
    spot("LINKUSDT", "0.01", "0.01", "90000", "5", 2);
    spot("LTCUSDT", "0.01", "0.001", "90000", "5", 2);
    spot("DOTUSDT", "0.001", "0.01", "90000", "5", 2);
    spot("USDCUSDT", "0.0001", "1", "4000000", "5", 0.5);
  }

  private InstrumentTable() {}

  /** One line of the table. */
  record Row(SeriesInfo info, double spreadBasisPoints) {}

  private static void perpetual(
      String symbol, String tick, String lot, String most, String minNotional, double spread) {
    put(SeriesId.perpetual(symbol), tick, lot, most, minNotional, spread);
  }

  private static void spot(
      String symbol, String tick, String lot, String most, String minNotional, double spread) {
    put(SeriesId.spot(symbol), tick, lot, most, minNotional, spread);
  }

  private static void put(
      SeriesId id, String tick, String lot, String most, String minNotional, double spread) {
    BigDecimal lotSize = new BigDecimal(lot);
    SeriesInfo info =
        new SeriesInfo(
            id,
            baseOf(id.symbol()),
            quoteOf(id.symbol()),
            new BigDecimal(tick),
            lotSize,
            lotSize,
            new BigDecimal(most),
            new BigDecimal(minNotional));
    KNOWN.put(id, new Row(info, spread));
  }

  /** The row of a series, derived from a price when the table does not know it. */
  static Row rowOf(SeriesId id, BigDecimal price) {
    return Optional.ofNullable(KNOWN.get(id)).orElseGet(() -> derived(id, price));
  }

  private static Row derived(SeriesId id, BigDecimal price) {
    int magnitude = price.precision() - price.scale() - 1;
    BigDecimal lot = BigDecimal.ONE.scaleByPowerOfTen(-magnitude - 1);
    SeriesInfo info =
        new SeriesInfo(
            id,
            baseOf(id.symbol()),
            quoteOf(id.symbol()),
            plain(BigDecimal.ONE.scaleByPowerOfTen(Math.max(magnitude - 4, -PriceUnits.SCALE))),
            plain(lot),
            plain(lot),
            plain(lot.multiply(UNKNOWN_MAX_LOTS)),
            UNKNOWN_MIN_NOTIONAL);
    return new Row(info, UNKNOWN_SPREAD_BASIS_POINTS);
  }

  /** The row with a finer tick where prices have more decimals than its tick, as old files do. */
  static Row withTickFor(Row row, int decimals) {
    SeriesInfo info = row.info();
    BigDecimal finest = BigDecimal.ONE.scaleByPowerOfTen(-decimals);
    if (decimals <= 0 || finest.compareTo(info.tickSize()) >= 0) {
      return row;
    }
    return new Row(
        new SeriesInfo(
            info.id(),
            info.base(),
            info.quote(),
            finest,
            info.lotSize(),
            info.minQty(),
            info.maxQty(),
            info.minNotional()),
        row.spreadBasisPoints());
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.scale() < 0 ? value.setScale(0) : value;
  }

  private static String baseOf(String symbol) {
    return symbol.substring(0, symbol.length() - quoteOf(symbol).length());
  }

  private static String quoteOf(String symbol) {
    return QUOTES.stream()
        .filter(quote -> symbol.endsWith(quote) && symbol.length() > quote.length())
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "symbol " + symbol + " ends with none of the quote coins " + QUOTES));
  }
}
