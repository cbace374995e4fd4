package org.evenkeel.core.calendar;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The appointments that persons have moved: a cadence with as many appointments as before, some of them at other times.
 *
 * <p>One may be moved again, by the time that it has now; one that is moved back is where it was.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class SlotMoves {

  private static final SlotMoves NONE = new SlotMoves(List.of());

  private final TreeMap<Instant, Instant> moved = new TreeMap<>();
  private final NavigableSet<Instant> targets = new TreeSet<>();

  private SlotMoves(List<SlotMove> moves) {
    for (SlotMove move : moves) {
      Instant original =
          moved.entrySet().stream()
              .filter(entry -> entry.getValue().equals(move.from()))
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse(move.from());
      if (original.equals(move.to())) {
        moved.remove(original);
      } else {
        moved.put(original, move.to());
      }
    }
    targets.addAll(moved.values());
  }

  /** Nothing is moved. */
  public static SlotMoves none() {
    return NONE;
  }

  /** What follows from moves in the order in which they were ordered. */
  public static SlotMoves of(List<SlotMove> moves) {
    return moves.isEmpty() ? NONE : new SlotMoves(moves);
  }

  /** Where appointments of the cadence are now, by where they were. */
  public SortedMap<Instant, Instant> moved() {
    return new TreeMap<>(moved);
  }

  /** The cadence with the moved appointments at their new times and not at their old ones. */
  public Cadence over(Cadence cadence) {
    return moved.isEmpty() ? cadence : instant -> nextAfter(cadence, instant);
  }

  private Instant nextAfter(Cadence cadence, Instant instant) {
    Instant kept = cadence.nextAfter(instant);
    while (moved.containsKey(kept)) {
      kept = cadence.nextAfter(kept);
    }
    Instant target = targets.higher(instant);
    return target != null && target.isBefore(kept) ? target : kept;
  }
}
