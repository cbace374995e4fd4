package org.evenkeel.shell.telemetry;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.statement.AlertTally;
import org.evenkeel.core.statement.BudgetRow;
import org.evenkeel.core.statement.CallRow;
import org.evenkeel.core.statement.CycleCalls;
import org.evenkeel.core.statement.CycleDetail;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.OrderRow;
import org.evenkeel.core.statement.Status;

/**
 * The bot in numbers, for Prometheus: counters since the start of the process, gauges of the last thing known.
 *
 * <p>For example {@code evenkeel_cycles_total{status="DONE"} 42.0} and {@code evenkeel_nav 1002345.0}.
 * A gauge is NaN until its first value, so that "not yet known" never looks like zero.
 * Names: https://prometheus.io/docs/practices/naming/
 *
 * <p>Thread-safe.
 */
public final class Metrics implements AutoCloseable {

  private static final double UNKNOWN = Double.NaN;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final LongSupplier nanoTime;

  private final AtomicReference<Double> nav = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> grossLeverage = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> forecastVolatility = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> locks = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> openAttempts = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> quarantined = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> auditHead = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> overrides = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> lease = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> alerts = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> undelivered = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<Double> unrecorded = new AtomicReference<>(UNKNOWN);
  private final AtomicReference<String> tradingState = new AtomicReference<>("");
  private final AtomicReference<Optional<Long>> heartbeatAt =
      new AtomicReference<>(Optional.empty());

  private final MultiGauge cycleCalls =
      MultiGauge.builder("evenkeel.cycle.calls")
          .description("Calls of the newest cycle to an endpoint of a venue")
          .register(registry);
  private final MultiGauge cycleWeight =
      MultiGauge.builder("evenkeel.cycle.weight")
          .description("What the newest cycle used of an allowance of a venue, by our table")
          .register(registry);
  private final MultiGauge budgetRemaining =
      MultiGauge.builder("evenkeel.budget.remaining")
          .description("The least that the newest cycle left of an allowance per minute")
          .register(registry);

  private final MultiGauge keyDays =
      MultiGauge.builder("evenkeel.key.days.left")
          .description("Whole days until our key at a venue ends; none for a key without an end")
          .register(registry);

  public Metrics() {
    this(System::nanoTime);
  }

  Metrics(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
    gauge("evenkeel.nav", "Value of the portfolio in NAV currency", nav);
    gauge("evenkeel.gross.leverage", "Gross exposure over NAV", grossLeverage);
    gauge("evenkeel.forecast.volatility", "Annualized, a fraction", forecastVolatility);
    gauge("evenkeel.locks.open", "Locks that stand: what is frozen", locks);
    gauge("evenkeel.attempts.open", "Orders that are not terminal", openAttempts);
    gauge("evenkeel.attempts.quarantined", "Orders that wait for an operator", quarantined);
    gauge("evenkeel.audit.head", "Number of the last row of the audit chain", auditHead);
    gauge("evenkeel.overrides.in.force", "Overrides in force", overrides);
    gauge("evenkeel.lease.held", "1 if this process may trade", lease);
    gauge("evenkeel.alerts.waiting", "Alerts of this process that nobody has taken up", alerts);
    gauge("evenkeel.alerts.undelivered", "Those of them that have reached nobody", undelivered);
    gauge("evenkeel.alerts.unrecorded", "What is not recorded of alerts yet", unrecorded);
    Gauge.builder("evenkeel.heartbeat.age.seconds", this, Metrics::heartbeatSeconds)
        .description("Wall seconds since the last heartbeat")
        .register(registry);
    for (TradingState state : TradingState.values()) {
      Gauge.builder(
              "evenkeel.trading.state", tradingState, now -> now.get().equals(state.name()) ? 1 : 0)
          .description("1 for the trading state in force")
          .tag("state", state.name())
          .register(registry);
    }
    // Present from the start, so that a rate over the first one is seen.
    for (CycleStatus status : CycleStatus.values()) {
      if (status.isEnded()) {
        registry.counter("evenkeel.cycles", "status", status.name());
      }
    }
    registry.counter("evenkeel.fills");
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  /** Counts an ended cycle with the orders made for it and the fills booked for it. */
  public void cycleEnded(CycleDetail cycle) {
    registry.counter("evenkeel.cycles", "status", cycle.row().status().name()).increment();
    registry.counter("evenkeel.fills").increment(cycle.row().fills());
    cycle
        .stageMillis()
        .forEach(
            (stage, millis) ->
                registry
                    .timer("evenkeel.cycle.stage", "stage", stage)
                    .record(Duration.ofMillis(millis)));
    for (OrderRow order : cycle.orders()) {
      registry.counter("evenkeel.orders", "state", order.state()).increment();
    }
  }

  /** Takes over the valuation at the end of a cycle. */
  public void statement(CycleStatement statement) {
    nav.set(statement.nav().doubleValue());
    grossLeverage.set(statement.grossLeverage().doubleValue());
    forecastVolatility.set(statement.forecastVolatility().doubleValue());
  }

  /** Takes over how the alerts of this process stand. */
  public void alerts(AlertTally tally, long notRecorded) {
    alerts.set((double) tally.waiting());
    undelivered.set((double) tally.undelivered());
    unrecorded.set((double) notRecorded);
  }

  /** Takes over what the journal says about the bot as a whole. */
  public void status(Status status) {
    status.nav().map(BigDecimal::doubleValue).ifPresent(nav::set);
    status.grossLeverage().map(BigDecimal::doubleValue).ifPresent(grossLeverage::set);
    locks.set((double) status.locks());
    openAttempts.set((double) status.openAttempts());
    quarantined.set((double) status.quarantined());
    overrides.set((double) status.overridesInForce());
    tradingState.set(status.tradingState());
  }

  /**
   * Counts a call to a venue and how long it took.
   *
   * @param kind such as 'order', 'query' or 'market'
   * @param outcome such as 'accepted', 'rejected', 'unknown' or 'refused'
   * @param took wall time
   */
  public void venueCall(String kind, String outcome, Duration took) {
    registry.timer("evenkeel.venue.calls", "kind", kind, "outcome", outcome).record(took);
  }

  /** Takes over the calls of the newest cycle: by endpoint, and what they took and left of each allowance. */
  public void cycleCalls(CycleCalls calls) {
    cycleCalls.register(
        calls.endpoints().stream()
            .map(row -> Row.of(endpoint(row), (double) row.calls()))
            .collect(Collectors.toList()),
        true);
    cycleWeight.register(
        calls.budgets().stream()
            .map(row -> Row.of(budget(row), (double) row.weight()))
            .collect(Collectors.toList()),
        true);
    budgetRemaining.register(
        calls.budgets().stream()
            .map(row -> Row.of(budget(row), (double) row.remaining()))
            .collect(Collectors.toList()),
        true);
  }

  private static Tags endpoint(CallRow row) {
    return Tags.of("venue", row.venue(), "budget", row.budget(), "endpoint", row.endpoint());
  }

  private static Tags budget(BudgetRow row) {
    return Tags.of("venue", row.venue(), "budget", row.budget());
  }

  /** Takes over the days until our keys end, by venue. */
  public void keyDays(SortedMap<String, Long> days) {
    keyDays.register(
        days.entrySet().stream()
            .map(each -> Row.of(Tags.of("venue", each.getKey()), (double) each.getValue()))
            .collect(Collectors.toList()),
        true);
  }

  /** Whether this process holds the lease. */
  public void lease(boolean held) {
    lease.set(held ? 1.0 : 0.0);
  }

  /** The number of the last row of the audit chain, as kept outside of the database. */
  public void auditHead(long seq) {
    auditHead.set((double) seq);
  }

  /** A sign of life, now. */
  public void heartbeat() {
    heartbeatAt.set(Optional.of(nanoTime.getAsLong()));
  }

  /** Wall time since the last heartbeat; empty before the first. */
  public Optional<Duration> sinceHeartbeat() {
    return heartbeatAt.get().map(at -> Duration.ofNanos(nanoTime.getAsLong() - at));
  }

  /** Everything in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  @Override
  public void close() {
    registry.close();
  }

  private double heartbeatSeconds() {
    return sinceHeartbeat().map(age -> age.toMillis() / 1000.0).orElse(UNKNOWN);
  }

  private void gauge(String name, String description, AtomicReference<Double> value) {
    Gauge.builder(name, value, AtomicReference::get).description(description).register(registry);
  }
}
