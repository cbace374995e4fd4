package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.cycle.OrderLog;

/** Tickets and denials in memory. */
final class MemoryOrderLog implements OrderLog {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryOrderLog(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<OrderTicket> signedAfter(Instant venueTime) {
    return transactions.read(
        "signedAfter",
        () ->
            memory.attempts.values().stream()
                .map(Attempt::ticket)
                .filter(ticket -> ticket.signedAt().isAfter(venueTime))
                .sorted(
                    Comparator.comparing(OrderTicket::signedAt)
                        .thenComparing(ticket -> ticket.clientOrderId().value()))
                .toList());
  }

  @Override
  public void deny(Denial denial) {
    transactions.write(
        "deny",
        () -> {
          MemoryOrders.require(
              memory.intents.containsKey(denial.intent().id()),
              "no intent " + denial.intent().id());
          return memory.denials.add(denial);
        });
  }
}
