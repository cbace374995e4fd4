package org.evenkeel.cycle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;

/**
 * One account at one venue: orders, fills, balances.
 *
 * <p>No method throws for anything that the venue or the network does. Used by one thread at a time.
 */
public interface Venue {

  VenueCapabilities capabilities();

  /** The venue's clock. */
  Result<Instant> venueTime();

  /** Balances and positions. */
  Result<AccountSnapshot> account();

  /** Sends an order once; nothing below this call repeats it. */
  SendOutcome send(OrderTicket ticket);

  /** Asks for one order by our id. */
  Lookup lookup(ClientOrderId id, InstrumentId instrument);

  /** All open orders of an instrument, ours and others'. */
  Result<List<VenueOrder>> openOrders(InstrumentId instrument);

  /**
   * The instruments in which an order is open, ours or others', where the venue lists those of the whole account in one
   * call; empty where it does not, and then only instruments that somebody names are known of.
   */
  default Result<List<InstrumentId>> ordered() {
    return Result.ok(List.of());
  }

  /** Asks to cancel one order; the answer says nothing about its fate, which is looked up afterwards. */
  Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument);

  /**
   * Executions of an instrument, oldest first and complete up to now: from a trade on (inclusive), or else since an
   * instant. Pages are read until a short one; a failure on any page refuses the whole.
   */
  Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since);

  /** Movements of the futures wallet that are neither trades nor flows, oldest first and complete, since an instant (inclusive). */
  Result<List<Income>> income(Instant since);

  /**
   * The client id under which an order of an instrument was sent, by whomever; empty if the venue knows no such order.
   * Where the venue makes several orders of one, each of them has the client id of the one that was sent.
   */
  Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument);

  /**
   * Why an order of an instrument was executed that nobody here has sent; asked of executions that the venue has shown.
   * An order that the venue knows nothing of is one that somebody sent.
   */
  Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument);

  /**
   * Deposits, withdrawals, and transfers between the two wallets, oldest first and complete, since an instant
   * (inclusive); only what has taken effect on a balance.
   */
  Result<List<CashFlow>> cashFlows(Instant since);
}
