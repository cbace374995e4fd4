package org.evenkeel.cycle.conform;

import java.util.List;
import java.util.function.Function;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.DeadManSwitch;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.VenueSetup;

/**
 * What a run works with: an account of a test network, by the ports that the bot trades through.
 *
 * @param deadMan the switch that covers an instrument
 * @param instruments what is traded, one of each kind of market
 */
public record Bench(
    Venue venue,
    MarketData market,
    VenueSetup setup,
    Function<InstrumentId, DeadManSwitch> deadMan,
    Clock clock,
    List<InstrumentId> instruments) {

  public Bench {
    instruments = List.copyOf(instruments);
  }
}
