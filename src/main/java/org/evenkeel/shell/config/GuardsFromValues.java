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

  private static final Duration LIVE = Duration.ofHours(72);

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

  /** In live mode small limits hold for three days unless something else is written, elsewhere not at all. */
  private CanaryTerms canary() {
    boolean isLive = values.text("mode").filter("live"::equals).isPresent();
    return new CanaryTerms(
        values
            .whole("limits.canary_hours")
            .map(Duration::ofHours)
            .orElse(isLive ? LIVE : Duration.ZERO),
        ratio("limits.canary_ratio"));
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
