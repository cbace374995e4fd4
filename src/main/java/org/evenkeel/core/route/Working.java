package org.evenkeel.core.route;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;

/**
 * The next action of an intent that is worked patiently, as a pure function of where it stands.
 *
 * <p>PASSIVE: an order rests at the touch; when the touch has left it for an interval it is canceled and replaced; at the
 * end of the patience it is canceled and the rest crosses. TWAP: a slice is taken at equal distances, each an equal part of
 * what is left. No order is sent within an interval of the one before it, and none is larger than the room that the
 * participation cap leaves in an interval; only what reduces risk crosses at the end whatever its size, because leaving it
 * undone would keep the risk.
 *
 * <p>What is left to do is told at every step by whoever asks: it is computed from what is booked, never from what was
 * sent.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Working {

  /** The longest time between two looks at an order that rests. */
  private static final Duration LOOK = Duration.ofSeconds(2);

  private Working() {}

  /**
   * How an intent is worked.
   *
   * @param style PASSIVE or TWAP
   * @param side the direction
   * @param reduces whether it only takes risk off
   * @param startedAt when the work began
   * @param interval time within which no second order is sent
   * @param patience how long it may rest in all; of no meaning for TWAP
   * @param slices number of slices; of no meaning for PASSIVE
   * @param room most lots of one order
   * @param smallest fewest lots of one order
   * @param lot size of a lot
   * @param crossings most orders that cross at the end
   */
  public record Terms(
      ExecutionStyle style,
      Side side,
      boolean reduces,
      Instant startedAt,
      Duration interval,
      Duration patience,
      int slices,
      Contracts room,
      Contracts smallest,
      BigDecimal lot,
      int crossings) {

    /** When resting ends. */
    public Instant deadline() {
      return startedAt.plus(patience);
    }
  }

  /**
   * Where an intent stands.
   *
   * @param now the clock
   * @param remaining lots still wanted, by what is booked and by fresh prices
   * @param resting the price of the order that rests, if one does
   * @param touch the best price of the own side
   * @param lastSentAt when the newest order was sent
   * @param sent orders sent so far
   * @param crossed orders sent so far after the patience was over
   * @param mayRest whether orders that only rest are still of use
   * @param mayTrade whether this intent may trade at all; false when it is halted, stopped or frozen
   */
  public record State(
      Instant now,
      Contracts remaining,
      Optional<Price> resting,
      Price touch,
      Optional<Instant> lastSentAt,
      int sent,
      int crossed,
      boolean mayRest,
      boolean mayTrade) {}

  /** What is to be done. */
  public sealed interface Step {

    /** An order of its own. */
    record Place(Contracts quantity, TimeInForce life) implements Step {}

    /** The resting order is taken back, and its end awaited. */
    record Cancel(String why) implements Step {}

    /** Nothing until then, but for a look at what rests. */
    record WaitUntil(Instant moment) implements Step {}

    /** Nothing more; what is left stays, and why. */
    record Done(String why) implements Step {}
  }

  /** The next step. */
  public static Step next(Terms terms, State state) {
    if (!state.mayTrade()) {
      return end(state, "trading has been stopped meanwhile");
    }
    if (state.remaining().value().signum() <= 0) {
      return end(state, "nothing is left to do");
    }
    if (state.resting().isPresent()) {
      return whileResting(terms, state, state.resting().get());
    }
    Instant free = state.lastSentAt().map(at -> at.plus(terms.interval())).orElse(state.now());
    if (state.now().isBefore(free)) {
      return new Step.WaitUntil(free);
    }
    return switch (terms.style()) {
      case PASSIVE ->
          state.mayRest() && state.now().isBefore(terms.deadline())
              ? slice(terms, state, state.remaining(), TimeInForce.GTX)
              : crossing(terms, state);
      case TWAP -> state.sent() < terms.slices() ? nextSlice(terms, state) : atTheEnd(terms, state);
      case IOC, AUTO ->
          throw new IllegalArgumentException(terms.style() + " is not worked patiently");
    };
  }

  private static Step end(State state, String why) {
    return state.resting().isPresent() ? new Step.Cancel(why) : new Step.Done(why);
  }

  private static Step whileResting(Terms terms, State state, Price price) {
    if (!state.now().isBefore(terms.deadline())) {
      return new Step.Cancel("its time is up");
    }
    Instant stale = state.lastSentAt().orElse(terms.startedAt()).plus(terms.interval());
    if (hasLeft(terms.side(), price, state.touch()) && !state.now().isBefore(stale)) {
      return new Step.Cancel("the touch has moved from " + price + " to " + state.touch());
    }
    Instant look = state.now().plus(LOOK);
    return new Step.WaitUntil(look.isBefore(terms.deadline()) ? look : terms.deadline());
  }

  /** Others offer better than we do. A touch that is worse than ours is our own order, or soon will be. */
  private static boolean hasLeft(Side side, Price resting, Price touch) {
    int towards = touch.compareTo(resting);
    return side == Side.BUY ? towards > 0 : towards < 0;
  }

  private static Step nextSlice(Terms terms, State state) {
    BigDecimal left = BigDecimal.valueOf((long) terms.slices() - state.sent());
    BigDecimal lots =
        Decimals.ceilingToStep(
            state.remaining().value().divide(left, Decimals.PRECISION), terms.lot());
    return slice(terms, state, new Contracts(lots), TimeInForce.IOC);
  }

  private static Step crossing(Terms terms, State state) {
    if (state.crossed() >= terms.crossings()) {
      return atTheEnd(terms, state);
    }
    return terms.reduces()
        ? new Step.Place(state.remaining(), TimeInForce.IOC)
        : slice(terms, state, state.remaining(), TimeInForce.IOC);
  }

  /** What takes risk off is tried at once and whole, as if it had never been patient. */
  private static Step atTheEnd(Terms terms, State state) {
    boolean mayCross = terms.reduces() && state.crossed() < terms.crossings();
    return mayCross
        ? new Step.Place(state.remaining(), TimeInForce.IOC)
        : new Step.Done("its orders are spent");
  }

  /** Never more than the room or what is left, and no dust behind it if that can be had. */
  private static Step slice(Terms terms, State state, Contracts wanted, TimeInForce life) {
    BigDecimal remaining = state.remaining().value();
    BigDecimal room = terms.room().value();
    BigDecimal lots = wanted.value().max(terms.smallest().value()).min(remaining);
    BigDecimal rest = remaining.subtract(lots);
    if (rest.signum() > 0 && rest.compareTo(terms.smallest().value()) < 0) {
      lots = remaining;
    }
    lots = lots.min(room);
    if (lots.compareTo(terms.smallest().value().min(remaining)) < 0) {
      return terms.reduces()
          ? new Step.Place(state.remaining(), TimeInForce.IOC)
          : new Step.Done(
              "the participation cap leaves room for "
                  + terms.room()
                  + " contracts in "
                  + terms.interval().toSeconds()
                  + " s, the smallest order has "
                  + terms.smallest());
    }
    return new Step.Place(new Contracts(lots), life);
  }
}
