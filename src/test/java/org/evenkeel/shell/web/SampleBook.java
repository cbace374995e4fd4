package org.evenkeel.shell.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.policy.OperatorOverride;
import org.evenkeel.core.policy.OverrideScope;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.NavPoint;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.PositionRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.StatusSample;
import org.evenkeel.core.statement.WeightRow;

/** What a bot could have to show: busy, new, or in trouble. */
record SampleBook(
    Status status,
    List<CycleRow> cycles,
    Optional<CycleStatement> statement,
    List<OrderRow> orders,
    List<NavPoint> navs,
    List<OperatorOverride> overrides) {

  static final Instant NOW = Instant.parse("2026-01-31T16:00:07Z");
  static final String LAST_CYCLE = "default/2026-01-31T16:00:00Z";

  private static final Duration CADENCE = Duration.ofHours(8);
  private static final Instant LAST_SLOT = Instant.parse("2026-01-31T16:00:00Z");

  /** A month of rehearsal: eight sleeves, an override, open orders, cycles of every ending. */
  static SampleBook busy() {
    List<NavPoint> navs = navCurve();
    BigDecimal nav = navs.get(navs.size() - 1).nav();
    List<CycleRow> cycles = cycleList(navs);
    return new SampleBook(
        status("rehearsal", "ACTIVE", "started by the schedule", cycles, nav, List.of(), 0),
        cycles,
        Optional.of(statementOf(nav)),
        openOrders(),
        navs,
        List.of(
            new OperatorOverride(
                3,
                OverrideScope.of(SleeveId.of("sol")),
                OperatorOverride.Kind.CAP,
                Ratio.of("0.15"),
                "maria",
                "exchange announced a maintenance window for SOL withdrawals",
                Instant.parse("2026-01-30T09:12:00Z"),
                Instant.parse("2026-02-02T00:00:00Z"))));
  }

  /** The first second of a fresh database. */
  static SampleBook fresh() {
    Status status =
        StatusSample.empty()
            .mode("paper")
            .trading("ACTIVE", "first start")
            .running()
            .lastSeen(NOW)
            .make();
    return new SampleBook(status, List.of(), Optional.empty(), List.of(), List.of(), List.of());
  }

  /** A live account that does not agree with its venue, and hostile text in it. */
  static SampleBook broken() {
    SampleBook busy = busy();
    LockRow first =
        lock(
            1,
            new LockFinding(
                "SOL-USDT-PERP@binance",
                LockCause.EXTERNAL_FILL,
                "1007",
                "no such order",
                "trade 7 of order 1007: SELL 36 at 101.2"));
    LockRow second =
        lock(
            2,
            new LockFinding(
                "SPOT/USDC", LockCause.BALANCE_DIFFERS, "", "214,880.12", "<b>214,100.00</b>"));
    Status status =
        status(
            "live",
            "HALTED",
            "safety rule: position break above 0.5 % of NAV",
            busy.cycles(),
            busy.status().nav().orElseThrow(),
            List.of(first, second),
            1);
    return new SampleBook(
        status, busy.cycles(), busy.statement(), busy.orders(), busy.navs(), busy.overrides());
  }

  /** The same book with another NAV. */
  SampleBook withNav(String nav) {
    Status changed =
        status(
            status.mode(),
            status.tradingState(),
            status.tradingStateReason(),
            cycles,
            new BigDecimal(nav),
            status.openLocks(),
            status.quarantined());
    return new SampleBook(changed, cycles, statement, orders, navs, overrides);
  }

  Optional<CycleDetail> cycle(String id) {
    return cycles.stream()
        .filter(row -> row.cycleId().equals(id))
        .findFirst()
        .map(
            row ->
                new CycleDetail(
                    row,
                    new TreeMap<>(Map.of("market", "sha256:9f1c")),
                    new TreeMap<>(Map.of("plan", "{\"legs\":[{\"instrument\":\"BTC\"}]}")),
                    orders,
                    new TreeMap<>(Map.of("estimate", 12L, "send", 320L))));
  }

  private static LockRow lock(long number, LockFinding finding) {
    return LockRow.of(new Lock(number, finding, Instant.parse("2026-01-31T15:41:30Z")));
  }

  private static Status status(
      String mode,
      String state,
      String reason,
      List<CycleRow> cycles,
      BigDecimal nav,
      List<LockRow> locks,
      long quarantined) {
    return StatusSample.empty()
        .mode(mode)
        .trading(state, reason)
        .running()
        .lastSeen(NOW)
        .cycles(93, 88)
        .lastCycle(cycles.get(0))
        .orders(3, quarantined)
        .locks(locks)
        .valued(nav, "1.42")
        .overrides(1)
        .make();
  }

  private static List<NavPoint> navCurve() {
    double[] steps = {
      0, 0.4, 0.2, -0.3, 0.6, 0.5, -0.2, 0.1, -0.9, -0.6, 0.3, 0.7, 0.4, -0.1, 0.2, 0.8, 0.1, -0.4,
      -0.2, 0.5, 0.6, -1.1, 0.2, 0.3, 0.9, 0.2, -0.3, 0.4, 0.1, 0.23
    };
    List<NavPoint> points = new ArrayList<>();
    BigDecimal nav = new BigDecimal("1000000");
    for (int i = 0; i < steps.length; i++) {
      nav =
          nav.multiply(BigDecimal.valueOf(1 + steps[i] / 100)).setScale(2, RoundingMode.HALF_EVEN);
      points.add(
          new NavPoint(
              LAST_SLOT.minus(CADENCE.multipliedBy(steps.length - 1L - i)),
              nav,
              new BigDecimal("1.42"),
              new BigDecimal("0.198")));
    }
    return points;
  }

  private static List<CycleRow> cycleList(List<NavPoint> navs) {
    List<CycleRow> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      CycleStatus status =
          switch (i) {
            case 2 -> CycleStatus.SKIPPED;
            case 5 -> CycleStatus.HELD;
            case 9 -> CycleStatus.FAILED;
            default -> CycleStatus.DONE;
          };
      String reason =
          switch (i) {
            case 2 -> "late: the slot was 9 h 12 min old at start-up";
            case 5 -> "estimate refused: 3 of 8 series have a gap in the last 24 h";
            case 9 -> "database did not answer for 10 s before the send; nothing was sent";
            default -> "";
          };
      boolean done = status == CycleStatus.DONE;
      Instant due = LAST_SLOT.minus(CADENCE.multipliedBy(i));
      rows.add(
          new CycleRow(
              "default/" + due,
              due,
              due.plusMillis(40),
              Optional.of(due.plusMillis(452)),
              status,
              reason,
              done ? (i * 5 + 7) % 9 : 0,
              done ? (i * 5 + 7) % 9 * 2 : 0,
              done ? new BigDecimal((i * 5 + 7) % 9 * (6210 + 173 * i)) : BigDecimal.ZERO,
              status == CycleStatus.SKIPPED
                  ? Optional.empty()
                  : Optional.of(navs.get(navs.size() - 1 - i).nav())));
    }
    return rows;
  }

  private static List<OrderRow> openOrders() {
    return List.of(
        order(
            "k7q2m00931a",
            "ETH-USDT-PERP@binance",
            "BUY",
            "42.5",
            "17",
            "3104.22",
            "NEW",
            "",
            false),
        order(
            "k7q2m00932b",
            "SOL-USDT-PERP@binance",
            "SELL",
            "36",
            "0",
            "141.05",
            "UNKNOWN",
            "read timed out after 2 s; asking the venue",
            true),
        order(
            "k7q2m00933c",
            "DOGE-USDT-PERP@binance",
            "BUY",
            "88000",
            "0",
            "0.2071",
            "PENDING_NEW",
            "",
            false));
  }

  private static OrderRow order(
      String id,
      String instrument,
      String side,
      String qty,
      String cum,
      String limit,
      String state,
      String detail,
      boolean reduceOnly) {
    return new OrderRow(
        id,
        LAST_CYCLE,
        instrument,
        side,
        new BigDecimal(qty),
        new BigDecimal(cum),
        BigDecimal.ZERO,
        new BigDecimal(limit),
        reduceOnly,
        state,
        detail,
        LAST_SLOT.plusMillis(300));
  }

  private static CycleStatement statementOf(BigDecimal nav) {
    return new CycleStatement(
        LAST_SLOT.plusMillis(452),
        nav,
        new BigDecimal("1.42"),
        new BigDecimal("0.198"),
        new BigDecimal("48211.40"),
        List.of(
            weight("btc", "majors", "0.15", "0.182", "0.318", "0.316", "0.152", ""),
            weight("eth", "majors", "0.15", "0.141", "0.246", "0.221", "0.136", ""),
            weight("sol", "alts", "0.10", "0.086", "0.150", "0.149", "0.097", "cap 0.15"),
            weight("bnb", "alts", "0.10", "0.128", "0.224", "0.226", "0.104", ""),
            weight("xrp", "alts", "0.10", "0.094", "0.164", "0.163", "0.099", ""),
            weight("doge", "alts", "0.10", "0.069", "0.121", "0.088", "0.074", ""),
            weight("link", "alts", "0.10", "0.083", "0.145", "0.146", "0.103", ""),
            weight("btc-carry", "carry", "0.20", "0.217", "0.380", "0.381", "0.235", "")),
        List.of(
            position("BTC-USDT-PERP@binance", "-0.756", "98214.5", nav),
            position("ETH-USDT-PERP@binance", "71.92", "3104.2", nav),
            position("SOL-USDT-PERP@binance", "1098", "141.06", nav),
            position("BNB-USDT-PERP@binance", "341.2", "688.1", nav),
            position("XRP-USDT-PERP@binance", "74210", "2.2814", nav),
            position("DOGE-USDT-PERP@binance", "441000", "0.20702", nav),
            position("LINK-USDT-PERP@binance", "8120.5", "18.694", nav),
            position("SPOT/USDT", "130000", "1", nav),
            position("SPOT/USDC", "214880.12", "0.9997", nav),
            position("FUTURES/USDT", "300901.34", "1", nav),
            position("SPOT/BTC", "3.98", "98210.1", nav)),
        List.of(),
        "risk-parity: risk contributions equal the budgets");
  }

  private static WeightRow weight(
      String sleeve,
      String kind,
      String budget,
      String target,
      String wanted,
      String held,
      String risk,
      String override) {
    BigDecimal targetExposure = new BigDecimal(wanted);
    BigDecimal currentExposure = new BigDecimal(held);
    return new WeightRow(
        sleeve,
        kind,
        new BigDecimal(budget),
        new BigDecimal(target),
        targetExposure,
        currentExposure,
        currentExposure.subtract(targetExposure),
        new BigDecimal(budget),
        new BigDecimal(risk),
        override);
  }

  private static PositionRow position(
      String subject, String quantity, String price, BigDecimal nav) {
    BigDecimal value = new BigDecimal(quantity).multiply(new BigDecimal(price));
    return new PositionRow(
        subject,
        new BigDecimal(quantity),
        new BigDecimal(price),
        value,
        value.divide(nav, 6, RoundingMode.HALF_EVEN));
  }
}
