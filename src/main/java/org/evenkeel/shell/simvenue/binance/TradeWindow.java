package org.evenkeel.shell.simvenue.binance;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The part of a history a request asks for by time, and how long that part may be.
 *
 * <p>Both ends are inclusive.
 * Immutable.
 *
 * @param startMs earliest time
 * @param endMs latest time
 * @param fromStart whether a page begins at the start rather than ends at the end
 */
record TradeWindow(long startMs, long endMs, boolean fromStart) {

  static final long DAY_MS = 86_400_000L;

  /** Reads a futures window: at most seven days, the last seven days when nothing is sent. */
  static TradeWindow futures(ApiRequest request, long atMs) {
    long longest = 7 * DAY_MS;
    Optional<Long> start = request.whole("startTime");
    Optional<Long> end = request.whole("endTime");
    if (start.isPresent() && end.isPresent() && end.get() - start.get() > longest) {
      throw ApiError.of(-4165, "Maximum time interval is 7 days.");
    }
    long endMs = end.orElseGet(() -> start.map(s -> s + longest).orElse(atMs));
    return new TradeWindow(start.orElse(endMs - longest), endMs, start.isPresent());
  }

  /** Reads a spot window: at most a day when both ends are sent, unbounded otherwise. */
  static TradeWindow spot(ApiRequest request) {
    Optional<Long> start = request.whole("startTime");
    Optional<Long> end = request.whole("endTime");
    if (start.isPresent() && end.isPresent() && end.get() - start.get() > DAY_MS) {
      throw ApiError.of(-1127, "More than 24 hours between startTime and endTime.");
    }
    return new TradeWindow(start.orElse(0L), end.orElse(Long.MAX_VALUE), start.isPresent());
  }

  /** Returns one page, oldest first: the first of the window, or its last when it has no start. */
  <T> List<T> page(List<T> all, ToLongFunction<T> time, int limit) {
    List<T> inside =
        all.stream()
            .filter(t -> time.applyAsLong(t) >= startMs && time.applyAsLong(t) <= endMs)
            .toList();
    int skip = fromStart ? 0 : Math.max(0, inside.size() - limit);
    return inside.stream().skip(skip).limit(limit).toList();
  }
}
