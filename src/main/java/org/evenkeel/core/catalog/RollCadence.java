package org.evenkeel.core.catalog;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How the contracts of a series follow one another: each is delivered on the last Friday of its month.
 *
 * <p>For example, after the quarterly contract of 2026-03-27 comes that of 2026-06-26.
 * Source: Binance, "Delivery rules of USD-M quarterly contracts"; OKX, "Delivery of futures"; Kraken, "Futures contract
 * specifications".
 */
public enum RollCadence {
  /** A contract for every month. */
  MONTHLY(1),
  /** A contract for every March, June, September and December. */
  QUARTERLY(3);

  private final int months;

  RollCadence(int months) {
    this.months = months;
  }

  /** Whether a contract of the series is delivered on a day. */
  public boolean has(LocalDate day) {
    return day.getMonthValue() % months == 0 && day.equals(lastFriday(day));
  }

  /** The day of the contract that comes after the one of a day. */
  public LocalDate after(LocalDate day) {
    LocalDate month = day.withDayOfMonth(1).plusMonths(1);
    while (month.getMonthValue() % months != 0) {
      month = month.plusMonths(1);
    }
    return lastFriday(month);
  }

  private static LocalDate lastFriday(LocalDate month) {
    return month.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
  }
}
