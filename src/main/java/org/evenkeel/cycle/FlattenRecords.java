package org.evenkeel.cycle;

/**
 * What only a flatten writes: its end, and the orders of one that ran while the database was down.
 *
 * <p>Each method is one transaction that first checks the lease's epoch; it throws like {@link Journal}.
 */
public interface FlattenRecords {

  /** Sets HALTED if the state in force is FLATTENING; false, and nothing changed, if it is another one. */
  boolean finish(String reason);

  /**
   * Takes in a flatten that ran without the database: its cycle, intents and attempts with the answers that they got,
   * and the state FLATTENING, so that its end is verified; false, and nothing changed, if it was taken in before.
   */
  boolean takeIn(OfflineRun run);
}
