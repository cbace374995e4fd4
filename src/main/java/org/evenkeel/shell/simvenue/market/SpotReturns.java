package org.evenkeel.shell.simvenue.market;

import java.util.ArrayList;
import java.util.List;

/**
 * The hourly log returns of all coins: correlated normals scaled by the regime, jumps, and a weak pull to the start price.
 *
 * <p>Jumps: one for all coins about every 20 days (four times as often under stress) with a mean of -0.5 % and a deviation of 2.5 % for a coin of volatility 0.6, and one for each coin alone about every 30 days with a deviation of 3 %.
 * They carry about 6 % of the variance, which the normals leave to them.
 * The pull has a half-life of 1.4 years, so that prices stay realistic for as long as a market runs.
 * Not thread-safe.
 */
final class SpotReturns {

  private static final double HOURS_PER_YEAR = 365.25 * Hours.PER_DAY;
  private static final double DIFFUSIVE_SHARE = StrictMath.sqrt(0.94);
  private static final double PULL_PER_HOUR = 0.5 / HOURS_PER_YEAR;
  private static final double COMMON_JUMP_PER_HOUR = 1.0 / (20 * Hours.PER_DAY);
  private static final double COMMON_JUMP_STRESS_FACTOR = 4;
  private static final double COMMON_JUMP_MEAN = -0.005;
  private static final double COMMON_JUMP_DEVIATION = 0.025;
  private static final double OWN_JUMP_PER_HOUR = 1.0 / (30 * Hours.PER_DAY);
  private static final double OWN_JUMP_DEVIATION = 0.03;
  private static final double JUMP_REFERENCE_VOLATILITY = 0.6;

  private final List<AssetSpec> assets;
  private final Correlation calm;
  private final Correlation normal;
  private final Correlation stressed;
  private final RandomStream regimes;
  private final RandomStream normals;
  private final RandomStream jumps;
  private Regime regime = Regime.NORMAL;

  SpotReturns(List<AssetSpec> assets, RandomStream root) {
    this.assets = assets;
    this.regimes = root.fork();
    this.normals = root.fork();
    this.jumps = root.fork();
    this.calm = Correlation.of(assets, Regime.CALM.correlationTilt());
    this.normal = Correlation.of(assets, Regime.NORMAL.correlationTilt());
    this.stressed = Correlation.of(assets, Regime.STRESSED.correlationTilt());
  }

  /**
   * One coin's move in one hour.
   *
   * @param logReturn log of close over open
   * @param deviation standard deviation of the normal part
   * @param stress volatility of the regime over volatility in the long run
   */
  record Move(double logReturn, double deviation, double stress) {}

  /** Draws the next hour of each coin, given its log distance from its start price. */
  List<Move> next(double[] logDistances) {
    regime = regime.next(regimes);
    double[] independent = new double[logDistances.length];
    for (int i = 0; i < independent.length; i++) {
      independent[i] = normals.normal();
    }
    double[] shocks = correlation().applyTo(independent);
    double stress = regime.volatilityFactor();
    double common = commonJump();
    List<Move> moves = new ArrayList<>();
    for (int i = 0; i < shocks.length; i++) {
      AssetSpec asset = assets.get(i);
      double volatility = asset.annualVolatility();
      double deviation = volatility * DIFFUSIVE_SHARE * stress / StrictMath.sqrt(HOURS_PER_YEAR);
      double jump = (common * asset.loading() + ownJump()) * volatility / JUMP_REFERENCE_VOLATILITY;
      double pull = PULL_PER_HOUR * logDistances[i];
      moves.add(new Move(shocks[i] * deviation + jump - pull, deviation, stress));
    }
    return moves;
  }

  private Correlation correlation() {
    return switch (regime) {
      case CALM -> calm;
      case NORMAL -> normal;
      case STRESSED -> stressed;
    };
  }

  private double commonJump() {
    double factor = regime == Regime.STRESSED ? COMMON_JUMP_STRESS_FACTOR : 1;
    double chance = jumps.uniform();
    return chance < COMMON_JUMP_PER_HOUR * factor
        ? COMMON_JUMP_MEAN + COMMON_JUMP_DEVIATION * jumps.normal()
        : 0;
  }

  private double ownJump() {
    return jumps.uniform() < OWN_JUMP_PER_HOUR ? OWN_JUMP_DEVIATION * jumps.normal() : 0;
  }
}
