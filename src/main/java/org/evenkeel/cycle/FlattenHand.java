package org.evenkeel.cycle;

import java.time.Duration;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.policy.ProposedOrder;

/**
 * The hand of a flatten: writes every order down before it is sent, and knows what became of those sent.
 *
 * <p>One writes into the journal; the other, for a database that is down, into a file.
 */
public interface FlattenHand {

  /** False as soon as somebody has ordered something else. */
  boolean mayGoOn();

  /**
   * Writes an order down, sends it once, and notes the answer.
   *
   * @param number counts the orders of this pass from 1
   * @param arrival the middle of the book, against which slippage is measured
   * @param clockOffset our clock minus the venue's
   */
  void send(ProposedOrder order, int number, Price arrival, Duration clockOffset);

  /** Makes sure that this pass leaves a record of its own, although it may send nothing. */
  void record();

  /** Waits for the fate of what was sent, now or earlier, and returns how many orders' fate is still open. */
  int followUp();

  /** Writes down how the pass ended. */
  void end(Flatten.Outcome outcome);
}
