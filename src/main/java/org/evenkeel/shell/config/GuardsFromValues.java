package org.evenkeel.shell.config;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.policy.CanaryTerms;
import org.evenkeel.core.policy.DrawdownTiers;
import org.evenkeel.core.policy.Guards;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.PaceLimits;
import org.evenkeel.shell.config.read.ConfigValues;

/** Reads the limits that follow from what has happened over time, from values without errors. */
final class GuardsFromValues {

  static final String CANARY_HOURS = "limits.canary_hours";
  private static final long LIVE_HOURS = 72;

  private final ConfigValues values;

  GuardsFromValues(ConfigValues values) {
    this.values = values;
  }

  Guards guards(Optional<HardLimitsSource> hard) {
    return new Guards(
        drawdown(),
        pace(),
        hard.map(source -> HardLimits.parse(source.text()).orThrow()).orElse(HardLimits.none()),
        canary());
  }

  private CanaryTerms canary() {
    return new CanaryTerms(
        Duration.ofHours(canaryHours(values)),
        ratio("limits.canary_ratio"),
        isSmallUnrehearsed()
            ? Optional.of(Duration.ofDays(decimal("drill.max_age_days").longValueExact()))
            : Optional.empty());
  }

  /** Unless something is written, only in live mode. */
  private boolean isSmallUnrehearsed() {
    return values.text("drill.when_overdue").map("small"::equals).orElseGet(() -> isLive(values));
  }

  private static boolean isLive(ConfigValues values) {
    return values.text("mode").filter("live"::equals).isPresent();
  }

  /** How long small limits hold: unless something is written, three days in live mode and elsewhere not at all. */
  static long canaryHours(ConfigValues values) {
    return values.whole(CANARY_HOURS).orElse(isLive(values) ? LIVE_HOURS : 0L);
  }

  private DrawdownTiers drawdown() {
    return new DrawdownTiers(
        ratio("limits.drawdown_warn_fraction"),
        ratio("limits.drawdown_delever_fraction"),
        ratio("limits.drawdown_delever_to_fraction"),
        ratio("limits.drawdown_reduce_only_fraction"),
        ratio("limits.drawdown_flatten_fraction"));
  }

  private PaceLimits pace() {
    TreeMap<InstrumentId, Contracts> most = new TreeMap<>();
    values
        .numbers("limits.max_order_contracts")
        .forEach((id, contracts) -> most.put(InstrumentId.of(id), Contracts.of(contracts)));
    return new PaceLimits(
        most,
        decimal("limits.max_day_notional_nav_currency"),
        decimal("limits.max_one_way_orders").intValueExact(),
        Duration.ofMinutes(decimal("limits.one_way_window_minutes").longValueExact()));
  }

  private BigDecimal decimal(String path) {
    return values.decimal(path).orElseThrow();
  }

  private Ratio ratio(String path) {
    return new Ratio(decimal(path));
  }
}
