package org.evenkeel.shell.simulate;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AdoptedOrder;
import org.evenkeel.cycle.Adoptions;

/** Adopted orders in a memory, with the constraints of the real tables. */
final class MemoryAdoptions implements Adoptions {

  private final Memory memory;
  private final MemoryTransactions transactions;

  MemoryAdoptions(Memory memory, MemoryTransactions transactions) {
    this.memory = memory;
    this.transactions = transactions;
  }

  @Override
  public List<AdoptedOrder> open() {
    // Asked at every order, and hardly ever is there one.
    return memory.adopted.isEmpty()
        ? List.of()
        : transactions.read(
            "adopted",
            () ->
                memory.adopted.entrySet().stream()
                    .filter(entry -> !memory.adoptedEnds.containsKey(entry.getKey()))
                    .map(entry -> withBooked(entry.getValue()))
                    .toList());
  }

  @Override
  public Optional<AdoptedOrder> of(InstrumentId instrument, VenueOrderId order) {
    return Optional.ofNullable(memory.adopted.get(key(instrument, order))).map(this::withBooked);
  }

  @Override
  public void adopt(AdoptedOrder order, Instant at) {
    transactions.change(
        "adopt",
        () ->
            MemoryOrders.require(
                memory.adopted.putIfAbsent(key(order.instrument(), order.venueOrderId()), order)
                    == null,
                order + " was adopted before"));
  }

  @Override
  public void end(AdoptedOrder order, Instant at, String outcome) {
    String key = key(order.instrument(), order.venueOrderId());
    transactions.change(
        "endAdopted",
        () ->
            MemoryOrders.require(
                memory.adopted.containsKey(key)
                    && memory.adoptedEnds.putIfAbsent(key, outcome) == null,
                order + " does not stand"));
  }

  private static String key(InstrumentId instrument, VenueOrderId order) {
    return instrument.value() + "/" + order.value();
  }

  private AdoptedOrder withBooked(AdoptedOrder order) {
    Contracts booked = memory.venueOrders.booked(key(order.instrument(), order.venueOrderId()));
    return new AdoptedOrder(
        order.instrument(),
        order.venueOrderId(),
        order.clientOrderId(),
        order.side(),
        order.orderQty(),
        order.reduceOnly(),
        order.by(),
        order.reason(),
        order.evidence(),
        order.request(),
        booked);
  }
}
