package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;

/**
 * Cuts what a plan adds until every limit holds at both ends of all that is uncertain, before anything is sent.
 *
 * <p>All legs that add risk are cut by one factor, which keeps their proportions; only the limit of a single instrument
 * cuts that instrument alone. What reduces is never cut. Where an exposure moves from one instrument to another, both halves
 * are cut as one; a limit under which it is the same before and after does not cut it, unless it is exceeded already. An order whose fate is open takes up its worst end of gross
 * exposure, net exposure and margin; what it is about is not added to.
 * For example, with a limit of 300,000, a known 100,000 and an open purchase that may have made 50,000 into 90,000, the
 * others may add 110,000.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class PlanWithinLimits {

  private final Universe universe;
  private final Limits limits;
  private final MarketSnapshot market;
  private final Yardstick yardstick;
  private final Collateral collateral;

  /** Limits for a plan that was made of the same market; throws if that does not price the universe. */
  public PlanWithinLimits(
      Universe universe,
      Limits limits,
      PlanSettings settings,
      MarketSnapshot market,
      AccountSnapshot account) {
    this.universe = universe;
    this.limits = limits;
    this.market = market;
    this.yardstick = Yardstick.of(universe, market.quotes()).orThrow();
    this.collateral = Collateral.of(account, yardstick, settings);
  }

  /**
   * The plan with its additions cut; every cut is named.
   *
   * @param moves by the instrument that is left the one that takes over: both halves are cut as one
   */
  public RebalancePlan cut(RebalancePlan plan, SortedMap<InstrumentId, InstrumentId> moves) {
    CutLegs legs = new CutLegs(plan, moves, market, yardstick);
    for (InstrumentId instrument : futures()) {
      Scope alone = new Scope(legs, id -> id.equals(instrument), (id, size) -> size.abs());
      legs.cut(
          leg -> isAdd(leg) && leg.instrument().equals(instrument),
          alone::isGrowing,
          alone(plan, alone, instrument));
    }
    together(plan, legs).stream()
        .filter(bound -> bound.room.isFull())
        .forEach(bound -> legs.withhold(bound.scope::isOpening, bound.room));
    cutTogether(plan, legs);
    legs.cut(leg -> !leg.reduceOnly(), pair -> true, turnover(plan, legs));
    return legs.done();
  }

  /** What hands over is cut only by limits that it grows under, so the tightest is not always the only one. */
  private void cutTogether(RebalancePlan plan, CutLegs legs) {
    for (Bound first : together(plan, legs)) {
      Bound tightest =
          together(plan, legs).stream()
              .min(Comparator.comparing((Bound bound) -> bound.room.factor()))
              .orElse(first);
      legs.cut(this::isAdd, tightest.scope::isGrowing, tightest.room);
    }
  }

  private List<InstrumentId> futures() {
    // What has ended has no price any more and is in no plan.
    return universe.riskInstruments().stream()
        .filter(id -> Instrument.isFuture(id) && market.quote(id).isPresent())
        .toList();
  }

  /** Opens or enlarges: what lowers risk and what exchanges cash do not. */
  private boolean isAdd(PlannedLeg leg) {
    return Instrument.isFuture(leg.instrument())
        ? !leg.reduceOnly()
        : leg.side() == Side.BUY && universe.riskInstruments().contains(leg.instrument());
  }

  /**
   * The possible positions once the reductions among some legs are done; those of what is uncertain may have no effect,
   * and those of what hands over come last.
   */
  private static PositionInterval reduced(
      RebalancePlan plan, List<PlannedLeg> legs, InstrumentId instrument) {
    PositionInterval possible = plan.interval(instrument);
    if (!possible.isCertain()) {
      return possible;
    }
    Contracts after = possible.low();
    for (PlannedLeg leg : legs) {
      if (leg.instrument().equals(instrument) && leg.reduceOnly()) {
        after = after.plus(leg.side().signed(leg.quantity()));
      }
    }
    return PositionInterval.at(instrument, after);
  }

  private BigDecimal value(InstrumentId instrument, Contracts contracts) {
    InstrumentSpec spec = market.spec(instrument).orElseThrow();
    return yardstick.value(spec, contracts, market.quote(instrument).orElseThrow().mark()).amount();
  }

  private BigDecimal added(List<PlannedLeg> legs, Predicate<PlannedLeg> which) {
    return legs.stream()
        .filter(which)
        .map(leg -> value(leg.instrument(), leg.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal share(RebalancePlan plan, BigDecimal ratio) {
    return plan.nav().amount().multiply(ratio);
  }

  private Room alone(RebalancePlan plan, Scope scope, InstrumentId instrument) {
    return new Room(
        "max_instrument_exposure",
        share(plan, limits.maxInstrumentExposure().value()),
        value(instrument, reduced(plan, scope.single, instrument).worst()),
        added(scope.single, leg -> isAdd(leg) && leg.instrument().equals(instrument))
            .add(scope.growth()));
  }

  private List<Bound> together(RebalancePlan plan, CutLegs legs) {
    Scope size = new Scope(legs, Instrument::isFuture, (id, value) -> value.abs());
    Scope length = new Scope(legs, Instrument::isFuture, (id, value) -> value);
    Scope depth = new Scope(legs, Instrument::isFuture, (id, value) -> value.negate());
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    BigDecimal low = BigDecimal.ZERO;
    boolean isCertain = true;
    for (InstrumentId instrument : futures()) {
      PositionInterval possible = reduced(plan, size.single, instrument);
      gross = gross.add(value(instrument, possible.worst()));
      high = high.add(value(instrument, possible.high()));
      low = low.add(value(instrument, possible.low()));
      isCertain = isCertain && possible.isCertain();
    }
    BigDecimal net = share(plan, limits.maxNetLeverage().value());
    List<Bound> bounds = new ArrayList<>();
    bounds.add(
        bound(size, "max_gross_leverage", share(plan, limits.maxGrossLeverage().value()), gross));
    bounds.add(bound(length, "max_net_leverage", net, high, Side.BUY));
    bounds.add(bound(depth, "max_net_leverage", net, low.negate(), Side.SELL));
    if (!isCertain) {
      // What is certain has been scaled by the planner.
      futures().stream()
          .flatMap(id -> Collateral.Pot.of(id).stream())
          .distinct()
          .forEach(pot -> bounds.add(margin(plan, legs, pot)));
    }
    return bounds;
  }

  private Bound bound(Scope scope, String name, BigDecimal limit, BigDecimal taken, Side... sides) {
    Predicate<PlannedLeg> adds =
        leg ->
            !leg.reduceOnly()
                && scope.covers.test(leg.instrument())
                && (sides.length == 0 || leg.side() == sides[0]);
    return new Bound(
        scope, new Room(name, limit, taken, added(scope.single, adds).add(scope.growth())));
  }

  /** The gross exposure that the collateral in a pot carries. */
  private Bound margin(RebalancePlan plan, CutLegs legs, Collateral.Pot pot) {
    Scope scope =
        new Scope(
            legs,
            id -> Collateral.Pot.of(id).filter(pot::equals).isPresent(),
            (id, value) -> value.abs());
    BigDecimal gross =
        futures().stream()
            .filter(scope.covers)
            .map(id -> value(id, reduced(plan, scope.single, id).worst()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return bound(scope, "max_margin_use", collateral.carries(pot), gross);
  }

  private Room turnover(RebalancePlan plan, CutLegs legs) {
    List<PlannedLeg> single = legs.single();
    BigDecimal taken = added(single, PlannedLeg::reduceOnly);
    BigDecimal wanted = added(single, leg -> !leg.reduceOnly());
    for (Handover pair : legs.handovers()) {
      BigDecimal common = legs.common(pair);
      taken = taken.add(legs.value(pair.from()).subtract(common));
      wanted = wanted.add(common).add(legs.value(pair.to()));
    }
    return new Room(
        "max_cycle_turnover", share(plan, limits.maxCycleTurnover().value()), taken, wanted);
  }

  /** A room and what takes it up. */
  private record Bound(Scope scope, Room room) {}

  /** How a limit measures positions. */
  private interface Measure {
    BigDecimal of(InstrumentId instrument, BigDecimal value);
  }

  /** What a limit is about: some instruments, and how their positions count. */
  private final class Scope {
    private final List<PlannedLeg> single;
    private final List<Handover> pairs;
    private final CutLegs legs;
    private final Predicate<InstrumentId> covers;
    private final Measure measure;

    Scope(CutLegs legs, Predicate<InstrumentId> covers, Measure measure) {
      this.legs = legs;
      this.single = legs.single();
      this.pairs = legs.handovers();
      this.covers = covers;
      this.measure = measure;
    }

    BigDecimal growth() {
      return pairs.stream().map(this::growth).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    boolean isGrowing(Handover pair) {
      return growth(pair).signum() > 0;
    }

    /** Whether it opens anything that the limit counts. */
    boolean isOpening(Handover pair) {
      return pair.legs().stream()
          .anyMatch(leg -> !leg.reduceOnly() && covers.test(leg.instrument()));
    }

    /** What a handover takes up more once it is done; before and in between it takes up no more than the larger of both. */
    private BigDecimal growth(Handover pair) {
      TreeMap<InstrumentId, Contracts> change = new TreeMap<>();
      pair.legs().stream()
          .filter(leg -> covers.test(leg.instrument()))
          .forEach(
              leg ->
                  change.merge(
                      leg.instrument(), leg.side().signed(leg.quantity()), Contracts::plus));
      BigDecimal growth = BigDecimal.ZERO;
      for (Map.Entry<InstrumentId, Contracts> one : change.entrySet()) {
        Contracts start = legs.start(one.getKey());
        growth =
            growth
                .add(measured(one.getKey(), start.plus(one.getValue())))
                .subtract(measured(one.getKey(), start));
      }
      return growth.max(BigDecimal.ZERO);
    }

    private BigDecimal measured(InstrumentId id, Contracts contracts) {
      return measure.of(id, value(id, contracts));
    }
  }
}
