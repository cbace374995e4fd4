package org.evenkeel.shell.cli.bands;

import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.parity.bands.BandDecision;
import org.evenkeel.core.parity.bands.BandSettings;
import org.evenkeel.core.parity.bands.NoTradeZone;

/**
 * A portfolio that follows daily targets in one way of rebalancing, with its costs and its distance from the targets.
 *
 * <p>Positions drift with returns; a trade costs its part of the value traded, taken from the portfolio.
 *
 * <p>Single-threaded; one per walk.
 */
final class BandWalk {

  private static final double DAYS = 365;

  /** How what is held becomes what is held after trading. */
  interface Way {
    double[] aims(BandDay day, double[] held, double[] cost);
  }

  private final double cost;
  private final double riskAversion;

  BandWalk(double cost, double riskAversion) {
    this.cost = cost;
    this.riskAversion = riskAversion;
  }

  /** Bands by cost. */
  static Way byCost(BandSettings settings) {
    return (day, held, cost) ->
        NoTradeZone.decide(day.covariance(), held, day.target(), cost, settings).rows().stream()
            .mapToDouble(BandDecision.Row::aim)
            .toArray();
  }

  /** One fraction of every target, and a trade to it from outside. */
  static Way fixed(double fraction) {
    return (day, held, cost) -> {
      double[] aims = held.clone();
      for (int i = 0; i < aims.length; i++) {
        double target = day.target()[i];
        aims[i] = Math.abs(held[i] - target) > fraction * Math.abs(target) ? target : held[i];
      }
      return aims;
    };
  }

  BandPoint walk(String label, double width, List<BandDay> days, Way way) {
    double[] held = days.get(0).target().clone();
    double[] costs = new double[held.length];
    java.util.Arrays.fill(costs, cost);
    double trades = 0;
    double turnover = 0;
    double funding = 0;
    double tracking = 0;
    List<Double> differences = new ArrayList<>();
    for (BandDay day : days) {
      double[] aims = way.aims(day, held, costs);
      double growth = 1;
      double difference = 0;
      double[] off = new double[held.length];
      for (int i = 0; i < held.length; i++) {
        double traded = Math.abs(aims[i] - held[i]);
        turnover += traded;
        trades += traded > 0 ? 1 : 0;
        funding += aims[i] * day.funding()[i];
        off[i] = aims[i] - day.target()[i];
        difference += off[i] * day.returns()[i];
        growth += aims[i] * (day.returns()[i] - day.funding()[i]) - cost * traded;
      }
      tracking += variance(day.covariance(), off);
      differences.add(difference);
      for (int i = 0; i < held.length; i++) {
        held[i] = aims[i] * (1 + day.returns()[i]) / growth;
      }
    }
    double years = days.size() / DAYS;
    double annualCost = cost * turnover / years;
    double meanTracking = tracking / days.size();
    return new BandPoint(
        label,
        width,
        trades / years,
        turnover / years,
        annualCost,
        funding / years,
        StrictMath.sqrt(Math.max(0, meanTracking)),
        StrictMath.sqrt(DAYS) * deviation(differences),
        annualCost + riskAversion / 2 * meanTracking);
  }

  private static double variance(double[][] covariance, double[] off) {
    double sum = 0;
    for (int i = 0; i < off.length; i++) {
      for (int j = 0; j < off.length; j++) {
        sum += off[i] * covariance[i][j] * off[j];
      }
    }
    return sum;
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    double squares = values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return StrictMath.sqrt(squares / values.size());
  }
}
