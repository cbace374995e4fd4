package org.evenkeel.core.catalog;

import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;

/**
 * How a stablecoin is taken as a risk.
 *
 * <p>For example, 0.1 falls a year of 10 % each are a jump variance of 0.001, a volatility of 3.2 % a year, however
 * quiet the coin has been.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param coin the coin
 * @param issuer who owes the dollars; coins of one issuer fall together
 * @param haircut part of the coin's value on which no position is sized, 0 to below 1
 * @param issuerCap largest part of the portfolio's value that counts of this issuer's coins, 0 to 1
 * @param depegsPerYear expected falls off the peg in a year, not negative
 * @param depegLoss part of the value lost in one, 0 to 1
 * @param volatilityFloor volatility believed between falls, as a fraction per year, above 0
 */
public record CoinTerms(
    Currency coin,
    String issuer,
    Ratio haircut,
    Ratio issuerCap,
    Ratio depegsPerYear,
    Ratio depegLoss,
    Ratio volatilityFloor) {

  public CoinTerms {
    within(coin, "haircut", haircut, Ratio.ONE);
    within(coin, "issuer cap", issuerCap, Ratio.ONE);
    within(coin, "number of depegs a year", depegsPerYear, Ratio.of("100"));
    within(coin, "loss in a depeg", depegLoss, Ratio.ONE);
    within(coin, "volatility floor", volatilityFloor, Ratio.of("5"));
    if (issuer.isBlank()) {
      throw new IllegalArgumentException(coin + " needs an issuer");
    }
  }

  /** The same terms for another coin that is its own issuer. */
  CoinTerms forCoin(Currency other) {
    return new CoinTerms(
        other, other.value(), haircut, issuerCap, depegsPerYear, depegLoss, volatilityFloor);
  }

  /** The same with another haircut. */
  CoinTerms cut(Ratio other) {
    return new CoinTerms(coin, issuer, other, issuerCap, depegsPerYear, depegLoss, volatilityFloor);
  }

  private static void within(Currency coin, String what, Ratio value, Ratio most) {
    if (value.compareTo(Ratio.ZERO) < 0 || value.compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "the " + what + " of " + coin + " must lie in 0.." + most + ", found " + value);
    }
  }
}
