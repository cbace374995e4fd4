package org.evenkeel.shell.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.estimate.gate.Criterion;
import org.evenkeel.core.estimate.gate.CriterionResult;
import org.evenkeel.core.estimate.gate.GateVerdict;
import org.evenkeel.core.estimate.gate.OutlierFinding;
import org.evenkeel.core.estimate.gate.Permission;
import org.evenkeel.core.parity.ExposureScale;
import org.evenkeel.core.parity.stress.RiskOverlay;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.shell.cli.print.CycleText;
import org.junit.jupiter.api.Test;

/** The stored verdict and overlay: they come back equal, and 'cycle show' prints them for people. */
class ControlDocumentsTest {

  private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

  private static GateVerdict verdict() {
    TreeMap<SleeveId, String> setAside = new TreeMap<>();
    setAside.put(SleeveId.of("eth"), "coverage");
    return new GateVerdict(
        Permission.REDUCE_ONLY,
        List.of(
            new CriterionResult(
                Criterion.UNCONFIRMED_OUTLIER,
                "BTC-USDT-PERP@binance",
                Double.POSITIVE_INFINITY,
                Optional.of(15.0),
                Optional.empty(),
                Permission.REDUCE_ONLY,
                true,
                "no second source agrees")),
        List.of(
            new OutlierFinding(
                InstrumentId.of("BTC-USDT-PERP@binance"),
                NOON,
                0.3,
                Double.POSITIVE_INFINITY,
                OutlierFinding.Source.NOBODY,
                "no second source agrees")),
        setAside);
  }

  private static RiskOverlay overlay() {
    List<ExposureScale> scales =
        List.of(
            ExposureScale.of("stress: crash", 0.62, "loss 56 %"),
            ExposureScale.of("alarm: turbulence", 1, "quiet"));
    return new RiskOverlay(
        List.of(),
        List.of(),
        scales,
        ExposureScale.binding(scales),
        new BigDecimal("1.4").doubleValue());
  }

  @Test
  void they_come_back_equal() {
    assertThat(Documents.read(Documents.text(verdict()), GateVerdict.class)).isEqualTo(verdict());
    assertThat(Documents.read(Documents.text(overlay()), RiskOverlay.class)).isEqualTo(overlay());
  }

  @Test
  void a_cycle_shows_every_criterion_with_value_and_limits_and_every_cause() {
    TreeMap<String, String> documents = new TreeMap<>();
    documents.put("gate", Documents.text(verdict()));
    documents.put("overlay", Documents.text(overlay()));
    CycleRow row =
        new CycleRow(
            "default/2026-01-31T12:00:00Z",
            NOON,
            NOON,
            Optional.of(NOON),
            CycleStatus.DONE,
            "",
            0,
            0,
            BigDecimal.ZERO,
            Optional.empty());
    String text =
        CycleText.detail(
            new CycleDetail(row, new TreeMap<>(), documents, List.of(), new TreeMap<>()));
    assertThat(text)
        .contains(
            "gate: reduce only",
            "unconfirmed outlier",
            "Infinity",
            "reduce only above 15",
            "+30.0 % in the bar to 2026-01-31T12:00:00Z",
            "set aside: eth, coverage",
            "exposure scaled to 0.62 of the targets by stress: crash",
            "alarm: turbulence")
        .doesNotContain("\"criterion\"");
  }
}
