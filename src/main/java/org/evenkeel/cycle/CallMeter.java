package org.evenkeel.cycle;

import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.statement.BusiestTimes;
import org.evenkeel.core.statement.CycleCalls;

/** Counts the calls of a cycle to all venues. Thread-safe. */
public interface CallMeter {

  /** Counts nothing. */
  CallMeter NONE =
      new CallMeter() {
        @Override
        public void begin() {}

        @Override
        public CycleCalls end() {
          return CycleCalls.none();
        }
      };

  /** A cycle begins: what was counted before does not belong to it. */
  void begin();

  /** What was counted since the cycle began. */
  CycleCalls end();

  /** Keeps what was counted with the cycle that ends. */
  default void keep(Journal journal, CycleId cycle) {
    CycleCalls calls = end();
    if (!calls.endpoints().isEmpty()) {
      journal.keepDocument(cycle, "calls", calls);
    }
    BusiestTimes load = busiest();
    if (!load.rows().isEmpty()) {
      journal.keepDocument(cycle, "load", load);
    }
  }

  /** The busiest times since this was asked last, what was called between cycles included. */
  default BusiestTimes busiest() {
    return BusiestTimes.none();
  }
}
