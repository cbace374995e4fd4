package org.evenkeel.cycle;

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
}
