package org.evenkeel.simulation;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.Journal;

/** What a flatten does that believes its own books instead of the venue. */
final class LedgerFlattener {

  private LedgerFlattener() {}

  static boolean isFlattening(Journal journal) {
    return journal.tradingState() == TradingState.FLATTENING;
  }

  // The answer with the flag that the bot believes to have sent.
  static SendOutcome asAsked(SendOutcome outcome) {
    if (!(outcome instanceof SendOutcome.Accepted accepted)) {
      return outcome;
    }
    VenueOrder order = accepted.order();
    return new SendOutcome.Accepted(
        new VenueOrder(
            order.clientOrderId(),
            order.venueOrderId(),
            order.instrument(),
            order.side(),
            order.orderQty(),
            order.cumQty(),
            order.avgPx(),
            order.status(),
            order.timeInForce(),
            true,
            order.venueTime()));
  }

  static AccountSnapshot remembered(AccountSnapshot seen, Journal journal) {
    List<VenuePosition> positions = new ArrayList<>();
    journal
        .ledger()
        .positions()
        .forEach(
            (instrument, quantity) ->
                positions.add(
                    new VenuePosition(
                        InstrumentId.of(instrument),
                        Contracts.of(quantity),
                        BigDecimal.ONE,
                        BigDecimal.ZERO)));
    return new AccountSnapshot(
        seen.venue(), seen.venueTime(), seen.receivedAt(), seen.balances(), positions);
  }
}
