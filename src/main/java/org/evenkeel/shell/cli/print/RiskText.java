package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import org.evenkeel.core.statement.CoinRiskRow;
import org.evenkeel.core.statement.DetectorRow;
import org.evenkeel.core.statement.RiskStatement;
import org.evenkeel.core.statement.ScaleRow;
import org.evenkeel.core.statement.ScoreRow;
import org.evenkeel.core.statement.SleeveScoreRow;
import org.evenkeel.core.statement.StressRow;

/** The account of risk as people read it. */
public final class RiskText {

  private static final String INDENT = "            ";

  private RiskText() {}

  public static String of(RiskStatement risk) {
    StringBuilder text = new StringBuilder();
    text.append("as of ").append(Figures.time(risk.asOf())).append("\n\n");
    forecast(text, risk);
    score(text, risk.score());
    text.append("leverage    ").append(leverage(risk)).append('\n');
    text.append('\n').append(sleeves(risk));
    text.append('\n').append(coins(risk));
    text.append('\n').append(stresses(risk));
    text.append(risk.detectors().isEmpty() ? "" : "\n" + detectors(risk));
    return text.toString();
  }

  private static void forecast(StringBuilder text, RiskStatement risk) {
    text.append("forecast    sleeves ")
        .append(Figures.percent(risk.sleeveVolatility()))
        .append(", stablecoins ")
        .append(Figures.percent(risk.coinVolatility()))
        .append(", venue ")
        .append(Figures.percent(risk.venueVolatility()))
        .append(", together ")
        .append(Figures.percent(risk.totalVolatility()))
        .append(" a year\n")
        .append("equity      ")
        .append(Figures.percent(risk.usableFraction()))
        .append(" of NAV is usable for positions; coins and venue ")
        .append(risk.countsTowardTarget() ? "count" : "do not count")
        .append(" toward the target volatility\n");
  }

  private static void score(StringBuilder text, ScoreRow score) {
    if (score.outcomes() == 0) {
      text.append("score       no forecast has been judged yet");
    } else {
      text.append("score       bias ")
          .append(Figures.ratio(score.bias()))
          .append(" (")
          .append(Figures.ratio(score.biasLow()))
          .append(" to ")
          .append(Figures.ratio(score.biasHigh()))
          .append(") over ")
          .append(score.outcomes())
          .append(" forecasts, QLIKE ")
          .append(Figures.ratio(score.qlike()))
          .append('\n')
          .append(INDENT)
          .append(score.exceedances())
          .append(" losses beyond the ")
          .append(Figures.percent(BigDecimal.ONE.subtract(score.valueAtRiskLevel())))
          .append(" value at risk, ")
          .append(Figures.ratio(score.expectedExceedances()))
          .append(" expected, Kupiec p ")
          .append(Figures.ratio(score.kupiecPValue()))
          .append('\n')
          .append(INDENT)
          .append("evidence that forecasts are too low ")
          .append(Figures.ratio(score.evidence()))
          .append(" of ")
          .append(Figures.ratio(score.evidenceNeeded()));
    }
    text.append(score.remark().isEmpty() ? "" : "\n" + INDENT + "last look: " + score.remark());
    text.append('\n');
  }

  private static String leverage(RiskStatement risk) {
    StringBuilder text = new StringBuilder();
    for (ScaleRow scale : risk.scales()) {
      if (scale.factor().compareTo(BigDecimal.ONE) < 0) {
        text.append(text.isEmpty() ? "" : "\n" + INDENT)
            .append(scale.binds() ? "CUT to " : "")
            .append(Figures.percent(scale.factor()))
            .append(" of the targets by '")
            .append(scale.cause())
            .append("': ")
            .append(scale.detail());
      }
    }
    if (text.isEmpty()) {
      text.append("nothing asks for less than the targets");
    }
    risk.score()
        .verdictSince()
        .ifPresent(
            since ->
                text.append(
                    "\n" + INDENT + "forecasts taken as too low since " + Figures.time(since)));
    return text.toString();
  }

  private static String sleeves(RiskStatement risk) {
    TextTable table =
        new TextTable("sleeve", ">budget", ">forecast", ">realized", ">parity error", ">bias");
    for (SleeveScoreRow row : risk.sleeves()) {
      table.row(
          row.sleeve(),
          Figures.percent(row.riskBudget()),
          Figures.percent(row.forecastShare()),
          Figures.percent(row.realizedShare()),
          Figures.signedPercent(row.parityError()),
          Figures.ratio(row.bias()));
    }
    return table.toString();
  }

  private static String coins(RiskStatement risk) {
    TextTable table = new TextTable("coin", "issuer", ">of NAV", ">usable", ">volatility");
    for (CoinRiskRow row : risk.coins()) {
      table.row(
          row.coin(),
          row.issuer(),
          Figures.percent(row.navFraction()),
          Figures.percent(row.usableFraction()),
          Figures.percent(row.volatility()));
    }
    return table.toString();
  }

  private static String stresses(RiskStatement risk) {
    TextTable table = new TextTable("stress", ">times a year", ">loss of NAV");
    for (StressRow row : risk.stresses()) {
      table.row(
          row.event(),
          row.perYear().map(Figures::ratio).orElse("-"),
          Figures.percent(row.navLoss()));
    }
    return table.toString();
  }

  private static String detectors(RiskStatement risk) {
    TextTable table = new TextTable("detector", ">reading", ">alarm above", "");
    for (DetectorRow row : risk.detectors()) {
      table.row(
          row.detector(),
          row.value().map(Figures::ratio).orElse("-"),
          row.threshold().map(Figures::ratio).orElse("-"),
          row.isAlarm() ? "ALARM" : "");
    }
    return table.toString();
  }
}
