package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.PositionInterval;

/**
 * What could be held of each future: the position, and every working order at its full remaining size.
 *
 * <p>For example, long 3 with an unanswered buy of 2 and an open sell of 4 is at worst long 5 or short 1.
 * Coins on spot markets are not exposure but cash.
 *
 * <p>Not thread-safe; one per order, of what is known when it is proposed.
 */
public final class Exposure {

  private final SortedMap<InstrumentId, PositionInterval> possible = new TreeMap<>();

  /** Sets what is held. */
  public void setPosition(InstrumentId instrument, Contracts position) {
    possible.put(instrument, PositionInterval.at(instrument, position));
  }

  /** Counts a working order at its full remaining size. */
  public void addWorking(InstrumentId instrument, Side side, Contracts leaves) {
    possible.put(instrument, interval(instrument).after(side, leaves));
  }

  /** The same with one more order. */
  public Exposure with(ProposedOrder order) {
    Exposure more = new Exposure();
    more.possible.putAll(possible);
    more.addWorking(order.instrument(), order.side(), order.orderQty());
    return more;
  }

  /** The positions possible in an instrument. */
  public PositionInterval interval(InstrumentId instrument) {
    return possible.getOrDefault(instrument, PositionInterval.at(instrument, Contracts.ZERO));
  }

  /** The largest absolute position that could come about, in contracts. */
  public Contracts worst(InstrumentId instrument) {
    return interval(instrument).worst();
  }

  /** The largest notional of one future at its mark price, in NAV currency. */
  public BigDecimal worstNotional(InstrumentSpec spec, Quote quote, Yardstick yardstick) {
    return value(spec, quote, yardstick, worst(spec.id()));
  }

  /** The largest gross notional of all futures that have a specification and a quote. */
  public BigDecimal worstGross(
      List<InstrumentSpec> specs, List<Quote> quotes, Yardstick yardstick) {
    return sum(specs, quotes, yardstick, PositionInterval::worst);
  }

  /** The largest net notional without its sign: all at their high ends, or all at their low ones. */
  public BigDecimal worstNet(List<InstrumentSpec> specs, List<Quote> quotes, Yardstick yardstick) {
    BigDecimal high = sum(specs, quotes, yardstick, PositionInterval::high);
    BigDecimal low = sum(specs, quotes, yardstick, PositionInterval::low);
    return high.abs().max(low.abs());
  }

  private interface End {
    Contracts of(PositionInterval interval);
  }

  private BigDecimal sum(
      List<InstrumentSpec> specs, List<Quote> quotes, Yardstick yardstick, End end) {
    BigDecimal sum = BigDecimal.ZERO;
    for (InstrumentSpec spec : specs) {
      for (Quote quote : quotes) {
        if (quote.instrument().equals(spec.id())) {
          sum = sum.add(value(spec, quote, yardstick, end.of(interval(spec.id()))));
        }
      }
    }
    return sum;
  }

  private static BigDecimal value(
      InstrumentSpec spec, Quote quote, Yardstick yardstick, Contracts contracts) {
    return switch (spec.instrument()) {
      case Instrument.Spot spot -> BigDecimal.ZERO;
      case Instrument.Future future -> yardstick.value(spec, contracts, quote.mark()).amount();
    };
  }
}
