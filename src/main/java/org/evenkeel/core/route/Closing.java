package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.ProposedOrder;

/**
 * The next step toward zero of one position: an order, or the reason why none is needed or possible.
 *
 * <p>Sized from what the venue says is held at this moment and rounded down to lots, so no order can do more than close.
 * The collar doubles with every try that moved nothing, up to a bound; for example 0.002, 0.004, 0.008, 0.016, 0.03.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Closing {

  /** Tries that may move nothing before a position is given up for this pass. */
  public static final int TRIES = 6;

  private Closing() {}

  /**
   * How closing orders are cut and priced.
   *
   * @param collar distance of the first limit price beyond the touch
   * @param mostCollar the bound of that distance, and of the distance from the mark
   * @param maxOrderNotional the largest value of one order, in NAV currency; where no rate is known it is taken for
   *     quote currency, which only makes the slices larger or smaller
   */
  public record Terms(Ratio collar, Ratio mostCollar, BigDecimal maxOrderNotional) {

    public Terms {
      if (maxOrderNotional.signum() <= 0) {
        throw new IllegalArgumentException("an order must be worth something");
      }
    }

    Ratio collarAfter(int misses) {
      Ratio collar = this.collar;
      for (int i = 0; i < misses && collar.compareTo(mostCollar) < 0; i++) {
        collar = new Ratio(collar.value().multiply(BigDecimal.TWO));
      }
      return collar.compareTo(mostCollar) < 0 ? collar : mostCollar;
    }
  }

  /** What is to be done about one position. */
  public sealed interface Step {

    /** Nothing is held. */
    record Flat() implements Step {}

    /** What is held is too little for any order that the venue takes. */
    record Dust(Contracts held, String why) implements Step {}

    /** An order that closes all or a part. */
    record Slice(ProposedOrder order) implements Step {}
  }

  /**
   * Why a position is not closed by this bot, and what to do; empty if it is.
   *
   * <p>No venue here lists a quanto contract: what its orders may be worth at most is not told in a currency that it is
   * priced in, and no order of one was ever tried.
   */
  public static Optional<Refusal> objection(InstrumentSpec spec) {
    return spec.instrument() instanceof Instrument.QuantoPerpetual
        ? Optional.of(
            Refusal.of(
                RefusalReason.INVALID_INPUT,
                spec.id()
                    + " is a quanto contract and is valued in "
                    + spec.valuedIn()
                    + ", no order of it can be sized; close it on the venue's page"))
        : Optional.empty();
  }

  /**
   * The next step; throws {@link IllegalArgumentException} for what has an {@link #objection}.
   *
   * @param held what the venue says is held now, with sign; of a coin what is free
   * @param misses tries in a row that moved nothing
   */
  public static Step next(
      Contracts held, InstrumentSpec spec, Quote quote, int misses, Terms terms) {
    if (held.isZero()) {
      return new Step.Flat();
    }
    BigDecimal lots = Decimals.towardZeroToStep(held.abs().value(), spec.lotSize());
    boolean isSpot = spec.instrument() instanceof Instrument.Spot;
    if (lots.signum() == 0 || lots.compareTo(spec.minQty()) < 0) {
      return new Step.Dust(held, "less than the smallest order, " + text(spec.minQty()));
    }
    if (isSpot && isTooCheap(lots, spec, quote)) {
      return new Step.Dust(held, "worth less than the smallest order, " + text(spec.minNotional()));
    }
    Side side = held.value().signum() > 0 ? Side.SELL : Side.BUY;
    return new Step.Slice(
        new ProposedOrder(
            spec.id(),
            side,
            new Contracts(cut(lots, spec, quote, terms, isSpot)),
            price(side, quote, terms.collarAfter(misses), terms.mostCollar(), spec),
            !isSpot));
  }

  /** How many orders the whole of a position needs if each is filled. */
  public static int slices(Contracts held, InstrumentSpec spec, Quote quote, Terms terms) {
    BigDecimal lots = Decimals.towardZeroToStep(held.abs().value(), spec.lotSize());
    BigDecimal most = most(spec, quote, terms);
    // A coin's last slice but one may be halved, so that what is left is worth an order.
    int spare = spec.instrument() instanceof Instrument.Spot ? 1 : 0;
    return lots.divide(most, 0, RoundingMode.CEILING).intValueExact() + spare;
  }

  /** One order's quantity; a part of a coin never leaves a rest that could not be sold. */
  private static BigDecimal cut(
      BigDecimal lots, InstrumentSpec spec, Quote quote, Terms terms, boolean isSpot) {
    BigDecimal most = most(spec, quote, terms);
    if (lots.compareTo(most) <= 0) {
      return lots;
    }
    BigDecimal rest = lots.subtract(most);
    boolean leavesDust =
        rest.compareTo(spec.minQty()) < 0 || (isSpot && isTooCheap(rest, spec, quote));
    BigDecimal half =
        Decimals.towardZeroToStep(lots.multiply(new BigDecimal("0.5")), spec.lotSize());
    return leavesDust && half.compareTo(smallest(spec)) >= 0 ? half : most;
  }

  /** The largest order in lots, and never less than the venue takes: a limit that no order fits would keep the risk. */
  private static BigDecimal most(InstrumentSpec spec, Quote quote, Terms terms) {
    Money value = new Money(terms.maxOrderNotional(), spec.instrument().quote());
    BigDecimal most = spec.lotsTowardZero(value, quote.mark()).value().min(spec.maxQty());
    BigDecimal lots = Decimals.towardZeroToStep(most, spec.lotSize());
    return lots.max(smallest(spec));
  }

  private static BigDecimal smallest(InstrumentSpec spec) {
    return Decimals.ceilingToStep(spec.minQty().max(spec.lotSize()), spec.lotSize());
  }

  private static boolean isTooCheap(BigDecimal lots, InstrumentSpec spec, Quote quote) {
    return spec.notional(new Contracts(lots), quote.bid()).amount().compareTo(spec.minNotional())
        < 0;
  }

  /** The touch and a collar beyond it, but never further from the mark than the bound. */
  private static Price price(
      Side side, Quote quote, Ratio collar, Ratio bound, InstrumentSpec spec) {
    Price wanted = OrderPricing.limitPrice(side, quote, collar, spec);
    BigDecimal mark = quote.mark().value();
    return switch (side) {
      case SELL -> {
        BigDecimal lowest =
            Decimals.ceilingToStep(
                mark.multiply(BigDecimal.ONE.subtract(bound.value())), spec.tickSize());
        yield new Price(wanted.value().max(lowest));
      }
      case BUY -> {
        BigDecimal highest =
            Decimals.floorToStep(mark.multiply(BigDecimal.ONE.add(bound.value())), spec.tickSize());
        yield new Price(wanted.value().min(highest));
      }
    };
  }

  private static String text(BigDecimal value) {
    return Decimals.text(value);
  }
}
