package org.evenkeel.shell.boot;

import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.cycle.Strategy;
import org.evenkeel.shell.config.AppConfig;
import org.evenkeel.shell.config.ScheduleSettings.Timing;
import org.evenkeel.shell.quartz.CronCadence;

/** From the configuration's words to the cycle's strategy. */
final class Strategies {

  private Strategies() {}

  static Strategy of(AppConfig config) {
    Cadence cadence =
        switch (config.schedule().timing()) {
          case Timing.Periodic periodic -> periodic.cadence();
          case Timing.Cron cron -> new CronCadence(cron.expression());
        };
    return new Strategy(
        config.strategy(),
        config.universe(),
        cadence,
        config.schedule().grace(),
        config.estimate(),
        config.parity(),
        config.plan(),
        config.limits(),
        config.execution(),
        config.cash(),
        config.score(),
        config.controls(),
        config.guards(),
        config.styles());
  }
}
