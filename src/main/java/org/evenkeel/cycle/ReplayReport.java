package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.statement.ExplainedOrder;
import org.evenkeel.core.statement.Explanation;

/**
 * What came of making many decisions again.
 *
 * @param cycles how many were looked at
 * @param same those that are the same to the last bit
 * @param different those that are not
 * @param notReplayable those kept without all that they were made from
 * @param undecided those that ended before anything was decided
 * @param orders what all of them ordered, counted by decision and instrument
 * @param explained those whose kept explanation adds up to the order exactly
 * @param misexplained those whose kept explanation is of another quantity; the others have none
 * @param hash SHA-256 of every hash that was made again, in the order in which they were made: two machines that
 *     decide alike print the same
 * @param millis wall time
 * @param exceptions everything that is not the same
 */
public record ReplayReport(
    int cycles,
    int same,
    int different,
    int notReplayable,
    int undecided,
    int orders,
    int explained,
    int misexplained,
    ContentHash hash,
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
    StringBuilder hashes = new StringBuilder();
    Orders orders = new Orders();
    List<CycleId> cycles = decisions.newest(limit);
    for (CycleId cycle : cycles) {
      StoredDecision stored = decisions.of(cycle).orElseThrow();
      Replayed replayed = replay.of(stored);
      counts.merge(replayed.state(), 1, Integer::sum);
      if (replayed.state() != Replayed.State.SAME) {
        exceptions.add(replayed);
      }
      for (Replayed.Stage stage : replayed.stages()) {
        hashes.append(cycle).append(' ').append(stage.name()).append(' ').append(stage.again());
        hashes.append('\n');
      }
      if (!stored.intents().isEmpty()) {
        orders.count(stored.intents(), decisions.explanation(cycle));
      }
    }
    return new ReplayReport(
        cycles.size(),
        counts.getOrDefault(Replayed.State.SAME, 0),
        counts.getOrDefault(Replayed.State.DIFFERENT, 0),
        counts.getOrDefault(Replayed.State.NOT_REPLAYABLE, 0),
        counts.getOrDefault(Replayed.State.NOTHING_DECIDED, 0),
        orders.all,
        orders.explained,
        orders.misexplained,
        ContentHash.ofText(hashes.toString()),
        clock.getAsLong() - start,
        exceptions);
  }

  /** Orders held against their explanations; the parts of one add up to its quantity or cannot be read. */
  private static final class Orders {

    private int all;
    private int explained;
    private int misexplained;

    private void count(List<Intent> intents, Optional<Explanation> kept) {
      SortedMap<String, BigDecimal> ordered = new TreeMap<>();
      for (Intent intent : intents) {
        BigDecimal quantity = intent.quantity().value();
        ordered.merge(
            intent.instrument().value(),
            intent.side() == Side.BUY ? quantity : quantity.negate(),
            BigDecimal::add);
      }
      all += ordered.size();
      kept.ifPresent(explanation -> ordered.forEach((id, net) -> compare(explanation, id, net)));
    }

    private void compare(Explanation explanation, String instrument, BigDecimal net) {
      boolean isExact =
          explanation
              .of(instrument)
              .map(ExplainedOrder::contracts)
              .filter(contracts -> contracts.compareTo(net) == 0)
              .isPresent();
      if (isExact) {
        explained++;
      } else {
        misexplained++;
      }
    }
  }
}
