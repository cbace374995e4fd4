package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.LockRow;

/** Locks: what is frozen, why, and what ends it. */
public final class LocksText {

  private LocksText() {}

  public static String of(List<LockRow> locks) {
    if (locks.isEmpty()) {
      return "nothing is locked\n";
    }
    StringBuilder text = new StringBuilder();
    for (LockRow lock : locks) {
      text.append(line(lock)).append('\n');
      text.append("    ")
          .append(lock.permits().equals("NOTHING") ? "nothing is sent" : "only orders that reduce");
      text.append("; ").append(lock.remedy()).append('\n');
    }
    return text.toString();
  }

  /** One lock in a line, such as '#7 BTC-USDT-PERP@binance EXTERNAL_FILL (a person ends it) since ...'. */
  public static String line(LockRow lock) {
    return "#"
        + lock.number()
        + " "
        + lock.subject()
        + " "
        + lock.cause()
        + " ("
        + (lock.owner().equals("CAUSE") ? "ends by itself" : "a person ends it")
        + ") since "
        + Figures.time(lock.since())
        + ": "
        + lock.meaning()
        + said("; here: ", lock.ledger())
        + said("; venue: ", lock.venue());
  }

  private static String said(String who, String what) {
    return what.isEmpty() ? "" : who + what;
  }
}
