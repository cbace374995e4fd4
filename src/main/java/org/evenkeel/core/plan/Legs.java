package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;

/**
 * The legs of a plan in the making: bands, minimums and the split at zero.
 *
 * <p>Single-threaded, used for one plan.
 */
final class Legs {

  private final PlanSettings settings;
  private final Standing standing;
  private final Yardstick yardstick;
  private final Instant now;
  private final List<TargetPosition> targets = new ArrayList<>();
  private final List<PlannedLeg> legs = new ArrayList<>();
  private final List<Skip> skips = new ArrayList<>();

  Legs(PlanSettings settings, Standing standing, Yardstick yardstick, Instant now) {
    this.settings = settings;
    this.standing = standing;
    this.yardstick = yardstick;
    this.now = now;
  }

  /** Adds what leads from the current position to the target, or the reason why nothing does. */
  void add(TargetPosition position, InstrumentSpec spec, Quote quote) {
    add(position, spec, quote, true);
  }

  /** The same; without a band where the trade has been weighed otherwise. */
  void add(TargetPosition position, InstrumentSpec spec, Quote quote, boolean hasBand) {
    targets.add(position);
    Contracts delta = position.target().minus(position.current());
    TradeRule rule = standing.rule(position.instrument());
    if (rule.compareTo(TradeRule.NO_TRADE) >= 0 || rule == TradeRule.KEEP) {
      if (!delta.isZero()) {
        skip(position, RefusalReason.OVERRIDE, "it is under " + rule.inWords());
      }
    } else if (standing.isFrozen(position.instrument())) {
      reduceFrozen(position, spec, quote, delta);
    } else if (delta.isZero()) {
      return;
    } else if (!mayReduce(spec)) {
      skip(
          position,
          RefusalReason.INSTRUMENT_NOT_TRADING,
          "the venue takes no orders for it now: " + spec.listing().describe());
    } else if (hasBand && isInsideBand(position, delta)) {
      skip(
          position,
          RefusalReason.INSIDE_NO_TRADE_BAND,
          delta + " contracts are within " + settings.noTradeBand() + " of the target");
    } else if (crossesZero(position)) {
      Contracts close = position.current().negated();
      leg(position, spec, quote, position.current(), close, "close before turning");
      leg(position, spec, quote, Contracts.ZERO, position.target(), "open on the other side");
    } else {
      leg(position, spec, quote, position.current(), delta, "toward the target");
    }
  }

  /** Sells all of a coin that must not be held, whatever the band. */
  void leave(TargetPosition position, InstrumentSpec spec, Quote quote, String reason) {
    if (standing.rule(position.instrument()) != TradeRule.FREE
        || standing.isFrozen(position.instrument())
        || !mayReduce(spec)
        || position.current().isZero()) {
      add(position, spec, quote, false);
      return;
    }
    targets.add(position);
    Contracts all = position.current().negated();
    leg(position, spec, quote, position.current(), all, reason);
  }

  /** The legs so far, in the order of their making. */
  List<PlannedLeg> legs() {
    return List.copyOf(legs);
  }

  /** Of what is frozen only as much is closed as is right whatever becomes of its open orders. */
  private void reduceFrozen(
      TargetPosition position, InstrumentSpec spec, Quote quote, Contracts delta) {
    Optional<PositionInterval> possible = standing.reducible(position.instrument());
    Contracts change =
        possible
            .filter(interval -> Instrument.isFuture(spec.id()) && mayReduce(spec))
            .map(interval -> interval.safeReductionToward(position.target()))
            .orElse(Contracts.ZERO);
    if (!change.isZero() && !isInsideBand(position, change)) {
      leg(position, spec, quote, possible.orElseThrow().low(), change, "safe at both ends");
    } else if (!delta.isZero()) {
      skip(
          position,
          RefusalReason.INSTRUMENT_FROZEN,
          possible
              .map(interval -> "the fate of an order is open; it holds " + interval)
              .orElse("an order or a break of it is open"));
    }
  }

  /** Names a position that is left as it is although its share asks for something else. */
  void keep(TargetPosition position, RefusalReason reason, String detail) {
    targets.add(position);
    skip(position, reason, detail);
  }

  RebalancePlan inSequence(Money nav, Ratio marginScale) {
    targets.forEach(this::requireBetween);
    return new RebalancePlan(
        nav,
        marginScale,
        targets,
        Planner.numbered(legs),
        skips,
        standing.intervals(),
        standing.ledger());
  }

  /** The second, independent computation of every sign: a flipped side would leave the span of held and wanted. */
  private void requireBetween(TargetPosition position) {
    BigDecimal after = position.current().value();
    for (PlannedLeg leg : legs) {
      if (leg.instrument().equals(position.instrument())) {
        BigDecimal quantity = leg.quantity().value();
        after = leg.side() == Side.BUY ? after.add(quantity) : after.subtract(quantity);
      }
    }
    BigDecimal held = position.current().value();
    BigDecimal wanted = position.target().value();
    if (after.compareTo(held.min(wanted)) < 0 || after.compareTo(held.max(wanted)) > 0) {
      throw new IllegalStateException(
          position + " would become " + after.toPlainString() + " by " + legs);
    }
  }

  private boolean isInsideBand(TargetPosition position, Contracts delta) {
    BigDecimal width = position.target().abs().value().multiply(settings.noTradeBand().value());
    return delta.abs().value().compareTo(width) <= 0;
  }

  private static boolean crossesZero(TargetPosition position) {
    return position.current().value().signum() * position.target().value().signum() < 0;
  }

  private void leg(
      TargetPosition position,
      InstrumentSpec spec,
      Quote quote,
      Contracts held,
      Contracts change,
      String reason) {
    Contracts quantity =
        new Contracts(Decimals.towardZeroToStep(change.abs().value(), spec.lotSize()));
    boolean reduces = held.value().signum() * change.value().signum() < 0;
    Money notional = spec.notional(quantity, quote.mark());
    boolean isCertain = !standing.isFrozen(spec.id());
    boolean isFullClose =
        isCertain && reduces && Instrument.isFuture(spec.id()) && quantity.equals(held.abs());
    boolean isTooSmall =
        quantity.value().compareTo(spec.minQty()) < 0
            || quantity.isZero()
            || notional.amount().compareTo(spec.minNotional()) < 0;
    if (isTooSmall && !isFullClose) {
      skip(
          position,
          RefusalReason.BELOW_VENUE_MINIMUM,
          quantity + " contracts worth " + notional + "; the venue asks for " + spec.minNotional());
      return;
    }
    legs.add(
        new PlannedLeg(
            0,
            spec.id(),
            Side.of(change),
            quantity,
            reduces && Instrument.isFuture(spec.id()),
            quote.mid(),
            yardstick.value(spec, quantity, quote.mark()),
            reason));
  }

  /** What the listing of an instrument lets be done with it now. */
  Allowance allowance(InstrumentSpec spec) {
    return spec.listing().allowance(now, settings.endNotice());
  }

  private boolean mayReduce(InstrumentSpec spec) {
    return allowance(spec).mayReduce();
  }

  private void skip(TargetPosition position, RefusalReason reason, String detail) {
    skips.add(new Skip(position.instrument(), Refusal.of(reason, detail)));
  }
}
