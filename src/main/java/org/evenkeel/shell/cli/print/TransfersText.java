package org.evenkeel.shell.cli.print;

import java.util.List;
import org.evenkeel.core.settle.TransferEntry;

/** Transfers between wallets. */
public final class TransfersText {

  private TransfersText() {}

  /** The table of transfers. */
  public static String of(List<TransferEntry> transfers) {
    if (transfers.isEmpty()) {
      return "no transfers\n";
    }
    TextTable table =
        new TextTable(">n", "asked for at", ">amount", "from", "to", "state", "by", "detail");
    for (TransferEntry entry : transfers) {
      table.row(
          Long.toString(entry.number()),
          Figures.time(entry.requestedAt()),
          entry.transfer().amount().toString(),
          entry.transfer().from().value(),
          entry.transfer().to().value(),
          entry.state().name(),
          entry.persons() + ": " + entry.reason(),
          detail(entry));
    }
    return table.toString();
  }

  private static String detail(TransferEntry entry) {
    String reference = entry.venueReference().isEmpty() ? "" : "venue " + entry.venueReference();
    String both =
        reference.isEmpty() || entry.detail().isEmpty()
            ? reference + entry.detail()
            : reference + ", " + entry.detail();
    return both;
  }
}
