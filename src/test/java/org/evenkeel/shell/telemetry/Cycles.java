package org.evenkeel.shell.telemetry;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.WeightRow;

/** Ended cycles to tell about. */
final class Cycles {

  private static final Instant DUE = Instant.parse("2026-01-04T00:00:00Z");

  private Cycles() {}

  static CycleRow row(CycleStatus status, String reason, int legs) {
    return new CycleRow(
        "default/" + DUE,
        DUE,
        DUE,
        Optional.of(DUE.plusMillis(412)),
        status,
        reason,
        legs,
        legs * 2,
        new BigDecimal("1000"),
        Optional.empty());
  }

  static CycleStatement statement(String nav) {
    return new CycleStatement(
        DUE,
        new BigDecimal(nav),
        new BigDecimal("1.4187"),
        new BigDecimal("0.19812"),
        new BigDecimal("1000"),
        List.of(weight("0.500", "0.504"), weight("0.500", "0.496")),
        List.of(),
        List.of(),
        "risk-parity: risk contributions equal the budgets");
  }

  private static WeightRow weight(String target, String realized) {
    BigDecimal half = new BigDecimal("0.5");
    return new WeightRow(
        "btc",
        "majors",
        half,
        half,
        half,
        half,
        BigDecimal.ZERO,
        new BigDecimal(target),
        new BigDecimal(realized),
        "");
  }
}
