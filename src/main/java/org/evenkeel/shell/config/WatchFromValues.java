package org.evenkeel.shell.config;

import java.time.Duration;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.policy.watch.CopyGrace;
import org.evenkeel.core.policy.watch.WatchLimits;
import org.evenkeel.shell.config.read.ConfigValues;

/** What the watcher is told, from checked values. */
final class WatchFromValues {

  private final ConfigValues values;

  WatchFromValues(ConfigValues values) {
    this.values = values;
  }

  WatchSettings settings() {
    return new WatchSettings(
        Duration.ofSeconds(whole("interval_seconds")),
        limits(),
        Duration.ofSeconds(whole("executions_every_seconds")),
        copyGrace(),
        values.elements("watch.keys").stream().map(this::key).toList());
  }

  /** What nobody has sent, the bot sees at its next reconciliation at the earliest. */
  private CopyGrace copyGrace() {
    long reconciled = 2 * values.whole("schedule.reconcile_every_seconds").orElseThrow();
    return new CopyGrace(
        Math.max(whole("missing_execution_seconds"), reconciled),
        whole("invented_execution_seconds"));
  }

  private WatchLimits limits() {
    return new WatchLimits(
        ratio("max_gross_ratio"),
        values.decimal("watch.max_gross_nav_currency"),
        ratio("max_net_ratio"),
        ratio("max_instrument_ratio"),
        ratio("max_venue_ratio"),
        ratio("max_margin_ratio_fraction"),
        ratio("maintenance_margin_fraction"),
        ratio("tolerance_fraction"),
        whole("disagreeing_looks"),
        whole("blind_looks"),
        values.text("watch.when_blind").orElseThrow().equals("halt"));
  }

  private WatchSettings.Key key(String path) {
    return new WatchSettings.Key(
        values.text(path + ".venue").orElseThrow(),
        values.secret(path + ".api_key").orElseThrow(),
        values.secret(path + ".api_secret").orElseThrow(),
        values.secret(path + ".passphrase"));
  }

  private Ratio ratio(String key) {
    return Ratio.of(values.decimal("watch." + key).orElseThrow());
  }

  private int whole(String key) {
    return values.whole("watch." + key).orElseThrow().intValue();
  }
}
