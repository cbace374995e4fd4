package org.evenkeel.cycle.alerting;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that one channel is to tell at one time.
 *
 * @param items at least one
 */
public record AlertCall(String channel, List<Item> items) {

  /** Why it is told. */
  public enum Why {
    RAISED,
    REPEATED,
    CLEARED,
    TEST
  }

  /**
   * One alert.
   *
   * @param number for 'alerts ack'; empty while it is not recorded
   */
  public record Item(
      Why why, Optional<Long> number, String subject, String message, Instant raisedAt) {}

  public AlertCall {
    items = List.copyOf(items);
  }
}
