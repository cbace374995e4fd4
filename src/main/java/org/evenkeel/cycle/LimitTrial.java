package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.policy.Exposure;
import org.evenkeel.core.policy.HardLimits;
import org.evenkeel.core.policy.LimitValues;
import org.evenkeel.core.policy.OrderGate;
import org.evenkeel.core.policy.PaceLimits;
import org.evenkeel.core.policy.ProposedOrder;
import org.evenkeel.core.policy.TradingState;
import org.evenkeel.core.route.OrderPricing;

/**
 * Stored decisions made again under given limits, with every order through the gate, one cycle after the other.
 *
 * <p>The positions of each cycle are those that were stored; every order is taken to be filled whole. What was sent
 * counts over cycles as it would have. The limits of drawdown are not tried: the brake is part of the stored inputs.
 *
 * <p>Single-threaded; one for each set of limits.
 */
final class LimitTrial {

  private final LimitValues values;
  private final HardLimits hard;
  private final List<Sent> sent = new ArrayList<>();

  LimitTrial(LimitValues values, HardLimits hard) {
    this.values = hard.tighten(values);
    this.hard = hard;
  }

  private record Sent(Instant at, InstrumentId instrument, Side side, BigDecimal value) {}

  /**
   * What came of a cycle.
   *
   * @param held why nothing was decided; empty if it was
   * @param legs the planned contracts by instrument, signed
   * @param traded the value of the orders that passed
   * @param refused what plan and gate cut or refused, in words
   */
  record Outcome(
      Optional<String> held,
      TreeMap<InstrumentId, BigDecimal> legs,
      BigDecimal traded,
      TreeSet<String> refused) {}

  /** Decides a cycle again under these limits. */
  Outcome of(CycleId cycle, DecisionInputs stored) {
    DecisionInputs inputs = under(stored);
    return switch (Decided.again(cycle, inputs, DecisionStages.SILENT)) {
      case Result.Refused<Decided> refused ->
          new Outcome(
              Optional.of(refused.refusal().toString()),
              new TreeMap<>(),
              BigDecimal.ZERO,
              new TreeSet<>());
      case Result.Ok<Decided> ok -> worked(ok.value());
    };
  }

  private DecisionInputs under(DecisionInputs stored) {
    // A plan that was bound to other limits would only be refused.
    return stored.under(stored.rules().with(values.limits()), stored.adjustments());
  }

  private Outcome worked(Decided decided) {
    TreeSet<String> refused = new TreeSet<>();
    TreeMap<InstrumentId, BigDecimal> legs = new TreeMap<>();
    decided.decision().plan().skips().stream()
        .filter(skip -> skip.refusal().reason() == RefusalReason.LIMIT)
        .forEach(skip -> refused.add(skip.instrument() + ", " + skip.refusal().detail()));
    Pass pass = new Pass(decided);
    for (PlannedLeg leg : decided.decision().plan().legs()) {
      legs.merge(leg.instrument(), leg.side().signed(leg.quantity()).value(), BigDecimal::add);
      pass.work(leg).ifPresent(no -> refused.add(leg.instrument() + " at the gate, " + no));
    }
    return new Outcome(Optional.empty(), legs, pass.traded, refused);
  }

  /** The orders of one cycle, one after the other. */
  private final class Pass {

    private final DecisionInputs inputs;
    private final Observation seen;
    private final Yardstick yardstick;
    private final Exposure exposure = new Exposure();
    private final PaceLimits pace = values.guards().pace();
    private final OrderGate gate = OrderGate.of(values, hard);
    private final Instant now;
    private BigDecimal traded = BigDecimal.ZERO;
    private int orders = 0;

    Pass(Decided decided) {
      this.inputs = decided.inputs();
      this.seen = decided.seen();
      this.yardstick = Yardstick.of(inputs.rules().universe(), inputs.market().quotes()).orThrow();
      this.now = inputs.market().receivedAt();
      inputs
          .account()
          .positions()
          .forEach(each -> exposure.setPosition(each.instrument(), each.quantity()));
    }

    /** Sends a leg in parts until one is refused. */
    Optional<Refusal> work(PlannedLeg leg) {
      InstrumentSpec spec = inputs.market().spec(leg.instrument()).orElseThrow();
      Quote quote = inputs.market().quote(leg.instrument()).orElseThrow();
      Price price =
          OrderPricing.limitPrice(leg.side(), quote, inputs.rules().execution().collar(), spec);
      Contracts left = leg.quantity();
      while (!left.isZero()) {
        ProposedOrder order =
            new ProposedOrder(
                leg.instrument(), leg.side(), part(left, spec, quote), price, leg.reduceOnly());
        Optional<Refusal> objection =
            gate.objection(order, spec, quote, circumstances(leg.instrument(), leg.side()));
        if (objection.isPresent()) {
          return objection;
        }
        left = left.minus(order.orderQty());
        filled(order, yardstick.value(spec, order.orderQty(), price).amount());
      }
      return Optional.empty();
    }

    private void filled(ProposedOrder order, BigDecimal value) {
      traded = traded.add(value);
      orders++;
      sent.add(new Sent(now, order.instrument(), order.side(), value));
      Contracts held = exposure.interval(order.instrument()).low();
      exposure.setPosition(order.instrument(), held.plus(order.side().signed(order.orderQty())));
    }

    private Contracts part(Contracts left, InstrumentSpec spec, Quote quote) {
      Money most =
          yardstick.inQuote(
              new Money(values.limits().maxOrderNotional(), yardstick.currency()), spec);
      BigDecimal fits = spec.lotsTowardZero(most, quote.mark()).value().min(spec.maxQty());
      fits = pace.maxOrderQty(spec.id()).map(Contracts::value).map(fits::min).orElse(fits);
      BigDecimal lots = Decimals.towardZeroToStep(fits.min(left.value()), spec.lotSize());
      return lots.signum() > 0 ? Contracts.of(lots) : left;
    }

    private OrderGate.Circumstances circumstances(InstrumentId id, Side side) {
      int oneWay = 0;
      for (Sent each : sent) {
        boolean isSame = each.instrument().equals(id) && each.side() == side;
        oneWay += isSame && each.at().isAfter(now.minus(pace.oneWayWindow())) ? 1 : 0;
      }
      return new OrderGate.Circumstances(
          TradingState.ACTIVE,
          seen.nav(),
          exposure,
          inputs.market().specs(),
          inputs.market().quotes(),
          yardstick,
          now,
          inputs.clocks().of(id),
          traded,
          orders,
          within(SentOrders.MINUTE),
          within(SentOrders.DAY),
          oneWay,
          Collateral.of(seen.account(), yardstick, inputs.rules().plan()).most(id),
          false,
          List.of(),
          inputs.standing().rules());
    }

    private BigDecimal within(Duration time) {
      return sent.stream()
          .filter(each -> each.at().isAfter(now.minus(time)))
          .map(Sent::value)
          .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
  }
}
