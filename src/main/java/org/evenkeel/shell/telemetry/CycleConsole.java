package org.evenkeel.shell.telemetry;

import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.statement.CycleRow;
import org.evenkeel.core.statement.CycleStatement;
import org.evenkeel.core.statement.CycleStatus;
import org.evenkeel.core.statement.WeightRow;

/**
 * One line per ended cycle for the person who watches the terminal.
 *
 * <p>For example {@code 2026-01-04T00:00Z DONE     nav 1,002,345 USDT (+0.23 %)  gross 1.42x  vol 19.8 %  7 orders
 * worst RC gap 0.4 pp  412 ms}: the change is that since the line before, and the gap is the largest distance, in
 * percentage points, of a sleeve's realized risk contribution from its target.
 *
 * <p>Thread-safe.
 */
public final class CycleConsole {

  private static final BigDecimal HUNDRED = new BigDecimal("100");
  private static final DateTimeFormatter SLOT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintStream out;
  private final String navCurrency;
  private Optional<BigDecimal> lastNav = Optional.empty();

  /**
   * Makes a console.
   *
   * @param out where the lines go
   * @param navCurrency such as 'USDT'
   */
  public CycleConsole(PrintStream out, String navCurrency) {
    this.out = out;
    this.navCurrency = navCurrency;
  }

  /**
   * Prints an ended cycle.
   *
   * @param row the cycle
   * @param statement its own statement, empty if it ended without one
   * @param wallMillis how long its stages took on the wall
   */
  public synchronized void cycleEnded(
      CycleRow row, Optional<CycleStatement> statement, long wallMillis) {
    out.println(line(row, statement, wallMillis));
    out.flush();
  }

  private String line(CycleRow row, Optional<CycleStatement> statement, long wallMillis) {
    List<String> parts = new ArrayList<>();
    nav(row, statement).ifPresent(nav -> parts.add("nav " + navText(nav)));
    statement.ifPresent(
        s -> {
          parts.add("gross " + fixed(s.grossLeverage(), "0.00") + "x");
          parts.add("vol " + fixed(s.forecastVolatility().multiply(HUNDRED), "0.0") + " %");
        });
    if (row.status() == CycleStatus.DONE) {
      parts.add(row.legs() + (row.legs() == 1 ? " order" : " orders"));
      statement.flatMap(CycleConsole::worstGap).ifPresent(parts::add);
    }
    if (wallMillis > 0) {
      parts.add(wallMillis + " ms");
    }
    if (!row.reason().isBlank()) {
      parts.add(row.reason().replaceAll("\\p{Cntrl}", " "));
    }
    return String.format(Locale.ROOT, "%s %-8s", SLOT.format(row.dueAt()), row.status())
        + String.join("  ", parts);
  }

  private static Optional<BigDecimal> nav(CycleRow row, Optional<CycleStatement> statement) {
    return statement.map(CycleStatement::nav).or(row::nav);
  }

  private String navText(BigDecimal nav) {
    String text = fixed(nav, "#,##0") + " " + navCurrency;
    Optional<BigDecimal> before = lastNav.filter(last -> last.signum() > 0);
    lastNav = Optional.of(nav);
    return before
        .map(last -> nav.subtract(last).multiply(HUNDRED).divide(last, 2, RoundingMode.HALF_EVEN))
        .map(change -> text + " (" + fixed(change, "+0.00;-0.00") + " %)")
        .orElse(text);
  }

  private static Optional<String> worstGap(CycleStatement statement) {
    return statement.weights().stream()
        .map(CycleConsole::gap)
        .max(Comparator.naturalOrder())
        .map(gap -> "worst RC gap " + fixed(gap.multiply(HUNDRED), "0.0") + " pp");
  }

  private static BigDecimal gap(WeightRow weight) {
    return weight.realizedRiskContribution().subtract(weight.targetRiskContribution()).abs();
  }

  private static String fixed(BigDecimal value, String pattern) {
    DecimalFormat format =
        new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_EVEN);
    return format.format(value);
  }
}
