package org.evenkeel.shell.simvenue.exchange;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Orders that the venue takes and ends a little later without having traded them.
 *
 * <p>Kept in memory only: after a restart such an order ends as one that was interrupted. Not thread-safe.
 */
final class LateRejects {

  private record Key(SeriesId series, long orderId) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int bySeries = series.compareTo(other.series);
      return bySeries != 0 ? bySeries : Long.compare(orderId, other.orderId);
    }
  }

  private final Map<Key, Long> dueMs = new TreeMap<>();
  private Optional<Long> nextDelayMs = Optional.empty();

  void orderNext(Optional<Long> delayMs) {
    nextDelayMs = delayMs;
  }

  /** Whether the order that was accepted just now is one of them. */
  boolean take(SimOrder order, long atMs) {
    nextDelayMs.ifPresent(
        delay -> dueMs.put(new Key(order.series(), order.orderId()), atMs + delay));
    return nextDelayMs.isPresent();
  }

  /** When an order is to be ended, if it is one of them. */
  Optional<Long> due(SimOrder order) {
    return Optional.ofNullable(dueMs.get(new Key(order.series(), order.orderId())));
  }

  void done(SimOrder order) {
    dueMs.remove(new Key(order.series(), order.orderId()));
  }
}
