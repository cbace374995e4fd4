package org.evenkeel.cycle;

import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.calendar.SlotMoves;

/** What operators want of the schedule: decisions beside it, appointments that pass, and appointments that are moved. */
public interface Wishes {

  /** The oldest wish for a decision that waits; taking it marks it as taken. */
  Optional<RunWish> take(Instant at);

  /** Why an operator lets an appointment pass, with the name; empty if nobody does. */
  Optional<String> slotToSkip(Instant dueAt);

  /** The appointments that operators have moved. */
  SlotMoves moves();
}
