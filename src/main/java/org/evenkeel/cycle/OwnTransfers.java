package org.evenkeel.cycle;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;

/**
 * Explains flows by the transfers that operators have made here, so that no person need say what is known.
 *
 * <p>Where a venue keeps its markets apart, a transfer shows as money that leaves the one and comes to the other; without
 * this, what came would be held out of sizing.
 *
 * <p>Single-threaded.
 */
final class OwnTransfers {

  private final TransferRecords records;
  private final Clock clock;

  OwnTransfers(TransferRecords records, Clock clock) {
    this.records = records;
    this.clock = clock;
  }

  /** Explains what it can; true if there was anything. */
  boolean explain(List<FlowEntry> flows) {
    if (flows.stream().noneMatch(FlowEntry::isOpen)) {
      return false;
    }
    List<FlowEntry> taken = new ArrayList<>(flows);
    boolean hasExplained = false;
    for (TransferEntry transfer : records.transfers()) {
      if (transfer.sentAt().isEmpty() || transfer.state() == TransferState.REFUSED) {
        continue;
      }
      Instant since = TransferDesk.since(transfer);
      for (CashFlow.Kind side : List.of(CashFlow.Kind.WITHDRAWAL, CashFlow.Kind.DEPOSIT)) {
        hasExplained = explain(transfer, since, side, taken) || hasExplained;
      }
    }
    return hasExplained;
  }

  /** Explains one side of a transfer, unless it is. */
  private boolean explain(
      TransferEntry transfer, Instant since, CashFlow.Kind side, List<FlowEntry> taken) {
    List<FlowEntry> alike =
        taken.stream()
            .filter(entry -> entry.flow().kind() == side)
            .filter(entry -> transfer.transfer().explains(entry.flow(), since))
            .toList();
    // The oldest of its like; if that one is explained, it was this one or one before it.
    if (alike.isEmpty()) {
      return false;
    }
    FlowEntry first = alike.get(0);
    taken.remove(first);
    if (!first.isOpen()) {
      return false;
    }
    records.explain(transfer, first.number(), clock.now());
    return true;
  }
}
