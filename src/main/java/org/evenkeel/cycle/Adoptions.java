package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.AdoptedOrder;

/**
 * The part of the journal that keeps orders which the bot has not sent and for which persons answer.
 *
 * <p>Writes like {@link Journal}: one transaction each, under the lease.
 */
public interface Adoptions {

  /** Those that have not ended, in the order of their adoption. */
  List<AdoptedOrder> open();

  /** An adopted order, ended or not: its executions may be shown after its end. */
  Optional<AdoptedOrder> of(InstrumentId instrument, VenueOrderId order);

  /**
   * Takes an order in.
   *
   * @throws IllegalStateException if it was taken in before
   */
  void adopt(AdoptedOrder order, Instant at);

  /**
   * Writes down what came of an adopted order.
   *
   * @throws IllegalStateException if it has ended before
   */
  void end(AdoptedOrder order, Instant at, String outcome);
}
