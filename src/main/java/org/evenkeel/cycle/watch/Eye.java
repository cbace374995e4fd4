package org.evenkeel.cycle.watch;

import java.util.List;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.Venue;

/**
 * One account at one venue for somebody who may read and cancel, and nothing else.
 *
 * <p>No method throws for anything that the venue or the network does. Used by one thread at a time.
 */
public interface Eye {

  VenueId venue();

  /** Balances and positions. */
  Result<AccountSnapshot> account();

  /** All open orders of an instrument, ours and others'. */
  Result<List<VenueOrder>> openOrders(InstrumentId instrument);

  /** Instruments with an open order beside those that are asked about, where the venue lists them; else none. */
  default Result<List<InstrumentId>> ordered() {
    return Result.ok(List.of());
  }

  /** Asks to cancel one order; the answer says nothing about its fate. */
  Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument);

  /** An eye that sees through a venue's signed side. */
  static Eye of(Venue venue) {
    return new Eye() {
      @Override
      public VenueId venue() {
        return venue.capabilities().venue();
      }

      @Override
      public Result<AccountSnapshot> account() {
        return venue.account();
      }

      @Override
      public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
        return venue.openOrders(instrument);
      }

      @Override
      public Result<List<InstrumentId>> ordered() {
        return venue.ordered();
      }

      @Override
      public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
        return venue.cancel(id, instrument);
      }
    };
  }
}
