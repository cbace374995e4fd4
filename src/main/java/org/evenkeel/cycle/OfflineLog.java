package org.evenkeel.cycle;

import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.route.SendOutcome;

/** Where an offline flatten writes down what it does; a method returns when the line is safe on disk. */
public interface OfflineLog {

  /** An order that is about to be sent. */
  void wrote(OfflineRun.Order order);

  /** What the venue said about an order, at the send or later. */
  void answered(ClientOrderId id, SendOutcome answer, Instant at);

  /** The end of a pass. */
  void ended(String text, Instant at);
}
