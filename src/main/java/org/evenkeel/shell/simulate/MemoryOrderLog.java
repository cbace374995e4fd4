package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;
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
  public void forgo(IntentId intent, Forgone forgone) {
    transactions.write(
        "forgo",
        () -> {
          MemoryOrders.require(memory.intents.containsKey(intent), "no intent " + intent);
          MemoryOrders.require(
              memory.costs.forgone.put(intent, forgone) == null, "given up twice: " + intent);
          return true;
        });
  }

  @Override
  public List<MeasuredOrder> measured(int limit) {
    return transactions.read("measured", () -> memory.costs.measured(memory, limit));
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
