package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.statement.ErrandRow;

/** What operators have sent the daemon to do. */
public final class ErrandsText {

  private ErrandsText() {}

  /** The table of errands. */
  public static String of(List<ErrandRow> errands) {
    if (errands.isEmpty()) {
      return "no errands\n";
    }
    TextTable table = new TextTable(">n", "sent", "errand", "by", "outcome");
    for (ErrandRow errand : errands) {
      table.row(
          Long.toString(errand.number()),
          Figures.time(errand.sentAt()),
          (errand.command() + " " + errand.subject()).strip(),
          errand.by(),
          errand.outcome().isEmpty() ? "waits for the daemon" : errand.outcome());
    }
    return table.toString();
  }
}
