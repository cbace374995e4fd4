package org.evenkeel.shell.simvenue;

import java.util.List;
import org.evenkeel.shell.simvenue.binance.Desk;
import org.evenkeel.shell.simvenue.binance.FrontLimits;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.Market;

/** Fronts on free ports. */
public final class Fronts {

  private Fronts() {}

  /** One that speaks Binance's dialect. */
  public static Front binance(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      FrontLimits limits) {
    return Front.start(
        new Front.Parts(
            new Desk(exchange, market, clock, credentials, limits), exchange, clock, List::of),
        0);
  }
}
