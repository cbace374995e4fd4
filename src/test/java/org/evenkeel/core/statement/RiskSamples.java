package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Accounts of risk as small or long as a test needs them. */
public final class RiskSamples {

  private static final Instant LAST = Instant.parse("2026-01-31T16:00:00Z");

  private RiskSamples() {}

  /** Forecasts that were right for a while and then shown too low, with so many points. */
  public static RiskStatement statement(int points) {
    return new RiskStatement(
        LAST,
        number("0.183"),
        number("0.0332"),
        number("0.05"),
        number("0.1926"),
        true,
        number("0.995"),
        new ScoreRow(
            points,
            number("1.214"),
            number("1.08"),
            number("1.39"),
            number("-7.91"),
            11,
            number("6"),
            number("0.05"),
            number("0.062"),
            number("140.5"),
            number("100"),
            "SEQUENTIAL_TEST",
            Optional.of(Instant.parse("2026-01-24T16:00:00Z")),
            number("1.4286"),
            number("0.7"),
            ""),
        List.of(
            new SleeveScoreRow(
                "btc",
                number("0.5"),
                number("0.498"),
                number("0.541"),
                number("0.041"),
                number("1.24")),
            new SleeveScoreRow(
                "eth",
                number("0.5"),
                number("0.502"),
                number("0.459"),
                number("-0.041"),
                number("1.17"))),
        List.of(
            new CoinRiskRow("USDC", "circle", number("0.4"), number("0.398"), number("0.0332")),
            new CoinRiskRow("USDT", "USDT", number("0.6"), number("0.597"), number("0.0332"))),
        List.of(
            new StressRow("whole market -40 %", Optional.empty(), number("0.21")),
            new StressRow("depeg of circle", Optional.of(number("0.1")), number("0.04")),
            new StressRow(
                "venue fails, expected loss", Optional.of(number("0.01")), number("0.5"))),
        List.of(
            new DetectorRow(
                "turbulence", Optional.of(number("2.5")), Optional.of(number("4.1")), false)),
        List.of(
            new ScaleRow(
                "forecasts too low",
                number("0.7"),
                "the sequential test rejects after 120 outcomes: bias 1.43, evidence 140 of 100 needed",
                true)),
        trail(points));
  }

  private static List<RiskPoint> trail(int points) {
    List<RiskPoint> trail = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      double bias = i < points * 3 / 4 ? 1 + 0.12 * StrictMath.sin(i / 5.0) : 1.45;
      double band = Math.max(0.3, 1.2 / StrictMath.sqrt(i + 1.0));
      trail.add(
          new RiskPoint(
              LAST.minus(Duration.ofHours(8L * (points - 1 - i))),
              rounded(0.19 + 0.01 * StrictMath.cos(i / 9.0)),
              rounded(0.19 * bias),
              rounded(2.1 * StrictMath.sin(i * 2.3)),
              rounded(bias),
              rounded(bias * (1 - band / 2)),
              rounded(bias * (1 + band)),
              StrictMath.sin(i * 2.3) < -0.82,
              rounded(StrictMath.exp(i / 30.0)),
              number(i < points * 3 / 4 ? "1" : "0.7")));
    }
    return trail;
  }

  private static BigDecimal rounded(double value) {
    return BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN);
  }

  private static BigDecimal number(String text) {
    return new BigDecimal(text);
  }
}
