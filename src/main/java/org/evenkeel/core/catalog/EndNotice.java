package org.evenkeel.core.catalog;

import java.time.Duration;

/**
 * How long before the announced end of an instrument its position is no longer enlarged, and how long before it is closed.
 *
 * @param noAdd from this long before its last trading time nothing is added
 * @param exit from this long before its last trading time it is closed; not longer than {@code noAdd}
 */
public record EndNotice(Duration noAdd, Duration exit) {

  /** No notice: an instrument is traded until its last moment. */
  public static final EndNotice NONE = new EndNotice(Duration.ZERO, Duration.ZERO);

  public EndNotice {
    if (exit.isNegative() || noAdd.compareTo(exit) < 0) {
      throw new IllegalArgumentException(
          "what ends is closed after nothing is added to it any more, found "
              + exit.toHours()
              + " h and "
              + noAdd.toHours()
              + " h before the end");
    }
  }

  public static EndNotice defaults() {
    return new EndNotice(Duration.ofDays(7), Duration.ofDays(2));
  }
}
