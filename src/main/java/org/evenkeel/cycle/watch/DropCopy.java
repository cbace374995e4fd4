package org.evenkeel.cycle.watch;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.ExecutionCopy;

/**
 * A second source of executions at one venue: another one than the engine reads its fills from.
 *
 * <p>No method throws for anything that the venue or the network does. Used by one thread at a time.
 */
public interface DropCopy {

  VenueId venue();

  /** The executions of a span, complete; a part that cannot be read refuses the whole. */
  Result<ExecutionCopy> executions(Question question);

  /**
   * What is asked.
   *
   * @param since from when on, inclusive
   * @param instruments what may have been traded; a source that tells of everything tells of more
   * @param orders orders of which executions are booked since then, for sources that are asked by order
   */
  record Question(
      Instant since,
      SortedSet<InstrumentId> instruments,
      SortedMap<InstrumentId, SortedSet<String>> orders) {

    public Question {
      instruments = Collections.unmodifiableSortedSet(new TreeSet<>(instruments));
      orders = Collections.unmodifiableSortedMap(new TreeMap<>(orders));
    }
  }
}
