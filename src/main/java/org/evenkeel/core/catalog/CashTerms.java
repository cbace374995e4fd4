package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Ratio;

/**
 * How what is not at risk in the market is at risk all the same: coins fall off their peg, venues fail.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param standard terms of every stablecoin that is not listed, each its own issuer
 * @param coins terms of single coins
 * @param depegCorrelation part of the falls that two issuers share, 0 to 1; 1 for coins of one issuer
 * @param venueDefaultsPerYear chance in a year that the venue fails, 0 to 1
 * @param venueLoss part of what lies at the venue that is lost then, 0 to 1
 * @param countsTowardTarget whether this risk takes its part of the target volatility, so that sleeves get the rest
 * @param capital the most of the portfolio's value, in NAV currency, on which positions are sized; above zero; empty for all
 */
public record CashTerms(
    CoinTerms standard,
    List<CoinTerms> coins,
    Ratio depegCorrelation,
    Ratio venueDefaultsPerYear,
    Ratio venueLoss,
    boolean countsTowardTarget,
    Optional<BigDecimal> capital) {

  /** Terms by which positions are sized on all of the portfolio's value. */
  public CashTerms(
      CoinTerms standard,
      List<CoinTerms> coins,
      Ratio depegCorrelation,
      Ratio venueDefaultsPerYear,
      Ratio venueLoss,
      boolean countsTowardTarget) {
    this(
        standard,
        coins,
        depegCorrelation,
        venueDefaultsPerYear,
        venueLoss,
        countsTowardTarget,
        Optional.empty());
  }

  public CashTerms {
    capital.ifPresent(
        most -> {
          if (most.signum() <= 0) {
            throw new IllegalArgumentException("the capital must be above zero, found " + most);
          }
        });
    coins = List.copyOf(coins);
    TreeSet<Currency> named = new TreeSet<>();
    for (CoinTerms coin : coins) {
      if (!named.add(coin.coin())) {
        throw new IllegalArgumentException("the terms of " + coin.coin() + " are given twice");
      }
    }
    fraction("correlation of depegs", depegCorrelation);
    fraction("chance of the venue's default", venueDefaultsPerYear);
    fraction("loss in the venue's default", venueLoss);
  }

  /** Cash without any risk: what every figure means when nobody has said otherwise. */
  public static CashTerms riskless() {
    Currency any = Currency.of("ANY");
    CoinTerms nothing =
        new CoinTerms(any, "any", Ratio.ZERO, Ratio.ONE, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
    return new CashTerms(nothing, List.of(), Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, false);
  }

  /** The terms of a coin. */
  public CoinTerms of(Currency coin) {
    return coins.stream()
        .filter(terms -> terms.coin().equals(coin))
        .findFirst()
        .orElseGet(() -> standard.forCoin(coin));
  }

  /** The same with positions sized on no more than some capital. */
  public CashTerms upTo(BigDecimal most) {
    return new CashTerms(
        standard,
        coins,
        depegCorrelation,
        venueDefaultsPerYear,
        venueLoss,
        countsTowardTarget,
        Optional.of(most));
  }

  /** The same with another haircut of a coin. */
  public CashTerms cut(Currency coin, Ratio haircut) {
    List<CoinTerms> others = new ArrayList<>();
    coins.stream().filter(terms -> !terms.coin().equals(coin)).forEach(others::add);
    others.add(of(coin).cut(haircut));
    return new CashTerms(
        standard,
        others,
        depegCorrelation,
        venueDefaultsPerYear,
        venueLoss,
        countsTowardTarget,
        capital);
  }

  /** True if the coin has terms of its own. */
  public boolean lists(Currency coin) {
    return coins.stream().anyMatch(terms -> terms.coin().equals(coin));
  }

  private static void fraction(String what, Ratio value) {
    if (value.compareTo(Ratio.ZERO) < 0 || value.compareTo(Ratio.ONE) > 0) {
      throw new IllegalArgumentException("the " + what + " must lie in 0..1, found " + value);
    }
  }
}
