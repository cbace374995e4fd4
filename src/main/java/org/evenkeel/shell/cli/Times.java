package org.evenkeel.shell.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people write times on a command line: '90s', '2d', '1d12h', '2026-02-01', '2026-02-01T06:00:00Z'; all UTC. */
final class Times {

  private static final Pattern PARTS = Pattern.compile("([0-9]{1,7})([dhms])");
  private static final Pattern DURATION = Pattern.compile("([0-9]{1,7}[dhms])+");

  private Times() {}

  static Duration duration(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    if (!DURATION.matcher(lower).matches()) {
      throw wrong(text, "a duration such as 90s, 45m, 12h, 2d or 1d12h");
    }
    Duration sum = Duration.ZERO;
    Matcher parts = PARTS.matcher(lower);
    while (parts.find()) {
      long number = Long.parseLong(parts.group(1));
      sum =
          sum.plus(
              switch (parts.group(2)) {
                case "d" -> Duration.ofDays(number);
                case "h" -> Duration.ofHours(number);
                case "m" -> Duration.ofMinutes(number);
                default -> Duration.ofSeconds(number);
              });
    }
    if (sum.isZero()) {
      throw wrong(text, "a duration above zero");
    }
    return sum;
  }

  /** A duration from now on, a date (its beginning), or an instant. */
  static Instant instantOrDuration(String text, Instant now) {
    if (DURATION.matcher(text.toLowerCase(Locale.ROOT)).matches()) {
      return now.plus(duration(text));
    }
    return instant(
        text, "a duration such as 2d, a date or an instant such as 2026-02-01T06:00:00Z");
  }

  static boolean isNow(String text) {
    return text.equalsIgnoreCase("now");
  }

  /** The beginning of a date, an instant, or 'now'. */
  static Instant from(String text, Instant now) {
    return isNow(text)
        ? now.truncatedTo(ChronoUnit.SECONDS)
        : instant(text, "a date such as 2022-10-01, an instant or now");
  }

  /** The end of a date, which belongs to the period, or an instant. */
  static Instant to(String text) {
    Instant instant = instant(text, "a date such as 2022-12-31 or an instant");
    return text.contains("T") ? instant : instant.plus(Duration.ofDays(1));
  }

  private static Instant instant(String text, String advice) {
    try {
      return text.contains("T")
          ? OffsetDateTime.parse(text).toInstant()
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw wrong(text, advice);
    }
  }

  private static CommandFailed wrong(String text, String advice) {
    return new CommandFailed(ExitCode.USAGE, "found '" + text + "'; write " + advice);
  }
}
