package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.evenkeel.shell.config.read.ConfigError;
import org.evenkeel.shell.config.read.ConfigValues;

/**
 * The checks that need more than one key.
 *
 * <p>A value that is missing or wrong has its own error already, so a check passes over it.
 */
final class CrossChecks {

  /** The floor of classes without one where the map of floors has no 'default': 5 % a year. */
  static final BigDecimal DEFAULT_FLOOR = new BigDecimal("0.05");

  private final ConfigValues values;
  private final List<ConfigValues> venues;
  private final Consumer<ConfigError> errors;

  CrossChecks(ConfigValues values, List<ConfigValues> venues, Consumer<ConfigError> errors) {
    this.values = values;
    this.venues = venues;
    this.errors = errors;
  }

  void all() {
    schedule();
    estimate();
    limits();
    ends();
    principle();
    proofOfAbsence();
    atMost("execution.reprice_seconds", "execution.patience_seconds");
    new PatienceChecks(values, errors).all();
    new UniverseChecks(values, venues, errors).all();
    new ModeChecks(values, venues, errors).all();
    new WatchChecks(values, venues, errors).all();
    new AlertChecks(values, errors).all();
  }

  private void schedule() {
    boolean hasPeriod = values.isWritten("schedule.period_hours");
    boolean hasCron = values.isWritten("schedule.cron");
    if (hasPeriod && hasCron) {
      error("schedule.cron", "found beside period_hours", "keep exactly one of the two");
    } else if (!hasPeriod && !hasCron) {
      error("schedule", "neither period_hours nor cron is written", "write period_hours: 24");
    }
    BigDecimal periodMinutes =
        values
            .decimal("schedule.period_hours")
            .orElse(BigDecimal.valueOf(8760))
            .multiply(BigDecimal.valueOf(60));
    atMost("schedule.grace_minutes", periodMinutes, "the period");
    Optional<Long> heartbeat = values.whole("schedule.heartbeat_every_seconds");
    Optional<Long> lease = values.whole("schedule.lease_seconds");
    if (heartbeat.isPresent() && lease.isPresent() && lease.get() < 3 * heartbeat.get()) {
      error(
          "schedule.lease_seconds",
          "found " + lease.get() + " with a heartbeat every " + heartbeat.get() + " s",
          "write at least " + 3 * heartbeat.get() + ", so that two lost heartbeats are survived");
    }
  }

  /** What ends must be closed by a cycle before it ends: a later one would be too late. */
  private void ends() {
    atMost("plan.exit_before_end_hours", "plan.no_add_before_end_hours");
    Optional<BigDecimal> period =
        values
            .decimal("schedule.period_hours")
            .filter(any -> values.isWritten("schedule.period_hours"));
    Optional<Long> exit = values.whole("plan.exit_before_end_hours");
    if (period.isPresent()
        && exit.isPresent()
        && period.get().compareTo(BigDecimal.valueOf(exit.get())) > 0) {
      error(
          "plan.exit_before_end_hours",
          "found " + exit.get() + " with a cycle every " + period.get().toPlainString() + " hours",
          "write at least the period, so that a cycle closes what is about to end");
    }
  }

  private void estimate() {
    Optional<Long> barHours = values.whole("estimate.bar_hours");
    if (barHours.isPresent() && (24 % barHours.get() != 0 || barHours.get() == 3)) {
      error("estimate.bar_hours", "found " + barHours.get(), "write 1, 2, 4, 6, 8, 12 or 24");
    }
    for (String of : new String[] {"volatility", "correlation"}) {
      String path = "estimate." + of + "_half_life_bars";
      Optional<BigDecimal> halfLife = values.decimal(path);
      Optional<BigDecimal> lookback = values.decimal("estimate.lookback_bars");
      if (halfLife.isPresent() && lookback.isPresent()) {
        atMost(
            path,
            lookback.get().divideToIntegralValue(BigDecimal.TWO),
            "half of estimate.lookback_bars");
      }
    }
    ranges();
    if (values.text("estimate.missing_rule").filter("pairwise"::equals).isPresent()) {
      atMost("estimate.min_overlap_bars", "estimate.lookback_bars");
    }
  }

  /** The highest price of a sum of legs is not known from the legs' highest prices. */
  private void ranges() {
    String path = "estimate.volatility_model";
    Optional<String> model = values.text(path);
    if (model.isEmpty() || model.get().equals("ewma")) {
      return;
    }
    for (String sleeve : values.elements("sleeves")) {
      int legs = values.elements(sleeve + ".legs").size();
      if (legs > 1) {
        error(
            path,
            "found " + model.get() + " with a sleeve of " + legs + " legs, which has no range",
            "write ewma");
      }
    }
  }

  private void limits() {
    atMost("risk.max_gross_leverage_ratio", "limits.max_gross_leverage_ratio");
    atMost(
        "limits.max_first_order_notional_nav_currency", "limits.max_order_notional_nav_currency");
    atMost("limits.max_order_notional_nav_currency", "limits.max_notional_per_minute_nav_currency");
    atMost("risk.max_sleeve_exposure_ratio", "limits.max_instrument_exposure_ratio");
    atMost("execution.collar_fraction", "limits.price_collar_fraction");
    atMost("limits.drawdown_warn_fraction", "limits.drawdown_delever_fraction");
    atMost("limits.drawdown_delever_fraction", "limits.drawdown_reduce_only_fraction");
    atMost("limits.drawdown_reduce_only_fraction", "limits.drawdown_flatten_fraction");
  }

  /** Budgets of factors and tail measures are ways of risk parity, and exclude each other. */
  private void principle() {
    boolean parity = values.text("risk.method").orElse("risk-parity").equals("risk-parity");
    boolean tail = !values.text("risk.measure").orElse("volatility").equals("volatility");
    boolean factors = !values.numbers("risk.factor_budgets").isEmpty();
    if (!parity && tail) {
      error(
          "risk.measure", "found beside another method", "remove it, or write method: risk-parity");
    }
    if (factors && (!parity || tail)) {
      error(
          "risk.factor_budgets",
          "found beside another method or measure",
          "remove it, or write method: risk-parity and measure: volatility");
    }
  }

  /** An order whose fate cannot be proved before the cycle gives up would stay UNKNOWN every time. */
  private void proofOfAbsence() {
    venues.forEach(this::proofOfAbsence);
  }

  private void proofOfAbsence(ConfigValues venue) {
    Optional<Long> wait = values.whole("execution.resolve_timeout_seconds");
    Optional<Long> life = venue.whole("request_life_ms");
    Optional<Long> backend = venue.whole("backend_timeout_ms");
    Optional<Long> lag = venue.whole("visibility_lag_ms");
    if (wait.isEmpty() || life.isEmpty() || backend.isEmpty() || lag.isEmpty()) {
      return;
    }
    long neededSeconds = (life.get() + backend.get() + lag.get() + 1999) / 1000;
    if (wait.get() < neededSeconds) {
      error(
          "execution.resolve_timeout_seconds",
          "found " + wait.get(),
          "write at least "
              + neededSeconds
              + ", the time after which the venue's capabilities allow the proof of absence");
    }
  }

  private void atMost(String path, String limitPath) {
    values.decimal(limitPath).ifPresent(limit -> atMost(path, limit, limitPath));
  }

  private void atMost(String path, BigDecimal limit, String limitName) {
    Optional<BigDecimal> value = values.decimal(path);
    if (value.isPresent() && value.get().compareTo(limit) > 0) {
      error(
          path,
          "found " + value.get().toPlainString(),
          "write at most "
              + limit.stripTrailingZeros().toPlainString()
              + ", which is "
              + limitName);
    }
  }

  private void error(String path, String found, String advice) {
    errors.accept(new ConfigError(values.place(path), path, found, advice));
  }
}
