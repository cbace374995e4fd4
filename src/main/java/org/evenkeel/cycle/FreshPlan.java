package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.HeldOut;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.SequenceProof;
import org.evenkeel.core.plan.TargetPosition;
import org.evenkeel.core.policy.SafeSequence;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.Remainder;
import org.evenkeel.core.settle.FlowEntry;

/**
 * What of an intent is still wanted and still proven to be safe, asked before every order but its first.
 *
 * <p>Single-threaded.
 */
final class FreshPlan {

  private final Strategy strategy;
  private final Journal journal;
  private final RebalancePlan plan;
  private final Observation planned;

  FreshPlan(Strategy strategy, Journal journal, RebalancePlan plan, Observation planned) {
    this.strategy = strategy;
    this.journal = journal;
    this.plan = plan;
    this.planned = planned;
  }

  /** Contracts that are still wanted: the way to the planned weight, at fresh prices, from what is booked. */
  Contracts remaining(Intent intent, Contracts left, Observation fresh) {
    InstrumentId id = intent.instrument();
    InstrumentSpec spec = fresh.market().spec(id).orElseThrow();
    return Remainder.of(
        intent.side(),
        end(intent),
        held(id),
        left,
        spec.lotSize(),
        moment(spec, planned),
        moment(spec, fresh));
  }

  /** What is booked of an instrument; coins that nobody has explained yet were none for the plan, and are none now. */
  private Contracts held(InstrumentId id) {
    return switch (Instrument.parse(id)) {
      case Instrument.Future future -> journal.ledger().position(id);
      case Instrument.Spot spot -> {
        HeldOut heldOut = FlowEntry.heldOut(journal.accounting().flows());
        BigDecimal coins = journal.ledger().coins(spot.venue(), spot.base());
        yield Contracts.of(coins.subtract(heldOut.coins(spot.venue(), spot.base())));
      }
    };
  }

  /** The position once this intent and those before it are done. */
  private Contracts end(Intent intent) {
    Contracts end = plan.current(intent.instrument());
    for (PlannedLeg leg : plan.legs()) {
      if (leg.instrument().equals(intent.instrument()) && leg.number() <= intent.leg()) {
        end = end.plus(leg.side().signed(leg.quantity()));
      }
    }
    return end;
  }

  private Remainder.Moment moment(InstrumentSpec spec, Observation seen) {
    return new Remainder.Moment(
        yardstick(seen)
            .value(spec, Contracts.of("1"), seen.market().quote(spec.id()).orElseThrow().mark()),
        seen.nav());
  }

  private Yardstick yardstick(Observation seen) {
    return Yardstick.of(strategy.universe(), seen.market().quotes()).orThrow();
  }

  /** Why a quantity may not be sent from the book as it is now; empty if its safety is proven anew. */
  Optional<Refusal> unproven(Intent intent, Contracts quantity, Observation fresh) {
    InstrumentSpec spec = fresh.market().spec(intent.instrument()).orElseThrow();
    PlannedLeg leg =
        new PlannedLeg(
            0,
            intent.instrument(),
            intent.side(),
            quantity,
            intent.reduceOnly(),
            intent.arrivalPrice(),
            yardstick(fresh)
                .value(spec, quantity, fresh.market().quote(spec.id()).orElseThrow().mark())
                .abs(),
            "what is left");
    RebalancePlan rest =
        new RebalancePlan(
            fresh.nav(),
            plan.marginScale(),
            plan.targets().stream().map(this::asHeld).toList(),
            List.of(leg),
            List.of(),
            List.copyOf(Standings.unresolved(journal).values()),
            Standings.version(journal.ledger()));
    Result<RebalancePlan> proven =
        new SafeSequence(
                strategy.universe(),
                strategy.limits(),
                strategy.plan(),
                strategy.execution().collar(),
                fresh.market(),
                fresh.account())
            .proven(rest);
    return switch (proven) {
      case Result.Refused<RebalancePlan> refused -> Optional.of(refused.refusal());
      case Result.Ok<RebalancePlan> ok -> difference(leg, ok.value());
    };
  }

  private static Optional<Refusal> difference(PlannedLeg leg, RebalancePlan proven) {
    boolean isWhole =
        proven.legs().size() == 1
            && SequenceProof.Step.of(proven.legs().get(0)).equals(SequenceProof.Step.of(leg));
    return isWhole
        ? Optional.empty()
        : Optional.of(
            Refusal.of(
                RefusalReason.PLAN_UNPROVED,
                "what is left, "
                    + leg.quantity()
                    + " contracts, is not safe any more at fresh prices: "
                    + proven.skips()));
  }

  private TargetPosition asHeld(TargetPosition target) {
    return new TargetPosition(
        target.instrument(),
        held(target.instrument()),
        target.exact(),
        target.target(),
        target.targetNotional());
  }
}
