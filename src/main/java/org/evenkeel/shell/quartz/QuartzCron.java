package org.evenkeel.shell.quartz;

import org.evenkeel.core.calendar.Cadence;
import org.evenkeel.shell.config.CronReader;

/** Cron expressions as Quartz reads them. This class is stateless and thread-safe. */
public final class QuartzCron implements CronReader {

  @Override
  public Cadence read(String expression) {
    return new CronCadence(expression);
  }
}
