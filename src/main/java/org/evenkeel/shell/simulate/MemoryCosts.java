package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.route.Arrival;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;

/** The facts that costs follow from, in memory. */
final class MemoryCosts {

  final Map<ClientOrderId, Arrival> arrivals = new LinkedHashMap<>();
  final Map<ClientOrderId, Instant> committedAt = new LinkedHashMap<>();
  final Map<IntentId, Forgone> forgone = new LinkedHashMap<>();

  void arrived(ClientOrderId order, Instant at, Arrival arrival) {
    arrivals.put(order, arrival);
    committedAt.put(order, at);
  }

  /** The newest orders of which something was executed, newest first. */
  List<MeasuredOrder> measured(Memory memory, int limit) {
    return arrivals.keySet().stream().toList().reversed().stream()
        .map(id -> Objects.requireNonNull(memory.attempts.get(id)))
        .map(attempt -> measured(memory, attempt))
        .filter(order -> !order.executions().isEmpty())
        .limit(limit)
        .toList();
  }

  private MeasuredOrder measured(Memory memory, Attempt attempt) {
    return new MeasuredOrder(
        attempt.ticket().clientOrderId().value(),
        attempt.ticket().instrument().value(),
        attempt.ticket().side(),
        Objects.requireNonNull(committedAt.get(attempt.ticket().clientOrderId())),
        Objects.requireNonNull(memory.intents.get(attempt.intent())).arrivalPrice(),
        Objects.requireNonNull(arrivals.get(attempt.ticket().clientOrderId())),
        memory
            .fillsOf(attempt.ticket().instrument())
            .filter(fill -> attempt.venueOrderId().filter(fill.venueOrderId()::equals).isPresent())
            .map(
                fill ->
                    new MeasuredOrder.Execution(
                        fill.lastQty(), fill.lastPx(), fill.fee(), fill.isMaker()))
            .toList());
  }
}
