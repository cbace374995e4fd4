package org.evenkeel.core.route;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;

/** The worst price an order accepts: a reference and a collar beyond it, rounded to the tick on the careful side. */
public final class OrderPricing {

  private OrderPricing() {}

  /** What the collar is measured from. */
  public enum Reference {
    /** The best price of the other side: the collar bounds what is paid beyond the spread. */
    TOUCH,
    /** The middle of the book: the collar bounds what is paid with half of the spread, so it must be wider than that. */
    MID,
    /** The venue's mark price: an order through a book that has left it behind is not filled. */
    MARK
  }

  /**
   * The limit price of an order, the collar taken from the reference that is asked for.
   *
   * <p>Never further than the collar from the touch, too: that is what a plan's sequence was proven with.
   */
  public static Price limitPrice(
      Side side, Quote quote, Ratio collar, Reference reference, InstrumentSpec spec) {
    Price touch = touch(side, quote);
    Price wanted =
        switch (reference) {
          case TOUCH -> touch;
          case MID -> quote.mid();
          case MARK -> quote.mark();
        };
    boolean isCareful = side == Side.BUY == wanted.compareTo(touch) < 0;
    return beyond(side, isCareful ? wanted : touch, collar, spec);
  }

  /** The best price of the side that is taken from. */
  static Price touch(Side side, Quote quote) {
    return side == Side.BUY ? quote.ask() : quote.bid();
  }

  /** The best price of the own side, at which an order rests. */
  public static Price resting(Side side, Quote quote) {
    return side == Side.BUY ? quote.bid() : quote.ask();
  }

  /** For example, buying at an ask of 100 with a collar of 0.002 and a tick of 0.1 gives 100.2. */
  public static Price limitPrice(Side side, Quote quote, Ratio collar, InstrumentSpec spec) {
    return limitPrice(side, quote, collar, Reference.TOUCH, spec);
  }

  private static Price beyond(Side side, Price from, Ratio collar, InstrumentSpec spec) {
    BigDecimal fraction = collar.value();
    return switch (side) {
      case BUY ->
          new Price(
              Decimals.floorToStep(
                  from.value().multiply(BigDecimal.ONE.add(fraction)), spec.tickSize()));
      case SELL ->
          new Price(
              Decimals.ceilingToStep(
                  from.value().multiply(BigDecimal.ONE.subtract(fraction)), spec.tickSize()));
    };
  }
}
