package org.evenkeel.shell.simvenue.exchange;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How often each client order id reached the venue, accepted or not: the judge of "sent once".
 *
 * <p>For example a bot that re-sends an order after a lost answer shows a 2 here, even if the venue refused the second copy.
 * Stateless.
 */
public final class OrderArrivals {

  private OrderArrivals() {}

  /** Counts the arrivals in an event log by client order id. */
  public static SortedMap<String, Integer> byClientId(Iterable<String> lines) {
    SortedMap<String, Integer> arrivals = new TreeMap<>();
    for (String line : lines) {
      switch (EventCodec.event(line)) {
        case SimEvent.OrderReceived e -> arrivals.merge(e.order().clientOrderId(), 1, Integer::sum);
        case SimEvent.RequestRefused e -> arrivals.merge(e.clientOrderId(), 1, Integer::sum);
        case SimEvent.AccountOpened e -> {}
        case SimEvent.OrderRefused e -> {}
        case SimEvent.OrderAccepted e -> {}
        case SimEvent.Traded e -> {}
        case SimEvent.OrderEnded e -> {}
        case SimEvent.FundingSettled e -> {}
        case SimEvent.LeverageSet e -> {}
        case SimEvent.Transferred e -> {}
        case SimEvent.Deposited e -> {}
        case SimEvent.LiquidationStarted e -> {}
        case SimEvent.ShortfallCleared e -> {}
        case SimEvent.StateSet e -> {}
        case SimEvent.AdlArmed e -> {}
        case SimEvent.Delivered e -> {}
        case SimEvent.Ticked e -> {}
      }
    }
    return arrivals;
  }
}
