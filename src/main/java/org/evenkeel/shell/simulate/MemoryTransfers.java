package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.settle.FlowClass;
import org.evenkeel.core.settle.FlowEntry;
import org.evenkeel.core.settle.TransferEntry;
import org.evenkeel.core.settle.TransferState;
import org.evenkeel.core.settle.WalletTransfer;
import org.evenkeel.core.statement.RequestRow;
import org.evenkeel.cycle.TransferRecords;

/** Transfers in a memory, with the constraints of the real tables. */
final class MemoryTransfers implements TransferRecords {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryTransfers(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<TransferEntry> transfers() {
    return transactions.read("transfers", () -> List.copyOf(memory.transfers));
  }

  @Override
  public long enter(WalletTransfer transfer, RequestRow agreed) {
    return transactions.write(
        "enterTransfer",
        () -> enter(memory, transfer, agreed.author(), agreed.decidedBy(), agreed.reason()));
  }

  /** Enters a transfer that is wanted. */
  static long enter(
      Memory memory, WalletTransfer transfer, String author, String approver, String reason) {
    long number = memory.transfers.size() + 1L;
    memory.transfers.add(
        new TransferEntry(
            number,
            transfer,
            author,
            approver,
            reason,
            memory.databaseNow(),
            false,
            TransferState.REQUESTED,
            Optional.empty(),
            "",
            ""));
    return number;
  }

  /** Ends a transfer by a person's word; false if it is not open. */
  static boolean giveUp(Memory memory, long number, String reason) {
    for (TransferEntry entry : memory.transfers) {
      if (entry.number() == number && entry.state().isOpen()) {
        put(memory, entry.at(TransferState.GIVEN_UP, entry.sentAt(), "", reason));
        return true;
      }
    }
    return false;
  }

  private static void put(Memory memory, TransferEntry after) {
    memory.transfers.set((int) after.number() - 1, after);
  }

  @Override
  public TransferEntry advance(
      TransferEntry before, TransferState to, String reference, String detail, Instant at) {
    return transactions.write(
        "advanceTransfer",
        () -> {
          TransferEntry stored = memory.transfers.get((int) before.number() - 1);
          MemoryOrders.require(
              stored.state() == before.state() && to.mayFollow(stored.state()),
              "transfer " + before.number() + " is " + stored.state() + " and cannot be " + to);
          MemoryOrders.require(
              to != TransferState.SENT
                  || memory.transfers.stream()
                      .filter(other -> other.state().isUnderWay())
                      .noneMatch(other -> other.transfer().isOnRouteOf(before.transfer())),
              "another transfer is under way on the route of " + before.number());
          TransferEntry after =
              before.at(
                  to,
                  to == TransferState.SENT ? Optional.of(at) : before.sentAt(),
                  reference,
                  detail);
          put(memory, after);
          return after;
        });
  }

  @Override
  public void explain(TransferEntry transfer, long flow, Instant at) {
    transactions.change(
        "explainFlow",
        () -> {
          FlowEntry entry = memory.flows.get((int) flow - 1);
          MemoryOrders.require(
              entry.isOpen() && transfer.transfer().explains(entry.flow(), Instant.MIN),
              "flow " + flow + " is not that of transfer " + transfer.number());
          memory.flows.set(
              (int) flow - 1,
              new FlowEntry(
                  flow,
                  entry.flow(),
                  Optional.of(
                      new FlowEntry.Classification(
                          FlowClass.TRANSFER,
                          transfer.author(),
                          transfer.approver(),
                          "transfer " + transfer.number() + ": " + transfer.reason(),
                          at))));
        });
  }
}
