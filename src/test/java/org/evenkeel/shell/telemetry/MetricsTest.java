package org.evenkeel.shell.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.evenkeel.core.policy.Lock;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.statement.AlertTally;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.LockRow;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.Status;
import org.evenkeel.core.statement.StatusSample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MetricsTest {

  private final AtomicLong nanos = new AtomicLong(5_000_000_000L);
  private final Metrics metrics = new Metrics(nanos::get);

  @AfterEach
  void close() {
    metrics.close();
  }

  @Test
  void a_cycle_counts_by_status_with_its_stages_orders_and_fills() {
    metrics.cycleEnded(
        new CycleDetail(
            Cycles.row(CycleStatus.DONE, "", 2),
            new TreeMap<>(),
            new TreeMap<>(),
            List.of(order("FILLED"), order("FILLED"), order("REJECTED")),
            new TreeMap<>(Map.of("send", 320L))));

    assertThat(metrics.scrape())
        .contains("evenkeel_cycles_total{status=\"DONE\"} 1.0")
        .contains("evenkeel_cycles_total{status=\"HELD\"} 0.0")
        .contains("evenkeel_cycle_stage_seconds_sum{stage=\"send\"} 0.32")
        .contains("evenkeel_orders_total{state=\"FILLED\"} 2.0")
        .contains("evenkeel_orders_total{state=\"REJECTED\"} 1.0")
        .contains("evenkeel_fills_total 4.0");
  }

  @Test
  void the_calls_of_the_newest_cycle_take_the_place_of_those_before() {
    metrics.cycleCalls(
        new CycleCalls(
            List.of(new CallRow("okx", "public", "candles", 7, 7, 0, 0)),
            List.of(new BudgetRow("okx", "public", 7, 7, Optional.empty(), 600, 593))));
    metrics.cycleCalls(
        new CycleCalls(
            List.of(new CallRow("binance", "futures", "klines", 4, 8, 0, 0)),
            List.of(new BudgetRow("binance", "futures", 4, 8, Optional.of(40), 2400, 2360))));
    assertThat(metrics.scrape())
        .contains(
            "evenkeel_cycle_calls{budget=\"futures\",endpoint=\"klines\",venue=\"binance\"} 4.0",
            "evenkeel_cycle_weight{budget=\"futures\",venue=\"binance\"} 8.0",
            "evenkeel_budget_remaining{budget=\"futures\",venue=\"binance\"} 2360.0")
        .doesNotContain("candles");
  }

  @Test
  void what_is_not_known_yet_is_not_a_number_and_not_zero() {
    assertThat(metrics.scrape())
        .contains("evenkeel_nav NaN")
        .contains("evenkeel_locks_open NaN")
        .contains("evenkeel_lease_held NaN")
        .contains("evenkeel_heartbeat_age_seconds NaN");
    assertThat(metrics.sinceHeartbeat()).isEmpty();
  }

  @Test
  void gauges_show_the_last_statement_status_and_lease() {
    metrics.statement(Cycles.statement("1000000"));
    metrics.status(statusWithABreak());
    metrics.lease(true);

    assertThat(metrics.scrape())
        .contains("evenkeel_nav 1002345.5")
        .contains("evenkeel_gross_leverage 1.25")
        .contains("evenkeel_forecast_volatility 0.19812")
        .contains("evenkeel_locks_open 1.0")
        .contains("evenkeel_attempts_open 3.0")
        .contains("evenkeel_attempts_quarantined 2.0")
        .contains("evenkeel_trading_state{state=\"HALTED\"} 1.0")
        .contains("evenkeel_trading_state{state=\"ACTIVE\"} 0.0")
        .contains("evenkeel_lease_held 1.0");
  }

  @Test
  void the_heartbeat_grows_old_on_the_wall_clock() {
    metrics.heartbeat();
    nanos.addAndGet(Duration.ofMillis(12_500).toNanos());

    assertThat(metrics.sinceHeartbeat()).contains(Duration.ofMillis(12_500));
    assertThat(metrics.scrape()).contains("evenkeel_heartbeat_age_seconds 12.5");
  }

  @Test
  void alerts_that_reached_nobody_and_the_days_of_a_key_are_shown() {
    metrics.alerts(new AlertTally(4, 3, 2), 1);
    metrics.keyDays(new TreeMap<>(Map.of("binance", 13L)));

    assertThat(metrics.scrape())
        .contains("evenkeel_alerts_waiting 3.0")
        .contains("evenkeel_alerts_undelivered 2.0")
        .contains("evenkeel_alerts_unrecorded 1.0")
        .contains("evenkeel_key_days_left{venue=\"binance\"} 13.0");
  }

  @Test
  void venue_calls_are_told_apart_by_kind_and_outcome() {
    metrics.venueCall("order", "unknown", Duration.ofSeconds(2));
    metrics.venueCall("order", "accepted", Duration.ofMillis(100));
    metrics.venueCall("order", "accepted", Duration.ofMillis(300));

    assertThat(metrics.scrape())
        .contains("evenkeel_venue_calls_seconds_count{kind=\"order\",outcome=\"accepted\"} 2")
        .contains("evenkeel_venue_calls_seconds_sum{kind=\"order\",outcome=\"accepted\"} 0.4")
        .contains("evenkeel_venue_calls_seconds_sum{kind=\"order\",outcome=\"unknown\"} 2.0");
  }

  private static Status statusWithABreak() {
    Instant now = Instant.parse("2026-01-04T00:00:00Z");
    return StatusSample.empty()
        .mode("live")
        .trading("HALTED", "test")
        .running()
        .lastSeen(now)
        .cycles(5, 4)
        .orders(3, 2)
        .locks(
            List.of(
                LockRow.of(
                    new Lock(
                        1,
                        new LockFinding("SPOT/USDC", LockCause.BALANCE_DIFFERS, "", "2", "1"),
                        now))))
        .valued(new BigDecimal("1002345.5"), "1.25")
        .make();
  }

  private static OrderRow order(String state) {
    return new OrderRow(
        "id",
        "cycle",
        "BTC-USDT-PERP@binance",
        "BUY",
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ONE,
        BigDecimal.ONE,
        false,
        state,
        "",
        Instant.EPOCH);
  }
}
