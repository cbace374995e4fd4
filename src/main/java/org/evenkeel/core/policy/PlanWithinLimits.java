package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;

/**
 * Cuts what a plan adds until every limit holds at both ends of all that is uncertain, before anything is sent.
 *
 * <p>All legs that add risk are cut by one factor, which keeps their proportions; only the limit of a single instrument
 * cuts that instrument alone. What reduces is never cut. An order whose fate is open takes up its worst end of gross
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

  /** The plan with its additions cut; every cut is named. */
  public RebalancePlan cut(RebalancePlan plan) {
    Legs legs = new Legs(plan.legs());
    for (InstrumentId instrument : futures()) {
      legs.cut(leg -> isAdd(leg) && leg.instrument().equals(instrument), alone(plan, instrument));
    }
    Room tightest =
        together(plan, legs.kept).stream().min(Comparator.comparing(Room::factor)).orElseThrow();
    legs.cut(this::isAdd, tightest);
    legs.cut(leg -> !leg.reduceOnly(), turnover(plan, legs.kept));
    return plan.with(legs.kept, legs.skips);
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

  /** The possible positions once the plan's reductions are done; those of what is uncertain may have no effect. */
  private PositionInterval reduced(RebalancePlan plan, InstrumentId instrument) {
    PositionInterval possible = plan.interval(instrument);
    if (!possible.isCertain()) {
      return possible;
    }
    Contracts after = possible.low();
    for (PlannedLeg leg : plan.legs()) {
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

  private Room alone(RebalancePlan plan, InstrumentId instrument) {
    return new Room(
        "max_instrument_exposure",
        share(plan, limits.maxInstrumentExposure().value()),
        value(instrument, reduced(plan, instrument).worst()),
        added(plan.legs(), leg -> isAdd(leg) && leg.instrument().equals(instrument)));
  }

  private List<Room> together(RebalancePlan plan, List<PlannedLeg> legs) {
    BigDecimal gross = BigDecimal.ZERO;
    BigDecimal high = BigDecimal.ZERO;
    BigDecimal low = BigDecimal.ZERO;
    boolean isCertain = true;
    for (InstrumentId instrument : futures()) {
      PositionInterval possible = reduced(plan, instrument);
      gross = gross.add(value(instrument, possible.worst()));
      high = high.add(value(instrument, possible.high()));
      low = low.add(value(instrument, possible.low()));
      isCertain = isCertain && possible.isCertain();
    }
    Predicate<PlannedLeg> adds = leg -> Instrument.isFuture(leg.instrument()) && !leg.reduceOnly();
    BigDecimal all = added(legs, adds);
    BigDecimal net = share(plan, limits.maxNetLeverage().value());
    List<Room> rooms = new ArrayList<>();
    rooms.add(
        new Room("max_gross_leverage", share(plan, limits.maxGrossLeverage().value()), gross, all));
    rooms.add(
        new Room(
            "max_net_leverage", net, high, added(legs, adds.and(leg -> leg.side() == Side.BUY))));
    rooms.add(
        new Room(
            "max_net_leverage",
            net,
            low.negate(),
            added(legs, adds.and(leg -> leg.side() == Side.SELL))));
    if (!isCertain) {
      // What is certain has been scaled by the planner.
      futures().stream()
          .flatMap(id -> Collateral.Pot.of(id).stream())
          .distinct()
          .forEach(pot -> rooms.add(margin(plan, legs, pot)));
    }
    return rooms;
  }

  private static boolean isIn(Collateral.Pot pot, InstrumentId id) {
    return Collateral.Pot.of(id).filter(pot::equals).isPresent();
  }

  /** The gross exposure that the collateral in a pot carries. */
  private Room margin(RebalancePlan plan, List<PlannedLeg> legs, Collateral.Pot pot) {
    BigDecimal gross =
        futures().stream()
            .filter(id -> isIn(pot, id))
            .map(id -> value(id, reduced(plan, id).worst()))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    Predicate<PlannedLeg> adds = leg -> !leg.reduceOnly() && isIn(pot, leg.instrument());
    return new Room("max_margin_use", collateral.carries(pot), gross, added(legs, adds));
  }

  private Room turnover(RebalancePlan plan, List<PlannedLeg> legs) {
    return new Room(
        "max_cycle_turnover",
        share(plan, limits.maxCycleTurnover().value()),
        added(legs, PlannedLeg::reduceOnly),
        added(legs, leg -> !leg.reduceOnly()));
  }

  /** The legs in the making. */
  private final class Legs {
    private final List<PlannedLeg> kept;
    private final List<Skip> skips = new ArrayList<>();

    Legs(List<PlannedLeg> legs) {
      this.kept = new ArrayList<>(legs);
    }

    void cut(Predicate<PlannedLeg> which, Room room) {
      BigDecimal factor = room.factor();
      if (factor.compareTo(BigDecimal.ONE) >= 0) {
        return;
      }
      SortedMap<Integer, PlannedLeg> less = new TreeMap<>();
      for (int i = 0; i < kept.size(); i++) {
        if (which.test(kept.get(i))) {
          less.put(i, cut(kept.get(i), factor, room));
        }
      }
      less.forEach(kept::set);
      kept.removeIf(leg -> leg.quantity().isZero());
    }

    /** The leg in whole lots, or with nothing left of it if that is under the venue's minimum. */
    private PlannedLeg cut(PlannedLeg leg, BigDecimal factor, Room room) {
      InstrumentSpec spec = market.spec(leg.instrument()).orElseThrow();
      Contracts lots =
          new Contracts(
              Decimals.towardZeroToStep(leg.quantity().value().multiply(factor), spec.lotSize()));
      boolean isTooSmall =
          lots.value().compareTo(spec.minQty()) < 0
              || inQuote(spec, lots).compareTo(spec.minNotional()) < 0;
      Contracts less = isTooSmall ? Contracts.ZERO : lots;
      skips.add(
          new Skip(
              leg.instrument(),
              Refusal.of(
                  RefusalReason.LIMIT,
                  leg.side()
                      + " "
                      + leg.quantity()
                      + " is cut to "
                      + less
                      + ": "
                      + room.inWords())));
      return leg.of(less, yardstick.value(spec, less, leg.arrivalPrice()));
    }

    /** The venue's minimum is in its own currency. */
    private BigDecimal inQuote(InstrumentSpec spec, Contracts lots) {
      return spec.notional(lots, market.quote(spec.id()).orElseThrow().mark()).amount();
    }
  }
}
