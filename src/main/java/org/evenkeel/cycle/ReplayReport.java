package org.evenkeel.cycle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.evenkeel.core.basics.CycleId;

/**
 * What came of making many decisions again.
 *
 * @param cycles how many were looked at
 * @param same those that are the same to the last bit
 * @param different those that are not
 * @param notReplayable those kept without all that they were made from
 * @param undecided those that ended before anything was decided
 * @param millis wall time
 * @param exceptions everything that is not the same
 */
public record ReplayReport(
    int cycles,
    int same,
    int different,
    int notReplayable,
    int undecided,
    long millis,
    List<Replayed> exceptions) {

  public ReplayReport {
    exceptions = List.copyOf(exceptions);
  }

  /** Replays the newest decisions, oldest first; the clock counts milliseconds. */
  public static ReplayReport of(Decisions decisions, int limit, LongSupplier clock) {
    long start = clock.getAsLong();
    Replay replay = new Replay(decisions);
    Map<Replayed.State, Integer> counts = new EnumMap<>(Replayed.State.class);
    List<Replayed> exceptions = new ArrayList<>();
    List<CycleId> cycles = decisions.newest(limit);
    for (CycleId cycle : cycles) {
      StoredDecision stored = decisions.of(cycle).orElseThrow();
      Replayed replayed = replay.of(stored);
      counts.merge(replayed.state(), 1, Integer::sum);
      if (replayed.state() != Replayed.State.SAME) {
        exceptions.add(replayed);
      }
    }
    return new ReplayReport(
        cycles.size(),
        counts.getOrDefault(Replayed.State.SAME, 0),
        counts.getOrDefault(Replayed.State.DIFFERENT, 0),
        counts.getOrDefault(Replayed.State.NOT_REPLAYABLE, 0),
        counts.getOrDefault(Replayed.State.NOTHING_DECIDED, 0),
        clock.getAsLong() - start,
        exceptions);
  }
}
