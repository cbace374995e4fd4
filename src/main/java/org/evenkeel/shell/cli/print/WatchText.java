package org.evenkeel.shell.cli.print;

import java.math.BigDecimal;
import java.util.Optional;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.statement.WatchLook;
import org.evenkeel.core.statement.WatchRow;

/** The looks of the independent watcher. Stateless and thread-safe. */
public final class WatchText {

  private WatchText() {}

  /** One look on one line, without the break at its end. */
  public static String line(WatchLook look) {
    return look.verdict()
        + figures(look)
        + (look.verdict().equals("WITHIN")
            ? ""
            : "  " + look.words() + " (" + look.row() + ". look)")
        + "  engine "
        + look.engine()
        + (look.executions().isEmpty() ? "" : "  executions " + look.executions())
        + (look.action().isEmpty() ? "" : "  -> " + look.action());
  }

  /** One look on several lines. */
  public static String page(WatchLook look) {
    return "verdict    "
        + look.verdict()
        + ", "
        + look.words()
        + "\nfigures   "
        + (look.nav().isPresent() ? figures(look).replaceFirst("^ ", "") : " none")
        + "\nengine     "
        + look.engine()
        + "\nexecutions "
        + look.executions()
        + "\n";
  }

  /** What 'status' says. */
  static String status(WatchRow row) {
    return (row.isWatching() ? "" : "NOBODY LOOKS; ")
        + row.look().verdict()
        + " "
        + row.ageSeconds()
        + " s ago"
        + figures(row.look())
        + (row.look().verdict().equals("WITHIN") ? "" : ": " + row.look().words())
        + (row.look().executions().isEmpty() ? "" : "; executions: " + row.look().executions());
  }

  private static String figures(WatchLook look) {
    if (look.nav().isEmpty()) {
      return "";
    }
    return "  nav "
        + Figures.money(look.nav().orElseThrow())
        + " "
        + look.currency()
        + part("gross", look.gross(), look.nav())
        + part("net", look.net(), look.nav())
        + part("largest " + look.largestName().orElse("none"), look.largest(), look.nav())
        + look.marginRatio().map(ratio -> ", margin ratio " + Figures.ratio(ratio)).orElse("");
  }

  private static String part(String name, Optional<BigDecimal> value, Optional<BigDecimal> nav) {
    return value
        .filter(any -> nav.orElse(BigDecimal.ZERO).signum() > 0)
        .map(
            amount ->
                ", "
                    + name
                    + " "
                    + Figures.ratio(Decimals.quotient(amount, nav.orElseThrow()))
                    + "x")
        .orElse("");
  }
}
