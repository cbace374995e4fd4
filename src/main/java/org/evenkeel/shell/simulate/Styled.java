package org.evenkeel.shell.simulate;

import org.evenkeel.core.route.ExecutionStyle;
import org.evenkeel.core.route.StyleSettings;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Strategy;

/** The usual world, with orders worked in another style, at markets with enough volume for slices. */
public final class Styled implements Wiring {

  private final Strategy strategy;

  public Styled(ExecutionStyle style) {
    this.strategy = SimMarket.STRATEGY.with(StyleSettings.defaults().with(style));
  }

  @Override
  public Strategy strategy() {
    return strategy;
  }

  @Override
  public MarketData market(MarketData market, VirtualClock clock) {
    return new BusyMarket(market);
  }
}
