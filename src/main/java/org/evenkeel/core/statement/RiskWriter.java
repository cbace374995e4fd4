package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.estimate.CashRisk;
import org.evenkeel.core.estimate.CoinRisk;
import org.evenkeel.core.estimate.regime.RegimeReading;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.Sizing;
import org.evenkeel.core.parity.score.HeldForecast;
import org.evenkeel.core.parity.score.Outcome;
import org.evenkeel.core.parity.score.Rounded;
import org.evenkeel.core.parity.score.ScoreEntry;
import org.evenkeel.core.parity.score.ScoreStatistics;
import org.evenkeel.core.parity.score.SleeveScore;
import org.evenkeel.core.parity.score.TrailPoint;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.parity.stress.StressOutcome;

/** Draws up the account of risk from what the cycles have stored; a pure function of it, and stateless. */
public final class RiskWriter {

  private RiskWriter() {}

  /**
   * The account; empty if no cycle has looked at its forecast yet.
   *
   * @param entries of the scoreboard, newest first
   * @param sizing of the newest decision
   * @param forecast of what is held
   * @param overlay of the newest decision: stress, detectors and every cause that may lower the targets
   */
  public static Optional<RiskStatement> draw(
      List<ScoreEntry> entries,
      Optional<Sizing> sizing,
      Optional<HeldForecast> forecast,
      Optional<RiskOverlay> overlay) {
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    ScoreEntry newest = entries.get(0);
    List<Outcome> outcomes =
        entries.stream().map(ScoreEntry::outcome).flatMap(Optional::stream).toList();
    ScoreStatistics statistics = ScoreStatistics.of(outcomes, newest.settings().varLevel());
    CashRisk cash = sizing.map(Sizing::cash).orElse(CashRisk.none());
    BigDecimal sleeves =
        forecast.map(held -> Rounded.of(held.volatilityAnnual())).orElse(BigDecimal.ZERO);
    BigDecimal coins = Rounded.of(cash.coinVolatilityAnnual());
    BigDecimal venue = Rounded.of(cash.venueVolatilityAnnual());
    return Optional.of(
        new RiskStatement(
            newest.asOf(),
            sleeves,
            coins,
            venue,
            together(sleeves, coins, venue),
            cash.countsTowardTarget(),
            cash.usableFraction().value(),
            score(newest, statistics),
            statistics.sleeves().stream().map(RiskWriter::row).toList(),
            cash.coins().stream().map(RiskWriter::row).toList(),
            stresses(cash, overlay),
            detectors(overlay),
            scales(overlay),
            TrailPoint.of(entries).stream().map(RiskWriter::row).toList()));
  }

  private static BigDecimal together(BigDecimal sleeves, BigDecimal coins, BigDecimal venue) {
    BigDecimal variance =
        sleeves.multiply(sleeves).add(coins.multiply(coins)).add(venue.multiply(venue));
    return Rounded.of(variance.sqrt(Decimals.PRECISION).doubleValue());
  }

  private static ScoreRow score(ScoreEntry newest, ScoreStatistics statistics) {
    return new ScoreRow(
        statistics.outcomes(),
        Rounded.of(statistics.bias()),
        Rounded.of(statistics.biasLow()),
        Rounded.of(statistics.biasHigh()),
        Rounded.of(statistics.qlike()),
        statistics.exceedances(),
        Rounded.of(statistics.expectedExceedances()),
        Rounded.of(newest.settings().varLevel()),
        Rounded.of(statistics.kupiecPValue()),
        Rounded.of(newest.state().evidence()),
        Rounded.of(1 / newest.settings().level()),
        newest.state().alarm().name(),
        newest.state().alarmSince(),
        Rounded.of(newest.measuredBias()),
        Rounded.of(newest.factor()),
        newest.remark());
  }

  private static SleeveScoreRow row(SleeveScore sleeve) {
    return new SleeveScoreRow(
        sleeve.sleeve().value(),
        Rounded.of(sleeve.riskBudget()),
        Rounded.of(sleeve.forecastShare()),
        Rounded.of(sleeve.realizedShare()),
        Rounded.of(sleeve.parityError()),
        Rounded.of(sleeve.bias()));
  }

  private static CoinRiskRow row(CoinRisk coin) {
    return new CoinRiskRow(
        coin.coin().value(),
        coin.issuer(),
        coin.share().value(),
        coin.usableShare().value(),
        Rounded.of(coin.volatilityAnnual()));
  }

  private static RiskPoint row(TrailPoint point) {
    return new RiskPoint(
        point.asOf(),
        Rounded.of(point.forecastVolatility()),
        Rounded.of(point.realizedVolatility()),
        Rounded.of(point.standardized()),
        Rounded.of(point.bias()),
        Rounded.of(point.biasLow()),
        Rounded.of(point.biasHigh()),
        point.exceeded(),
        Rounded.of(point.evidence()),
        Rounded.of(point.factor()));
  }

  /** Every coin of an issuer falls with the others; of several rates the highest counts. */
  private static List<StressRow> stresses(CashRisk cash, Optional<RiskOverlay> overlay) {
    List<StressRow> rows = new ArrayList<>();
    for (StressOutcome stress : overlay.map(RiskOverlay::stress).orElse(List.of())) {
      rows.add(new StressRow(stress.scenario(), Optional.empty(), Rounded.of(stress.loss())));
    }
    TreeMap<String, BigDecimal> rates = new TreeMap<>();
    TreeMap<String, BigDecimal> losses = new TreeMap<>();
    for (CoinRisk coin : cash.coins()) {
      rates.merge(coin.issuer(), Rounded.of(coin.depegsPerYear()), BigDecimal::max);
      losses.merge(coin.issuer(), Rounded.of(coin.depegLoss()), BigDecimal::add);
    }
    losses.forEach(
        (issuer, loss) ->
            rows.add(
                new StressRow("depeg of " + issuer, Optional.ofNullable(rates.get(issuer)), loss)));
    rows.add(
        new StressRow(
            "venue fails, expected loss",
            Optional.of(Rounded.of(cash.venueDefaultsPerYear())),
            Rounded.of(cash.venueLoss())));
    return rows;
  }

  private static List<DetectorRow> detectors(Optional<RiskOverlay> overlay) {
    List<DetectorRow> rows = new ArrayList<>();
    for (RegimeReading reading : overlay.map(RiskOverlay::regime).orElse(List.of())) {
      rows.add(
          new DetectorRow(
              reading.detector().label(),
              reading.value().map(Rounded::of),
              reading.threshold().map(Rounded::of),
              reading.isAlarm()));
    }
    return rows;
  }

  private static List<ScaleRow> scales(Optional<RiskOverlay> overlay) {
    List<ScaleRow> rows = new ArrayList<>();
    if (overlay.isPresent()) {
      for (ExposureScale scale : overlay.get().scales()) {
        rows.add(
            new ScaleRow(
                scale.cause(),
                scale.factor().value(),
                scale.detail(),
                overlay.get().binding().filter(scale::equals).isPresent()));
      }
    }
    return rows;
  }
}
