package org.evenkeel.core.estimate;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.CoinHolding;
import org.evenkeel.core.data.UsableEquity;
import org.evenkeel.core.data.Valuation;

/**
 * The risk of what is not in the market: stablecoins that may fall off their peg, and a venue that may fail.
 *
 * <p>A fall is a jump of a compound Poisson process (Merton, 'Option pricing when underlying stock returns are
 * discontinuous', 1976): with l falls a year of size J the variance per year is l J^2, beside that of quiet days.
 * Two coins share falls at a rate of r times the smaller of their rates, which makes their covariance r min(l1, l2) J1 J2;
 * the matrix of minima is that of a Brownian motion at times l, so it is positive semidefinite, and so is any mixture
 * of it with its diagonal.
 * Coins of one issuer share all of them.
 * Falls are taken as independent of the sleeves' returns; a stress scenario, not a covariance, must say what happens
 * when both come together.
 *
 * <p>The venue's default is one draw a year: with chance p and loss L of the portfolio's value the variance is p L^2.
 *
 * <p>Everything is measured against the dollar that the coins promise, so the NAV currency is a risk too.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param usableFraction part of the portfolio's value on which positions are sized
 * @param coins the stablecoins held
 * @param coinVolatilityAnnual volatility of the portfolio from all of them
 * @param venueDefaultsPerYear chance in a year that the venue fails
 * @param venueLoss what that would cost, as a fraction of the portfolio's value
 * @param venueVolatilityAnnual volatility of the portfolio from it
 * @param countsTowardTarget whether sleeves get only what this leaves of the target volatility
 */
public record CashRisk(
    Ratio usableFraction,
    List<CoinRisk> coins,
    double coinVolatilityAnnual,
    double venueDefaultsPerYear,
    double venueLoss,
    double venueVolatilityAnnual,
    boolean countsTowardTarget) {

  public CashRisk {
    coins = List.copyOf(coins);
  }

  /** No risk at all and everything usable. */
  public static CashRisk none() {
    return new CashRisk(Ratio.ONE, List.of(), 0, 0, 0, 0, false);
  }

  /** The risk of an account's coins and of the venue at which they lie. */
  public static CashRisk of(UsableEquity equity, CashTerms terms) {
    List<CoinRisk> coins = new ArrayList<>();
    List<CoinTerms> held = new ArrayList<>();
    for (CoinHolding holding : equity.coins()) {
      CoinTerms own = terms.of(holding.coin());
      Ratio share = new Ratio(Valuation.fraction(holding.value(), equity.nav().amount()));
      Ratio usable = new Ratio(Valuation.fraction(holding.usable(), equity.nav().amount()));
      held.add(own);
      coins.add(
          new CoinRisk(
              holding.coin(),
              holding.issuer(),
              share,
              usable,
              StrictMath.sqrt(jumps(own, own, terms) + floor(own)),
              number(own.depegsPerYear()),
              number(share) * number(own.depegLoss())));
    }
    double variance = 0;
    for (int i = 0; i < held.size(); i++) {
      for (int j = 0; j < held.size(); j++) {
        double both = number(coins.get(i).share()) * number(coins.get(j).share());
        double own = i == j ? floor(held.get(i)) : 0;
        variance += both * (jumps(held.get(i), held.get(j), terms) + own);
      }
    }
    double chance = number(terms.venueDefaultsPerYear());
    double loss =
        Valuation.fraction(equity.atVenue().amount(), equity.nav().amount()).doubleValue()
            * number(terms.venueLoss());
    return new CashRisk(
        equity.fraction(),
        coins,
        StrictMath.sqrt(Math.max(0, variance)),
        chance,
        loss,
        StrictMath.sqrt(chance) * Math.abs(loss),
        terms.countsTowardTarget());
  }

  /** Variance per year of coins and venue together, as a fraction of the portfolio's value squared. */
  public double varianceAnnual() {
    return coinVolatilityAnnual * coinVolatilityAnnual
        + venueVolatilityAnnual * venueVolatilityAnnual;
  }

  /**
   * An estimate with the jumps of the stablecoins that sleeves hold: a coin that was quiet is not taken for riskless.
   *
   * <p>Only coins that the terms list are taken for stablecoins here; quiet days are measured, and floored by class.
   */
  public static CovarianceEstimate withJumps(
      CovarianceEstimate estimate, Universe universe, CashTerms terms) {
    double[][] matrix = estimate.annualCovariance();
    List<List<Leg>> coins =
        estimate.sleeves().stream().map(id -> coins(id, universe, terms)).toList();
    for (int i = 0; i < matrix.length; i++) {
      for (int j = 0; j < matrix.length; j++) {
        for (Leg one : coins.get(i)) {
          for (Leg other : coins.get(j)) {
            matrix[i][j] +=
                one.ratio().doubleValue()
                    * other.ratio().doubleValue()
                    * jumps(terms(one, terms), terms(other, terms), terms);
          }
        }
      }
    }
    return new CovarianceEstimate(estimate.sleeves(), matrix, estimate.quality());
  }

  private static List<Leg> coins(SleeveId id, Universe universe, CashTerms terms) {
    return universe.sleeves().stream()
        .filter(sleeve -> sleeve.id().equals(id))
        .map(Sleeve::legs)
        .flatMap(List::stream)
        .filter(leg -> Instrument.parse(leg.instrument()) instanceof Instrument.Spot)
        .filter(leg -> terms.lists(Instrument.parse(leg.instrument()).base()))
        .toList();
  }

  private static CoinTerms terms(Leg leg, CashTerms terms) {
    return terms.of(Instrument.parse(leg.instrument()).base());
  }

  /** The covariance per year of two coins' jumps. */
  private static double jumps(CoinTerms one, CoinTerms other, CashTerms terms) {
    double shared = one.issuer().equals(other.issuer()) ? 1 : number(terms.depegCorrelation());
    return shared
        * Math.min(number(one.depegsPerYear()), number(other.depegsPerYear()))
        * number(one.depegLoss())
        * number(other.depegLoss());
  }

  private static double floor(CoinTerms terms) {
    double floor = number(terms.volatilityFloor());
    return floor * floor;
  }

  private static double number(Ratio ratio) {
    return ratio.value().doubleValue();
  }
}
