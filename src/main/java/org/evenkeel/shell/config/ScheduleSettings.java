package org.evenkeel.shell.config;

import java.time.Duration;
import org.evenkeel.core.calendar.FixedCadence;

/**
 * When things are due.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param timing when decisions are due, UTC
 * @param grace how late a decision may still be made, on the bot's clock
 * @param minDistance how near an appointment may be moved to another one, on the bot's clock
 * @param reconcileEvery distance of two comparisons of ledger and venue, on the wall clock
 * @param heartbeatEvery distance of two signs of life, on the wall clock
 * @param lease how long a process leads without renewing, on the wall clock
 */
public record ScheduleSettings(
    Timing timing,
    Duration grace,
    Duration minDistance,
    Duration reconcileEvery,
    Duration heartbeatEvery,
    Duration lease) {

  /** The rule for decisions. */
  public sealed interface Timing {

    /** Equal periods. */
    record Periodic(FixedCadence cadence) implements Timing {}

    /** A Quartz cron expression. */
    record Cron(String expression) implements Timing {}
  }
}
