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

/**
 * What could be held of each future at worst: the position and every working order at its full remaining size, in the
 * direction that hurts.
 *
 * <p>For example, long 3 with an unanswered buy of 2 and an open sell of 4 is at worst long 5 or short 1.
 * Coins on spot markets are not exposure but cash.
 *
 * <p>Not thread-safe; one per cycle, updated as orders end.
 */
public final class Exposure {

  private final SortedMap<InstrumentId, Contracts> positions = new TreeMap<>();
  private final SortedMap<InstrumentId, Contracts> openBuys = new TreeMap<>();
  private final SortedMap<InstrumentId, Contracts> openSells = new TreeMap<>();

  /** Sets what is held. */
  public void setPosition(InstrumentId instrument, Contracts position) {
    positions.put(instrument, position);
  }

  /** Counts a working order at its full remaining size. */
  public void addWorking(InstrumentId instrument, Side side, Contracts leaves) {
    (side == Side.BUY ? openBuys : openSells).merge(instrument, leaves, Contracts::plus);
  }

  /** The largest absolute position that could come about, in contracts. */
  public Contracts worst(InstrumentId instrument) {
    Contracts position = positions.getOrDefault(instrument, Contracts.ZERO);
    Contracts longest = position.plus(openBuys.getOrDefault(instrument, Contracts.ZERO));
    Contracts shortest = position.minus(openSells.getOrDefault(instrument, Contracts.ZERO));
    return longest.abs().compareTo(shortest.abs()) >= 0 ? longest.abs() : shortest.abs();
  }

  /** The largest notional of one future at its mark price, in quote currency. */
  public BigDecimal worstNotional(InstrumentSpec spec, Quote quote) {
    return switch (spec.instrument()) {
      case Instrument.Spot spot -> BigDecimal.ZERO;
      case Instrument.LinearPerpetual perpetual ->
          spec.notional(worst(spec.id()), quote.mark()).abs().amount();
    };
  }

  /** The largest gross notional of all futures that have a specification and a quote. */
  public BigDecimal worstGross(List<InstrumentSpec> specs, List<Quote> quotes) {
    BigDecimal gross = BigDecimal.ZERO;
    for (InstrumentSpec spec : specs) {
      for (Quote quote : quotes) {
        if (quote.instrument().equals(spec.id())) {
          gross = gross.add(worstNotional(spec, quote));
        }
      }
    }
    return gross;
  }
}
