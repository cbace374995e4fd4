package org.evenkeel.core.settle;

import java.time.Instant;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;

/**
 * One execution as the venue reports it: a fact that is booked once and never edited.
 *
 * @param instrument what was traded
 * @param tradeId the venue's id, unique within the instrument
 * @param venueOrderId the order that was executed
 * @param side the direction
 * @param lastQty contracts executed, above zero
 * @param lastPx the price
 * @param fee what the venue charged; negative is a rebate; may be in another currency than the quote
 * @param realizedPnl profit that the venue realized with this execution; zero on spot markets
 * @param isMaker whether the order rested in the book
 * @param venueTime when it happened, by the venue's clock
 */
public record Fill(
    InstrumentId instrument,
    TradeId tradeId,
    VenueOrderId venueOrderId,
    Side side,
    Contracts lastQty,
    Price lastPx,
    Money fee,
    Money realizedPnl,
    boolean isMaker,
    Instant venueTime) {

  public Fill {
    if (lastQty.value().signum() <= 0) {
      throw new IllegalArgumentException("trade " + tradeId + " has quantity " + lastQty);
    }
  }
}
