package org.evenkeel.shell.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.settle.LedgerBalances;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.StatusSample;
import org.evenkeel.core.statement.WeightRow;

/** Records of a small bot with two sleeves, as of 20 January 2026. */
final class Samples {

  static final Instant AS_OF = Instant.parse("2026-01-20T00:00:40Z");
  static final String CYCLE = "default/2026-01-20T00:00:00Z";

  private Samples() {}

  static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  static CycleRow row() {
    return new CycleRow(
        CYCLE,
        Instant.parse("2026-01-20T00:00:00Z"),
        Instant.parse("2026-01-20T00:00:01Z"),
        Optional.of(AS_OF),
        CycleStatus.DONE,
        "",
        2,
        3,
        number("12345.678"),
        Optional.of(number("1003211.42")));
  }

  static Status status() {
    return StatusSample.empty()
        .lastSeen(Instant.parse("2026-01-21T06:00:00Z"))
        .cycles(20, 19)
        .lastCycle(row())
        .valued(number("1003211.42"), "0.481")
        .make();
  }

  static LockRow positionLock() {
    return LockRow.of(
        new Lock(
            7,
            new LockFinding("BTC-USDT-PERP@binance", LockCause.POSITION_DIFFERS, "", "0.5", "0.7"),
            AS_OF));
  }

  static CycleStatement statement() {
    return new CycleStatement(
        AS_OF,
        number("1003211.42"),
        number("0.481"),
        number("0.1993"),
        number("12345.678"),
        weights(),
        List.of(
            new PositionRow(
                "BTC-USDT-PERP@binance",
                number("3.456"),
                number("86900.1"),
                number("300326.7456"),
                number("0.29937")),
            new PositionRow(
                "SPOT/USDC", number("160000"), number("1"), number("160000"), number("0.1595"))),
        List.of(),
        "risk-parity: risk contributions equal the budgets");
  }

  /** The contracts of the statement, and nothing since. */
  static LedgerBalances booked() {
    TreeMap<String, BigDecimal> positions = new TreeMap<>();
    positions.put("BTC-USDT-PERP@binance", number("3.456"));
    return new LedgerBalances(new TreeMap<>(), positions);
  }

  static List<WeightRow> weights() {
    return List.of(
        new WeightRow(
            "btc",
            "majors",
            number("0.5"),
            number("0.62"),
            number("0.298"),
            number("0.2994"),
            number("0.0014"),
            number("0.5"),
            number("0.504"),
            ""),
        new WeightRow(
            "eth",
            "majors",
            number("0.5"),
            number("0.38"),
            number("0.183"),
            number("0.1816"),
            number("-0.0014"),
            number("0.5"),
            number("0.0496"),
            "times 0.1"));
  }

  static List<OrderRow> orders() {
    return List.of(
        new OrderRow(
            "ek4f7q2k9x0c1d2e3f",
            CYCLE,
            "BTC-USDT-PERP@binance",
            "BUY",
            number("0.012"),
            number("0.012"),
            number("86900.1"),
            number("87073.9"),
            false,
            "FILLED",
            "",
            AS_OF),
        new OrderRow(
            "ek4f7q0000000000aa",
            CYCLE,
            "ETH-USDT-PERP@binance",
            "SELL",
            number("1.5"),
            number("0"),
            number("0"),
            number("2990.5"),
            true,
            "UNKNOWN",
            "read timed out",
            AS_OF));
  }

  static CycleDetail cycle() {
    TreeMap<String, String> inputs = new TreeMap<>();
    inputs.put("market", "e3b0c442");
    TreeMap<String, String> documents = new TreeMap<>();
    documents.put("plan", "{\"nav\":\"1003211.42 USDT\",\"legs\":[]}");
    TreeMap<String, Long> stages = new TreeMap<>();
    stages.put("observe", 120L);
    stages.put("solve", 3L);
    return new CycleDetail(row(), inputs, documents, orders(), stages);
  }

  static PlanPreview preview() {
    InstrumentId btc = InstrumentId.of("BTC-USDT-PERP@binance");
    InstrumentId eth = InstrumentId.of("ETH-USDT-PERP@binance");
    RebalancePlan plan =
        new RebalancePlan(
            Money.of("1003211.42", "USDT"),
            Ratio.ONE,
            List.of(
                new TargetPosition(
                    btc,
                    Contracts.of("3.456"),
                    Contracts.of("3.4681"),
                    Contracts.of("3.468"),
                    Money.of("301369.5", "USDT"))),
            List.of(
                new PlannedLeg(
                    0,
                    btc,
                    Side.BUY,
                    Contracts.of("0.012"),
                    false,
                    Price.of("86900.1"),
                    Money.of("1042.8", "USDT"),
                    "to target")),
            List.of(
                new Skip(eth, Refusal.of(RefusalReason.INSIDE_NO_TRADE_BAND, "0.8 % from target"))),
            List.of(),
            "");
    RebalancePlan proven =
        plan.proven(
            plan.legs(),
            new TreeSet<>(List.of(0)),
            List.of(),
            List.of(
                figure(ProvenFigure.Kind.GROSS_LEVERAGE, "portfolio", "0.3004", "3", 0),
                figure(ProvenFigure.Kind.MARGIN_RATIO, "binance", "0.61", "0.5", -1),
                figure(ProvenFigure.Kind.LIQUIDATION_DISTANCE, "binance", "0.931", "0.1", 0)));
    return new PlanPreview(AS_OF, Optional.empty(), Optional.of(proven), weights());
  }

  private static ProvenFigure figure(
      ProvenFigure.Kind kind, String where, String worst, String limit, int after) {
    return new ProvenFigure(kind, where, new BigDecimal(worst), new BigDecimal(limit), after);
  }
}
