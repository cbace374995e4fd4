package org.evenkeel.shell.quartz;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;
import org.evenkeel.core.calendar.Cadence;
import org.quartz.CronExpression;

/**
 * A cadence written as a Quartz cron expression, read in UTC.
 *
 * <p>For example '0 0 0,8,16 * * ?' is due at midnight, 08:00 and 16:00. Thread-safe.
 */
public final class CronCadence implements Cadence {

  private final String expression;
  private final CronExpression cron;

  /** Reads an expression; throws {@link IllegalArgumentException} with Quartz's own words if it is none. */
  public CronCadence(String expression) {
    this.expression = expression;
    try {
      cron = new CronExpression(expression);
    } catch (ParseException e) {
      throw new IllegalArgumentException(
          "'" + expression + "' is no Quartz cron expression: " + e.getMessage(), e);
    }
    cron.setTimeZone(TimeZone.getTimeZone("UTC"));
  }

  @Override
  public synchronized Instant nextAfter(Instant instant) {
    Date next = cron.getNextValidTimeAfter(Date.from(instant));
    if (next == null) {
      throw new IllegalStateException("'" + expression + "' is never due after " + instant);
    }
    return next.toInstant();
  }

  @Override
  public String toString() {
    return expression;
  }
}
