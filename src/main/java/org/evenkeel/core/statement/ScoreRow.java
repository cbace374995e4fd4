package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * How the forecasts of the portfolio's risk have done.
 *
 * @param outcomes forecasts judged
 * @param bias root mean square of outcomes in units of their forecasts; above one if forecasts were too low
 * @param biasLow lower end of its 95 % band
 * @param biasHigh upper end of its 95 % band
 * @param qlike mean QLIKE loss, lower is better
 * @param exceedances losses beyond the value at risk
 * @param expectedExceedances how many its level promises
 * @param valueAtRiskLevel the chance of a loss beyond it
 * @param kupiecPValue chance of a count as far off by luck, for a single look
 * @param evidence wealth of the sequential test
 * @param evidenceNeeded wealth at which it rejects
 * @param verdict NONE, SEQUENTIAL_TEST or BIAS_BOUND: why forecasts are taken as too low
 * @param verdictSince since when
 * @param measuredBias by which exposures would be cut
 * @param factor factor on exposures that follows
 * @param remark why the last look judged nothing, empty if it did
 */
public record ScoreRow(
    int outcomes,
    BigDecimal bias,
    BigDecimal biasLow,
    BigDecimal biasHigh,
    BigDecimal qlike,
    int exceedances,
    BigDecimal expectedExceedances,
    BigDecimal valueAtRiskLevel,
    BigDecimal kupiecPValue,
    BigDecimal evidence,
    BigDecimal evidenceNeeded,
    String verdict,
    Optional<Instant> verdictSince,
    BigDecimal measuredBias,
    BigDecimal factor,
    String remark) {}
