package org.evenkeel.shell.simulate;

import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.LedgerTransaction;

/** Somebody who sees everything that is written to a memory, inside the transaction that writes it. */
interface MemoryWatch {

  MemoryWatch NOBODY = new MemoryWatch() {};

  /** A transaction that writes has been let in. */
  default void onWrite(String name) {}

  /** An attempt was committed. */
  default void onCommitted(Attempt attempt) {}

  /** An attempt was moved on; the states may be equal. */
  default void onAdvanced(Attempt before, Attempt after) {}

  /** An execution was booked. */
  default void onBooked(Fill fill) {}

  /** A ledger transaction was written. */
  default void onBooked(LedgerTransaction transaction) {}

  /** A slot got its row, or the row its end. */
  default void onCycle(CycleEntry entry) {}
}
