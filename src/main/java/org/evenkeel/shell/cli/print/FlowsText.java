package org.evenkeel.shell.cli.print;

import java.util.List;
import java.util.Locale;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.statement.Capital;

/** Money that came, left or moved, and how the rest has done. */
public final class FlowsText {

  private FlowsText() {}

  /** The table of flows. */
  public static String of(List<FlowEntry> flows) {
    if (flows.isEmpty()) {
      return "no flows\n";
    }
    TextTable table = new TextTable(">n", "at", "what", "wallet", ">amount", "explained");
    for (FlowEntry entry : flows) {
      table.row(
          Long.toString(entry.number()),
          Figures.time(entry.flow().venueTime()),
          entry.flow().kind().name(),
          entry.flow().wallet().value(),
          entry.flow().amount().toString(),
          explained(entry));
    }
    return table.toString();
  }

  private static String explained(FlowEntry entry) {
    if (!entry.flow().isExternal()) {
      return "between own wallets";
    }
    return entry
        .classification()
        .map(
            said ->
                name(said.as())
                    + " by "
                    + said.author()
                    + (said.approver().isEmpty() ? "" : " and " + said.approver())
                    + ": "
                    + said.reason())
        .orElse(entry.raisesRisk() ? "NO: held out of sizing" : "NO");
  }

  /** The name of a class on the command line. */
  public static String name(FlowClass of) {
    return of.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Index and drawdown in a line. */
  static String performance(Capital capital) {
    if (!capital.doubt().isEmpty()) {
      return "refused: " + capital.doubt();
    }
    return capital
        .performance()
        .map(
            p ->
                String.format(Locale.ROOT, "%.6f", p.index())
                    + ", drawdown "
                    + Figures.percent(p.drawdown())
                    + " from "
                    + String.format(Locale.ROOT, "%.6f", p.peak()))
        .orElse("not valued yet");
  }

  /** A flow that waits for an explanation, in a line. */
  static String open(FlowEntry entry) {
    return "#"
        + entry.number()
        + " "
        + entry.flow().kind()
        + " of "
        + entry.flow().amount()
        + " ("
        + entry.flow().wallet()
        + ") at "
        + Figures.time(entry.flow().venueTime())
        + (entry.raisesRisk() ? ", held out of sizing" : "")
        + ": 'evenkeel flows classify "
        + entry.number()
        + " --as ...'";
  }
}
