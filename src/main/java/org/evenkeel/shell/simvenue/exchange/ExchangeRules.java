package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;

/**
 * Fees, margin and price bands of the simulated exchange, all as fractions.
 *
 * <p>For example a taker fee of 0.0005 takes 0.50 from a fill of 1000.
 * The standard values are Binance's published base tier (futures 0.02 % / 0.05 %, spot 0.1 %) and the price band of its recorded exchange information (0.15).
 * Immutable and thread-safe.
 *
 * @param futuresMaker fee of a resting futures order
 * @param futuresTaker fee of an immediate futures fill
 * @param spotMaker fee of a resting spot order
 * @param spotTaker fee of an immediate spot fill
 * @param maintenanceRate maintenance margin as a fraction of the notional at mark
 * @param liquidationFee fee of a forced close
 * @param futuresBand how far a futures limit price may be beyond the mark
 * @param spotBand largest multiple of the last price a spot buy may name; sells may go to its inverse
 * @param defaultLeverage leverage of a symbol nobody set
 * @param maxLeverage largest leverage that may be set
 * @param oneWallet whether spot and futures share one wallet, as in a unified account
 * @param wholeTier whether all of a position has the rate of the bracket that it reaches, as at OKX
 */
public record ExchangeRules(
    BigDecimal futuresMaker,
    BigDecimal futuresTaker,
    BigDecimal spotMaker,
    BigDecimal spotTaker,
    BigDecimal maintenanceRate,
    BigDecimal liquidationFee,
    BigDecimal futuresBand,
    BigDecimal spotBand,
    int defaultLeverage,
    int maxLeverage,
    boolean oneWallet,
    boolean wholeTier) {

  /** Refuses a default leverage outside 1 to the maximum. */
  public ExchangeRules {
    if (defaultLeverage < 1 || defaultLeverage > maxLeverage) {
      throw new IllegalArgumentException("default leverage must be 1 to " + maxLeverage);
    }
  }

  /** Returns the rules every mode uses unless told otherwise. */
  public static ExchangeRules standard() {
    return new ExchangeRules(
        new BigDecimal("0.0002"),
        new BigDecimal("0.0005"),
        new BigDecimal("0.001"),
        new BigDecimal("0.001"),
        new BigDecimal("0.0065"),
        new BigDecimal("0.01"),
        new BigDecimal("0.15"),
        new BigDecimal("5"),
        5,
        50,
        false,
        false);
  }

  /** Returns the same rules for an account whose coins and collateral lie in one wallet. */
  public ExchangeRules inOneWallet() {
    return with(true, wholeTier);
  }

  /** Returns the same rules where all of a position has the rate of the bracket that it reaches. */
  public ExchangeRules chargingWhole() {
    return with(oneWallet, true);
  }

  private ExchangeRules with(boolean inOneWallet, boolean chargesWhole) {
    return new ExchangeRules(
        futuresMaker,
        futuresTaker,
        spotMaker,
        spotTaker,
        maintenanceRate,
        liquidationFee,
        futuresBand,
        spotBand,
        defaultLeverage,
        maxLeverage,
        inOneWallet,
        chargesWhole);
  }
}
