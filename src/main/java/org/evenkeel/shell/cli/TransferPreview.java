package org.evenkeel.shell.cli;

import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.settle.WalletTransfer;

/**
 * What a transfer would do, by the venue's account now.
 *
 * @param transfer what would be moved
 * @param raisesRisk whether it takes money from where it carries futures
 * @param lines both wallets before and after, one line each; empty if they cannot be read
 * @param note what else is to be known, such as that the venue did not answer
 * @param objection why it cannot be made, as far as that is known
 */
public record TransferPreview(
    WalletTransfer transfer,
    boolean raisesRisk,
    List<String> lines,
    String note,
    Optional<Refusal> objection) {

  public TransferPreview {
    lines = List.copyOf(lines);
  }

  String text() {
    StringBuilder text = new StringBuilder("transfer of " + transfer + "\n");
    lines.forEach(line -> text.append("  ").append(line).append('\n'));
    return text.append(note.isEmpty() ? "" : "  " + note + "\n").toString();
  }
}
