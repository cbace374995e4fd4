package org.evenkeel.cycle;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.policy.ClosingGate;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.route.Closing;

/**
 * Closes everything: cancels what works, then sends reduce-only IOC slices, one per instrument and round, until flat.
 *
 * <p>Every round sizes its slices from the venue's own account, never from the ledger, so it is right whatever our records
 * say, and safe beside orders without answer: the venue lets none of the slices do more than close. One pass sends at
 * most {@link Outcome#bound} orders.
 *
 * <p>Coins are sold as far as they are free; stablecoins and the NAV currency stay. Single-threaded.
 */
public final class Flatten {

  private static final int READINGS = 5;
  private static final int QUOTE_READINGS = 3;
  private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

  private final Strategy strategy;
  private final MarketData market;
  private final Venues venues;
  private final SpecBook specs;
  private final Observatory observatory;
  private final WorkingOrders working;
  private final Clock clock;
  private final ClosingGate gate;

  /** What cannot be closed here, with the reason; recorded once, and told at the end of every pass. */
  private final TreeMap<InstrumentId, String> refused = new TreeMap<>();

  public Flatten(Strategy strategy, MarketData market, Venues venues, SpecBook specs, Clock clock) {
    this.strategy = strategy;
    this.market = market;
    this.venues = venues;
    this.specs = specs;
    this.observatory = new Observatory(strategy, market, venues, clock);
    this.working = new WorkingOrders(strategy, venues, clock);
    this.clock = clock;
    this.gate = new ClosingGate(strategy.limits());
  }

  /**
   * How a pass ended.
   *
   * @param isFlat whether the venue reads flat, nothing works there, and no order's fate is open
   * @param orders orders sent
   * @param bound the most that could have been sent: of each instrument the slices of its position times the tries of a
   *     slice and one
   * @param text what is left, and why
   */
  public record Outcome(boolean isFlat, int orders, int bound, String text) {

    public Outcome {
      if (orders > bound) {
        throw new IllegalStateException(orders + " orders of a flatten that may send " + bound);
      }
    }
  }

  /** How closing orders are cut and priced: the collar of every order, widened to the price collar at most. */
  public static Closing.Terms terms(Strategy strategy) {
    return new Closing.Terms(
        strategy.execution().collar(),
        strategy.limits().priceCollar(),
        strategy.limits().maxOrderNotional());
  }

  /** One pass. */
  public Outcome run(FlattenHand hand) {
    Outcome outcome = withRefused(pass(hand));
    hand.end(outcome);
    return outcome;
  }

  private Outcome withRefused(Outcome outcome) {
    StringBuilder text = new StringBuilder(outcome.text());
    refused.forEach((id, why) -> text.append("; ").append(id).append(" is refused: ").append(why));
    return new Outcome(outcome.isFlat(), outcome.orders(), outcome.bound(), text.toString());
  }

  private Outcome pass(FlattenHand hand) {
    boolean isClear = working.cancelAll();
    Count tally = new Count(hand);
    List<Pass> passes = new ArrayList<>();
    List<String> troubles = new ArrayList<>();
    // A venue that does not answer must not keep the others from being closed.
    for (Venue venue : venues.all()) {
      Pass pass = new Pass(venue, tally);
      passes.add(pass);
      pass.close()
          .ifPresent(trouble -> troubles.add(venue.capabilities().venue() + ": " + trouble));
    }
    if (!troubles.isEmpty()) {
      return tally.ended(false, String.join("; ", troubles));
    }
    int open = hand.followUp();
    if (open > 0) {
      return tally.ended(false, open + " orders without a final answer");
    }
    // Only what is read after the last order has ended proves anything: a late one could have come
    // in between.
    boolean isStillClear = working.cancelAll();
    List<String> left = new ArrayList<>();
    boolean leavesMore = false;
    for (Pass pass : passes) {
      switch (confirmedAccount(pass.venue)) {
        case Result.Refused<AccountSnapshot> refused ->
            troubles.add(pass.venue.capabilities().venue() + ": " + refused.refusal());
        case Result.Ok<AccountSnapshot> account -> {
          left.addAll(left(account.value()));
          leavesMore = pass.leavesMore(account.value()) || leavesMore;
        }
      }
    }
    if (!troubles.isEmpty()) {
      return tally.ended(false, String.join("; ", troubles));
    }
    String text = left.isEmpty() ? "flat" : "left: " + String.join("; ", left);
    boolean isFlat = isClear && isStillClear && !leavesMore;
    return tally.ended(isFlat, isClear && isStillClear ? text : text + "; orders may work");
  }

  private List<InstrumentId> riskInstruments() {
    return LiveContracts.at(strategy.universe(), clock.now()).riskInstruments();
  }

  /** What is held after a pass, dust included, in words. */
  private List<String> left(AccountSnapshot account) {
    List<String> left = new ArrayList<>();
    List<InstrumentId> ours = riskInstruments();
    for (InstrumentId instrument : ours) {
      Contracts held = account.closable(instrument);
      if (!held.isZero()) {
        left.add(held + " of " + instrument);
      }
    }
    for (VenuePosition other : account.positions()) {
      if (!ours.contains(other.instrument())) {
        left.add(other.quantity() + " of " + other.instrument() + ", which is not in the universe");
      }
    }
    return left;
  }

  /** An account that shows nothing at all is an answer about nothing; no position is believed only at the second time. */
  private Result<AccountSnapshot> confirmedAccount(Venue venue) {
    return patiently(() -> credibleAccount(venue))
        .then(
            first ->
                first.positions().isEmpty()
                    ? patiently(() -> credibleAccount(venue))
                    : Result.ok(first));
  }

  private Result<AccountSnapshot> credibleAccount(Venue venue) {
    return venue
        .account()
        .then(
            account ->
                account.balances().stream().anyMatch(balance -> balance.total().signum() != 0)
                    ? Result.ok(account)
                    : Result.refused(
                        RefusalReason.VENUE_UNAVAILABLE,
                        "the account at "
                            + venue.capabilities().venue()
                            + " shows no money at all"));
  }

  private <T> Result<T> patiently(Supplier<Result<T>> reading) {
    Result<T> result = reading.get();
    for (int i = 1; i < READINGS && result instanceof Result.Refused<T>; i++) {
      clock.sleep(BETWEEN_READINGS);
      result = reading.get();
    }
    return result;
  }

  /** The orders of a pass over all venues. */
  private static final class Count {
    private final FlattenHand hand;
    private final TreeMap<InstrumentId, Integer> mostTries = new TreeMap<>();
    private int orders = 0;

    Count(FlattenHand hand) {
      this.hand = hand;
    }

    Outcome ended(boolean isFlat, String text) {
      int bound = mostTries.values().stream().mapToInt(Integer::intValue).sum();
      return new Outcome(isFlat, orders, bound, text);
    }
  }

  /** What is done and known at one venue in one pass. */
  private final class Pass {
    private final Venue venue;
    private final Count tally;
    private final Closing.Terms terms = terms(strategy);
    private final TreeMap<InstrumentId, Contracts> before = new TreeMap<>();
    private final TreeMap<InstrumentId, Integer> misses = new TreeMap<>();
    private final TreeMap<InstrumentId, Integer> tries = new TreeMap<>();

    Pass(Venue venue, Count tally) {
      this.venue = venue;
      this.tally = tally;
    }

    /** Rounds until nothing more can be closed; the reason why it had to stop before, if it had to. */
    Optional<Refusal> close() {
      Result<Duration> offset = patiently(() -> observatory.clockOffset(venue));
      while (true) {
        if (!tally.hand.mayGoOn()) {
          return Optional.of(Refusal.of(RefusalReason.TRADING_STATE, "another order was given"));
        }
        Result<AccountSnapshot> account = confirmedAccount(venue);
        if (account instanceof Result.Refused<AccountSnapshot> refused) {
          return Optional.of(refused.refusal());
        }
        if (offset instanceof Result.Refused<Duration> refused) {
          return Optional.of(refused.refusal());
        }
        if (!round(account.orThrow(), offset.orThrow())) {
          return Optional.empty();
        }
      }
    }

    /** One slice for each instrument that has one left to try; false if there was none. */
    private boolean round(AccountSnapshot account, Duration offset) {
      boolean isAnyLeft = false;
      for (InstrumentId instrument : riskInstruments()) {
        Contracts held = account.closable(instrument);
        if (held.isZero() && Instrument.parse(instrument).venue().equals(account.venue())) {
          refused.remove(instrument);
        }
        if (!held.isZero() && mayTry(instrument)) {
          isAnyLeft = attempt(instrument, held, offset) || isAnyLeft;
        }
      }
      return isAnyLeft;
    }

    private boolean mayTry(InstrumentId instrument) {
      return tries.getOrDefault(instrument, 0)
          < tally.mostTries.getOrDefault(instrument, Closing.TRIES + 1);
    }

    /** One try; false if there is nothing to be tried. */
    private boolean attempt(InstrumentId instrument, Contracts held, Duration offset) {
      tries.merge(instrument, 1, Integer::sum);
      Optional<Quote> quote = quote(instrument);
      Optional<InstrumentSpec> spec = spec(instrument);
      if (quote.isEmpty() || spec.isEmpty()) {
        return true;
      }
      Contracts last = Optional.ofNullable(before.put(instrument, held)).orElse(Contracts.ZERO);
      misses.merge(instrument, 0, (missed, zero) -> held.equals(last) ? missed + 1 : 0);
      Result<Closing.Step> step = step(held, spec.get(), quote.get());
      if (step instanceof Result.Refused<Closing.Step> no) {
        return refuse(instrument, no.refusal());
      }
      return step.orThrow() instanceof Closing.Step.Slice slice
          && send(slice.order(), spec.get(), quote.get(), held, offset);
    }

    /** One instrument of which no order can be made must not keep the others from being closed. */
    private Result<Closing.Step> step(Contracts held, InstrumentSpec spec, Quote quote) {
      Optional<Refusal> objection = Closing.objection(spec);
      if (objection.isPresent()) {
        return Result.refused(objection.get());
      }
      try {
        tally.mostTries.computeIfAbsent(
            spec.id(), id -> Closing.slices(held, spec, quote, terms) * (Closing.TRIES + 1));
        return Result.ok(Closing.next(held, spec, quote, misses.getOrDefault(spec.id(), 0), terms));
      } catch (IllegalArgumentException | ArithmeticException defect) {
        return Result.refused(
            RefusalReason.INVALID_INPUT,
            "no order of "
                + spec.id()
                + " can be made, "
                + defect
                + "; close it on the venue's page");
      }
    }

    /** Nothing is to be tried; the pass leaves a record, even if it sends no order at all. */
    private boolean refuse(InstrumentId instrument, Refusal why) {
      if (refused.put(instrument, why.toString()) == null) {
        tally.hand.record();
      }
      return false;
    }

    private boolean send(
        ProposedOrder order, InstrumentSpec spec, Quote quote, Contracts held, Duration offset) {
      boolean mayBeSent =
          gate.objection(order, spec, quote, held, clock.now(), offset).isEmpty()
              && tally.hand.mayGoOn();
      if (mayBeSent) {
        tally.orders++;
        tally.hand.send(order, tally.orders, quote.mid(), offset);
      }
      return true;
    }

    /** Asked again at once, so that a lost answer does not use up a try. */
    private Optional<Quote> quote(InstrumentId instrument) {
      for (int i = 0; i < QUOTE_READINGS; i++) {
        if (market.quotes(List.of(instrument)) instanceof Result.Ok<List<Quote>> ok) {
          return ok.value().stream().findFirst();
        }
      }
      return Optional.empty();
    }

    private Optional<InstrumentSpec> spec(InstrumentId instrument) {
      if (specs.spec(instrument).isEmpty()
          && market.specs(List.of(instrument)) instanceof Result.Ok<List<InstrumentSpec>> ok) {
        specs.learn(ok.value());
      }
      return specs.spec(instrument);
    }

    /** True if more than dust is held: a position whose smallest order is not known counts as more. */
    boolean leavesMore(AccountSnapshot account) {
      for (InstrumentId instrument : riskInstruments()) {
        Contracts held = account.closable(instrument);
        if (!held.isZero() && !isDust(instrument, held)) {
          return true;
        }
      }
      return false;
    }

    private boolean isDust(InstrumentId instrument, Contracts held) {
      Optional<Quote> quote = quote(instrument);
      Optional<InstrumentSpec> spec = spec(instrument);
      return quote.isPresent()
          && spec.isPresent()
          && Closing.objection(spec.get()).isEmpty()
          && Closing.next(held, spec.get(), quote.get(), 0, terms) instanceof Closing.Step.Dust;
    }
  }
}
