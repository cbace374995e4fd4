package org.evenkeel.shell.simvenue.market;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * How one coin of a generated market behaves.
 *
 * <p>For example BTC from 60,000 with a volatility of 0.55 a year, a loading of 0.92 and 500 million USDT of perpetual turnover an hour.
 * The correlation of two coins is the product of their loadings on the common factor: 0.92 x 0.93 = 0.86 for BTC and ETH.
 * Prices are in USDT, and each coin has a perpetual and a spot series named base + "USDT".
 * Immutable and thread-safe.
 *
 * @param base coin, for example "BTC"
 * @param startPrice price of the first hour, around which the price stays for years
 * @param annualVolatility standard deviation of the log price over a year, 0.01 to 3
 * @param loading correlation with the common factor, 0 to 0.99
 * @param hourlyTurnover usual turnover of the perpetual, USDT per hour
 */
public record AssetSpec(
    String base,
    BigDecimal startPrice,
    double annualVolatility,
    double loading,
    double hourlyTurnover) {

  /** Eight large coins with levels of late 2024 and volatilities and correlations like those of 2020 to 2024. */
  public static final List<AssetSpec> DEFAULTS =
      List.of(
          of("BTC", "60000", 0.55, 0.92, 500e6),
          of("ETH", "2500", 0.70, 0.93, 350e6),
          of("SOL", "140", 0.95, 0.82, 100e6),
          of("BNB", "560", 0.60, 0.82, 20e6),
          of("XRP", "0.55", 0.85, 0.72, 40e6),
          of("ADA", "0.36", 0.85, 0.84, 12e6),
          of("DOGE", "0.11", 0.95, 0.74, 50e6),
          of("LINK", "11.5", 0.90, 0.84, 12e6));

  private static final List<String> PRICES = List.of("0.35", "2.4", "18", "130");

  public AssetSpec {
    SeriesId.spot(base + "USDT");
    if (startPrice.signum() <= 0) {
      throw new IllegalArgumentException(base + ": startPrice " + startPrice + " is not positive");
    }
    if (!(annualVolatility >= 0.01 && annualVolatility <= 3)) {
      throw new IllegalArgumentException(
          base + ": annualVolatility must be 0.01 to 3, found " + annualVolatility);
    }
    if (!(loading >= 0 && loading <= 0.99)) {
      throw new IllegalArgumentException(base + ": loading must be 0 to 0.99, found " + loading);
    }
    if (!(hourlyTurnover > 0 && hourlyTurnover <= 1e12)) {
      throw new IllegalArgumentException(
          base + ": hourlyTurnover must be above 0 and at most 1e12, found " + hourlyTurnover);
    }
  }

  /** A coin with its start price as text. */
  public static AssetSpec of(
      String base,
      String startPrice,
      double annualVolatility,
      double loading,
      double hourlyTurnover) {
    return new AssetSpec(
        base, new BigDecimal(startPrice), annualVolatility, loading, hourlyTurnover);
  }

  /**
   * So many coins that do not exist, C001 and on, for tests with many instruments.
   *
   * <p>Their books are thin: the first level holds some thousands of USDT, so that orders take several levels.
   */
  public static List<AssetSpec> madeUp(int count) {
    return IntStream.rangeClosed(1, count)
        .mapToObj(
            number ->
                of(
                    String.format(Locale.ROOT, "C%03d", number),
                    PRICES.get(number % PRICES.size()),
                    0.6 + number % 7 * 0.05,
                    0.6 + number % 5 * 0.05,
                    5e6))
        .toList();
  }

  String symbol() {
    return base + "USDT";
  }
}
