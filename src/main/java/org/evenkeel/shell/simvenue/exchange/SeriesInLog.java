package org.evenkeel.shell.simvenue.exchange;

import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * Which series an event log has orders of: these must be in the catalog when it is replayed.
 *
 * <p>Stateless.
 */
public final class SeriesInLog {

  private SeriesInLog() {}

  /** Returns the series of all accepted orders. */
  public static SortedSet<SeriesId> of(Iterable<String> lines) {
    SortedSet<SeriesId> series = new TreeSet<>();
    for (String line : lines) {
      switch (EventCodec.event(line)) {
        case SimEvent.OrderAccepted e -> series.add(e.order().series());
        case SimEvent.OrderReceived e -> {}
        case SimEvent.RequestRefused e -> {}
        case SimEvent.AccountOpened e -> {}
        case SimEvent.OrderRefused e -> {}
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
    return series;
  }
}
