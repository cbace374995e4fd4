package org.evenkeel.shell.simulate;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.settle.Fill;

/** The venue's orders as 'instrument/id': to which attempt each belongs, and what is booked of it. */
final class MemoryVenueOrders {

  final Map<String, Contracts> booked = new TreeMap<>();
  final Map<ClientOrderId, List<String>> more = new TreeMap<>();
  final Map<String, ClientOrderId> byVenueOrder = new TreeMap<>();

  private static String key(Fill fill) {
    return fill.instrument().value() + "/" + fill.venueOrderId().value();
  }

  private static Optional<String> key(Attempt attempt) {
    return attempt
        .venueOrderId()
        .map(order -> attempt.ticket().instrument().value() + "/" + order.value());
  }

  /** Remembers the order that the venue has named for an attempt, if it has. */
  void found(Attempt attempt) {
    key(attempt).ifPresent(key -> byVenueOrder.put(key, attempt.ticket().clientOrderId()));
  }

  /** The attempt to which an order belongs. */
  Optional<ClientOrderId> attempt(String venueOrder) {
    return Optional.ofNullable(byVenueOrder.get(venueOrder));
  }

  /** Adds to what is booked of an execution's order. */
  void count(Fill fill, Contracts quantity) {
    booked.merge(key(fill), quantity, Contracts::plus);
  }

  Contracts booked(String venueOrder) {
    return booked.getOrDefault(venueOrder, Contracts.ZERO);
  }

  /** Remembers that an execution's order is one of those that the venue has made of an attempt. */
  void own(ClientOrderId id, Fill fill) {
    List<String> known = more.getOrDefault(id, List.of());
    if (!known.contains(key(fill))) {
      more.put(id, Stream.concat(known.stream(), Stream.of(key(fill))).toList());
    }
  }

  /** What is booked of an attempt: the sum of the fills of all the orders that the venue has made of it. */
  Contracts bookedOf(Attempt attempt) {
    Optional<String> first = key(attempt);
    Contracts sum = first.map(this::booked).orElse(Contracts.ZERO);
    for (String order : more.getOrDefault(attempt.ticket().clientOrderId(), List.of())) {
      sum = first.equals(Optional.of(order)) ? sum : sum.plus(booked(order));
    }
    return sum;
  }
}
