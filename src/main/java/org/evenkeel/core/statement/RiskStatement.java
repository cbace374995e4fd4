package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

/**
 * The account of risk: what is forecast, how forecasts have done, and what follows for the size of the portfolio.
 *
 * @param asOf when it was last looked at
 * @param sleeveVolatility forecast of what is held, per year
 * @param coinVolatility of the stablecoins held, per year
 * @param venueVolatility of the venue's possible default, per year
 * @param totalVolatility the three together, taken as independent
 * @param countsTowardTarget whether coins and venue take their part of the target volatility
 * @param usableFraction part of the portfolio's value on which positions are sized
 * @param score how forecasts have done
 * @param sleeves the same by sleeve
 * @param coins by stablecoin
 * @param stresses what single events would cost
 * @param detectors of unusual times
 * @param scales reasons to hold less
 * @param points the score over time, oldest first
 */
public record RiskStatement(
    Instant asOf,
    BigDecimal sleeveVolatility,
    BigDecimal coinVolatility,
    BigDecimal venueVolatility,
    BigDecimal totalVolatility,
    boolean countsTowardTarget,
    BigDecimal usableFraction,
    ScoreRow score,
    List<SleeveScoreRow> sleeves,
    List<CoinRiskRow> coins,
    List<StressRow> stresses,
    List<DetectorRow> detectors,
    List<ScaleRow> scales,
    List<RiskPoint> points) {

  public RiskStatement {
    sleeves = List.copyOf(sleeves);
    coins = List.copyOf(coins);
    stresses = List.copyOf(stresses);
    detectors = List.copyOf(detectors);
    scales = List.copyOf(scales);
    points = List.copyOf(points);
  }
}
