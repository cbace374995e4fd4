package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Handover;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.Skip;

/**
 * The legs of a plan while limits cut them.
 *
 * <p>The two halves of a handover are cut as one. Of what both have in common each keeps the same part, so that the net
 * exposure is as planned, but for at most one lot; what leaves beyond that is a reduction and is never cut.
 * Where what remains would be too small for a venue, neither half is traded now.
 *
 * <p>Single-threaded, used for one plan.
 */
final class CutLegs {

  private final RebalancePlan plan;
  private final SortedMap<InstrumentId, InstrumentId> moves;
  private final MarketSnapshot market;
  private final Yardstick yardstick;
  private final List<PlannedLeg> kept;
  private final List<Skip> skips = new ArrayList<>();

  /**
   * @param moves by the instrument that is left the one that takes over
   */
  CutLegs(
      RebalancePlan plan,
      SortedMap<InstrumentId, InstrumentId> moves,
      MarketSnapshot market,
      Yardstick yardstick) {
    this.plan = plan;
    this.moves = moves;
    this.market = market;
    this.yardstick = yardstick;
    this.kept = new ArrayList<>(plan.legs());
  }

  RebalancePlan done() {
    return plan.with(kept, skips);
  }

  List<PlannedLeg> legs() {
    return List.copyOf(kept);
  }

  List<Handover> handovers() {
    return Handover.among(kept, moves);
  }

  /** The legs that are half of nothing. */
  List<PlannedLeg> single() {
    List<Handover> pairs = handovers();
    return kept.stream()
        .filter(leg -> pairs.stream().noneMatch(pair -> pair.has(leg.instrument())))
        .toList();
  }

  BigDecimal value(InstrumentId instrument, Contracts contracts) {
    return yardstick
        .value(spec(instrument), contracts, market.quote(instrument).orElseThrow().mark())
        .amount();
  }

  /** The position from which the plan starts. */
  Contracts start(InstrumentId instrument) {
    return plan.current(instrument);
  }

  BigDecimal value(List<PlannedLeg> legs) {
    return legs.stream()
        .map(leg -> value(leg.instrument(), leg.quantity()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The value that leaves one instrument and comes to another: what both halves of a handover have in common. */
  BigDecimal common(Handover pair) {
    return value(pair.from()).min(value(pair.to()));
  }

  /** Cuts single legs and handovers by the factor of a room. */
  void cut(Predicate<PlannedLeg> which, Predicate<Handover> pairs, Room room) {
    BigDecimal factor = room.factor();
    if (factor.compareTo(BigDecimal.ONE) >= 0) {
      return;
    }
    for (PlannedLeg leg : single()) {
      if (which.test(leg)) {
        replace(List.of(leg), cut(leg, factor), room.inWords());
      }
    }
    handovers().stream().filter(pairs).forEach(pair -> cut(pair, factor, room));
  }

  /** Leaves out what hands over where nothing may be opened at all. */
  void withhold(Predicate<Handover> pairs, Room room) {
    handovers().stream().filter(pairs).forEach(pair -> cut(pair, BigDecimal.ZERO, room));
  }

  private void cut(Handover pair, BigDecimal factor, Room room) {
    BigDecimal leaving = value(pair.from());
    BigDecimal coming = value(pair.to());
    BigDecimal common = leaving.min(coming);
    BigDecimal beyond = leaving.subtract(common);
    List<PlannedLeg> to = fitting(pair.to(), factor.multiply(quantity(pair.to())));
    BigDecimal moved = Decimals.quotient(value(to).multiply(common), coming);
    Optional<List<PlannedLeg>> from = part(pair.from(), beyond.add(moved));
    if (from.isEmpty() || to.isEmpty()) {
      to = List.of();
      from = part(pair.from(), beyond);
    }
    String why = "as one with the other half of its move to " + pair.taker() + ": ";
    replace(pair.from(), from.orElse(List.of()), why + room.inWords());
    replace(pair.to(), to, why + room.inWords());
  }

  /** Legs worth a value together, in the proportions of what they are; empty if a venue does not take them. */
  private Optional<List<PlannedLeg>> part(List<PlannedLeg> legs, BigDecimal wanted) {
    TreeMap<InstrumentId, List<PlannedLeg>> byName = new TreeMap<>();
    legs.forEach(leg -> byName.computeIfAbsent(leg.instrument(), id -> new ArrayList<>()).add(leg));
    BigDecimal factor = Decimals.quotient(wanted, value(legs));
    BigDecimal owed = BigDecimal.ZERO;
    List<PlannedLeg> parts = new ArrayList<>();
    for (List<PlannedLeg> its : byName.values()) {
      InstrumentSpec spec = spec(its.getFirst().instrument());
      BigDecimal unit = value(spec.id(), Contracts.of(BigDecimal.ONE));
      BigDecimal due = value(its).multiply(factor).add(owed);
      BigDecimal lots =
          Decimals.nearestToStep(Decimals.quotient(due, unit), spec.lotSize())
              .max(BigDecimal.ZERO)
              .min(quantity(its));
      List<PlannedLeg> some = fitting(its, lots);
      if (quantity(some).compareTo(lots) != 0 || isDustLeft(spec, its, lots)) {
        return Optional.empty();
      }
      owed = due.subtract(lots.multiply(unit));
      parts.addAll(some);
    }
    return Optional.of(parts);
  }

  /** Coins under the venue's minimum could never be sold; a contract may always be closed whole. */
  private boolean isDustLeft(InstrumentSpec spec, List<PlannedLeg> legs, BigDecimal sold) {
    BigDecimal rest = plan.current(spec.id()).value().abs().subtract(sold);
    return !Instrument.isFuture(spec.id())
        && sold.compareTo(quantity(legs)) < 0
        && rest.signum() > 0
        && rest.compareTo(smallest(spec)) < 0;
  }

  /** The first of some legs of one instrument up to a quantity in whole lots, none too small for the venue. */
  private List<PlannedLeg> fitting(List<PlannedLeg> legs, BigDecimal most) {
    InstrumentSpec spec = spec(legs.getFirst().instrument());
    BigDecimal left = Decimals.towardZeroToStep(most, spec.lotSize());
    List<PlannedLeg> fitting = new ArrayList<>();
    for (PlannedLeg leg : legs) {
      BigDecimal size = leg.quantity().value().min(left);
      boolean isWhole = size.compareTo(leg.quantity().value()) == 0;
      if (size.signum() == 0 || (!isWhole && size.compareTo(smallest(spec)) < 0)) {
        break;
      }
      fitting.add(isWhole ? leg : sized(leg, new Contracts(size)));
      left = left.subtract(size);
    }
    return fitting;
  }

  private List<PlannedLeg> cut(PlannedLeg leg, BigDecimal factor) {
    return fitting(List.of(leg), factor.multiply(leg.quantity().value()));
  }

  private void replace(List<PlannedLeg> before, List<PlannedLeg> after, String why) {
    for (PlannedLeg leg : before) {
      Contracts less =
          after.stream()
              .filter(one -> one.number() == leg.number())
              .map(PlannedLeg::quantity)
              .findFirst()
              .orElse(Contracts.ZERO);
      if (!less.equals(leg.quantity())) {
        skips.add(
            new Skip(
                leg.instrument(),
                Refusal.of(
                    RefusalReason.LIMIT,
                    leg.side() + " " + leg.quantity() + " is cut to " + less + ": " + why)));
      }
      int at = kept.indexOf(leg);
      if (less.isZero()) {
        kept.remove(at);
      } else {
        kept.set(at, sized(leg, less));
      }
    }
  }

  private PlannedLeg sized(PlannedLeg leg, Contracts quantity) {
    return quantity.equals(leg.quantity())
        ? leg
        : leg.of(quantity, yardstick.value(spec(leg.instrument()), quantity, leg.arrivalPrice()));
  }

  private static BigDecimal quantity(List<PlannedLeg> legs) {
    return legs.stream()
        .map(leg -> leg.quantity().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal smallest(InstrumentSpec spec) {
    return OrderGate.smallest(spec, market.quote(spec.id()).orElseThrow().mark()).value();
  }

  private InstrumentSpec spec(InstrumentId id) {
    return market.spec(id).orElseThrow();
  }
}
