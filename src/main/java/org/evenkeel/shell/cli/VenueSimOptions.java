package org.evenkeel.shell.cli;

import java.util.List;

/**
 * What the simulated venue is asked for beyond its configuration.
 *
 * @param fromNow whether its market begins at the moment at which it is ready, rather than when it was asked for
 * @param dialect whose words it speaks, such as 'binance'
 * @param faults what goes wrong from the start, such as 'POST /fapi/v1/order lostAck 3'
 */
public record VenueSimOptions(boolean fromNow, String dialect, List<String> faults) {

  public VenueSimOptions {
    faults = List.copyOf(faults);
  }
}
