package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import org.evenkeel.core.basics.IntentId;
import org.evenkeel.core.route.Denial;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.statement.Forgone;
import org.evenkeel.core.statement.MeasuredOrder;

/**
 * The part of the journal that counts orders and names those not made.
 *
 * <p>It is read again for every order, so a restart forgets nothing. Writing is fenced like every write of the journal.
 */
public interface OrderLog {

  /** The tickets signed after a venue time, oldest first, whatever became of them. */
  List<OrderTicket> signedAfter(Instant venueTime);

  /** Records what is not ordered, and why. */
  void deny(Denial denial);

  /** Records what of an intent was given up, and the market then; of one intent once. */
  void forgo(IntentId intent, Forgone forgone);

  /** The newest orders of which something was executed, with what their cost follows from, newest first. */
  List<MeasuredOrder> measured(int limit);
}
