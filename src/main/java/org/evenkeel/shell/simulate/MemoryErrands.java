package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import org.evenkeel.cycle.Errand;
import org.evenkeel.cycle.Errands;

/** What operators send the daemon to do, with the constraints of the real tables. */
final class MemoryErrands implements Errands {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryErrands(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  /** The next errand of this memory. */
  static long send(Memory memory, Errand.Kind kind, String subject, String author, String reason) {
    long number = memory.errands.size() + 1L;
    memory.errands.add(new Errand(number, kind, subject, author + ": " + reason));
    return number;
  }

  @Override
  public List<Errand> waiting() {
    return transactions.read(
        "errands",
        () ->
            memory.errands.stream()
                .filter(errand -> !memory.errandEnds.containsKey(errand.number()))
                .toList());
  }

  @Override
  public void end(Errand errand, Instant at, String outcome) {
    transactions.change(
        "endErrand",
        () -> {
          MemoryOrders.require(
              memory.errands.contains(errand)
                  && memory.errandEnds.putIfAbsent(errand.number(), outcome) == null,
              errand + " does not wait");
        });
  }
}
