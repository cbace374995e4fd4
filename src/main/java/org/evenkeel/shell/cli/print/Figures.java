package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.evenkeel.core.basics.Decimals;

/**
 * Numbers and times as people read them: 1,234.50, 12.3 %, 2026-01-31 00:00Z.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Figures {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private Figures() {}

  /** An amount of money with thousands and two decimals. */
  public static String money(BigDecimal amount) {
    return format("#,##0.00", amount);
  }

  /** A fraction in percent with one decimal. */
  public static String percent(BigDecimal fraction) {
    return format("0.0", fraction.movePointRight(2)) + " %";
  }

  /** The same with its sign. */
  public static String signedPercent(BigDecimal fraction) {
    return format("+0.0;-0.0", fraction.movePointRight(2)) + " %";
  }

  /** A ratio with two decimals, such as a leverage. */
  public static String ratio(BigDecimal ratio) {
    return format("0.00", ratio);
  }

  /** A quantity or price with every digit it has. */
  public static String exact(BigDecimal number) {
    return Decimals.text(number);
  }

  /** An instant to the minute, UTC. */
  public static String time(Instant instant) {
    return TIME.format(instant);
  }

  /** A bar of '#', one for each step of the fraction, with at most {@code width} of them. */
  public static String bar(BigDecimal fraction, BigDecimal step, int width) {
    int length = fraction.max(BigDecimal.ZERO).divide(step, 0, RoundingMode.HALF_UP).intValue();
    return "#".repeat(Math.min(width, length));
  }

  private static String format(String pattern, BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    String text = format.format(number);
    return text.matches("[-+]0[.0]*") ? text.substring(1) : text;
  }
}
