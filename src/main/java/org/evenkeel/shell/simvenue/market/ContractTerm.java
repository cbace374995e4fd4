package org.evenkeel.shell.simvenue.market;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * When a dated contract is listed and when it is delivered.
 *
 * <p>Quarterly contracts are delivered at 08:00 UTC on the last Friday of March, June, September and December, and are
 * listed for two quarters; the nearer of two is the current quarter.
 * For example BTCUSDT_260327 is listed from 2025-09-26 08:00 and delivered on 2026-03-27 08:00.
 * Immutable and thread-safe.
 *
 * @param onboardMs the first instant of trading
 * @param expiryMs the instant of delivery
 */
public record ContractTerm(long onboardMs, long expiryMs) {

  private static final LocalTime HOUR_OF_DELIVERY = LocalTime.of(8, 0);
  private static final int MONTHS_LISTED = 6;
  private static final int MONTHS_OF_QUARTER = 3;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

  /** The term of a dated series; empty for one without an end. */
  public static Optional<ContractTerm> of(SeriesId series) {
    if (series.kind() != SeriesId.Kind.DATED) {
      return Optional.empty();
    }
    String symbol = series.symbol();
    LocalDate day = LocalDate.parse(symbol.substring(symbol.length() - 6), DAY);
    LocalDate first = lastFriday(day.withDayOfMonth(1).minusMonths(MONTHS_LISTED));
    return Optional.of(new ContractTerm(instant(first), instant(day)));
  }

  /** Whether the series is listed and not yet delivered at an instant; always true of one without an end. */
  public static boolean isListed(SeriesId series, long atMs) {
    return of(series).map(term -> term.isListed(atMs)).orElse(true);
  }

  /** The quarterly contracts of a pair, by the first ones that are delivered after an instant. */
  static List<SeriesId> quarterlies(String pair, long afterMs, int count) {
    List<SeriesId> found = new ArrayList<>();
    LocalDate month =
        LocalDate.ofInstant(Instant.ofEpochMilli(afterMs), ZoneOffset.UTC).withDayOfMonth(1);
    while (found.size() < count) {
      boolean endsQuarter = month.getMonthValue() % MONTHS_OF_QUARTER == 0;
      LocalDate day = lastFriday(month);
      if (endsQuarter && instant(day) > afterMs) {
        found.add(new SeriesId(SeriesId.Kind.DATED, pair + "_" + DAY.format(day)));
      }
      month = month.plusMonths(1);
    }
    return List.copyOf(found);
  }

  /** Whether it is listed and not yet delivered. */
  public boolean isListed(long atMs) {
    return atMs >= onboardMs && atMs < expiryMs;
  }

  /** Whether no other quarterly contract of the pair is delivered before it. */
  public boolean isCurrentQuarter(long atMs) {
    Instant now = Instant.ofEpochMilli(atMs);
    LocalDate day = LocalDate.ofInstant(Instant.ofEpochMilli(expiryMs), ZoneOffset.UTC);
    LocalDate before = lastFriday(day.withDayOfMonth(1).minusMonths(MONTHS_OF_QUARTER));
    return !now.isBefore(Instant.ofEpochMilli(instant(before)));
  }

  /** The part of a year until delivery, zero at and after it. */
  double yearsLeft(long atMs) {
    return Math.max(0, expiryMs - atMs) / (double) ChronoUnit.YEARS.getDuration().toMillis();
  }

  private static LocalDate lastFriday(LocalDate month) {
    return month.with(TemporalAdjusters.lastInMonth(DayOfWeek.FRIDAY));
  }

  private static long instant(LocalDate day) {
    return day.atTime(HOUR_OF_DELIVERY).toInstant(ZoneOffset.UTC).toEpochMilli();
  }
}
