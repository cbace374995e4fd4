package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;

/**
 * The instrument of every leg that may be held in several: the one of least total expected cost until the next cycle.
 *
 * <p>The cost of a candidate is that of trading from what is held of it to what is wanted, of closing what is held in the
 * others, and of holding it until the next cycle. So a position moves only if that saves more than the move costs, and
 * nothing flips back and forth. Between equal costs nothing moves.
 *
 * <p>For example, with 10,000 USDT in a perpetual whose longs are expected to pay 30 USDT until tomorrow, and a venue where
 * they pay none, the position moves if closing here and opening there costs less than 30 USDT.
 *
 * <p>An inverse contract is chosen by what it and its coins are exposed to together ({@link HoldingCost}); only the coins
 * of its own wallet are margin for it, so without them it cannot be chosen, which is said with what would be needed.
 *
 * <p>Where a leg is rolled as well, the roll decides first which contract of the series stands in the choice; then that
 * contract and the others are compared, each with the cost of leaving what is held, and one of them takes over all of it.
 *
 * <p>Legs choose one after the other, by sleeve; each sees what margin and money the ones before it leave.
 *
 * <p>Single-threaded, used for one plan.
 */
final class InstrumentChooser {

  private final PlanScope scope;
  private final Standing standing;
  private final Instant next;
  private final boolean maySwitch;
  private final RoomLeft room;
  private final List<InstrumentChoice> choices = new ArrayList<>();
  private final TreeSet<InstrumentId> moving = new TreeSet<>();

  /**
   * @param next when the next decision is due
   * @param maySwitch false where nothing may be added, so that a position that is left could not be opened elsewhere
   */
  InstrumentChooser(PlanScope scope, Standing standing, Instant next, boolean maySwitch) {
    this.scope = scope;
    this.standing = standing;
    this.next = next;
    this.maySwitch = maySwitch;
    this.room = new RoomLeft(scope);
  }

  /** The universe in which every leg names the instrument in which it is held from now on. */
  Universe universe(SortedMap<SleeveId, Ratio> exposures) {
    Universe universe = scope.universe();
    if (universe.alternatives().isEmpty()) {
      return universe;
    }
    reserve(exposures);
    List<Sleeve> sleeves = new ArrayList<>();
    for (Sleeve sleeve : universe.sleeves()) {
      List<Leg> legs = new ArrayList<>();
      for (Leg leg : sleeve.legs()) {
        legs.add(leg.alternatives().isEmpty() ? leg : decided(sleeve, leg, exposures));
      }
      sleeves.add(new Sleeve(sleeve.id(), sleeve.sleeveClass(), sleeve.riskBudget(), legs));
    }
    return universe.with(sleeves);
  }

  List<InstrumentChoice> choices() {
    return List.copyOf(choices);
  }

  /** The instruments between which a position moves: both of its trades are made, or neither. */
  SortedSet<InstrumentId> moving() {
    return new TreeSet<>(moving);
  }

  /** What all legs need where they are held now is spoken for before the first of them chooses. */
  private void reserve(SortedMap<SleeveId, Ratio> exposures) {
    for (Sleeve sleeve : scope.universe().sleeves()) {
      for (Leg leg : sleeve.legs()) {
        HoldingCost cost = cost(leg);
        InstrumentId id = incumbent(leg, cost);
        room.take(id, wanted(sleeve, leg, exposures), cost.held(id));
      }
    }
  }

  private Leg decided(Sleeve sleeve, Leg leg, SortedMap<SleeveId, Ratio> exposures) {
    HoldingCost cost = cost(leg);
    Money wanted = wanted(sleeve, leg, exposures);
    InstrumentId before = incumbent(leg, cost);
    room.give(before, wanted, cost.held(before));
    List<CandidateCost> candidates = new ArrayList<>();
    for (InstrumentId id : leg.instruments()) {
      CandidateCost found = cost.of(id, wanted, withBeside(leg));
      Optional<String> fault =
          found.isFit() ? fault(id, wanted, cost.held(id), found) : Optional.empty();
      candidates.add(fault.map(found::not).orElse(found));
    }
    Optional<String> stays = stays(leg, wanted, cost);
    CandidateCost best = best(candidates, before);
    InstrumentId chosen = stays.isPresent() ? before : best.instrument();
    room.take(chosen, wanted, cost.held(chosen));
    for (InstrumentId id : withBeside(leg)) {
      boolean isLeft = !id.equals(chosen) && cost.isHeld(id);
      if (isLeft) {
        moving.add(id);
        moving.add(chosen);
      }
    }
    choices.add(
        new InstrumentChoice(
            sleeve.id(),
            chosen,
            before,
            wanted,
            candidates,
            stays.orElseGet(() -> why(best, candidates, before))));
    return leg.heldIn(chosen);
  }

  private static String why(
      CandidateCost best, List<CandidateCost> candidates, InstrumentId before) {
    if (!best.isFit()) {
      return "none of them can be chosen, so it stays where it is";
    }
    return best.instrument().equals(before)
        ? "nothing else costs less"
        : "it costs less than "
            + before
            + ", the move included"
            + (candidates.stream().anyMatch(one -> one.instrument().equals(before) && !one.isFit())
                ? ", which cannot be held"
                : "");
  }

  /** The cheapest of those that can be chosen; of equal ones where it is, then the earlier in the configuration. */
  static CandidateCost best(List<CandidateCost> candidates, InstrumentId before) {
    CandidateCost best =
        candidates.stream()
            .filter(one -> one.instrument().equals(before))
            .findFirst()
            .orElseThrow();
    for (CandidateCost one : candidates) {
      boolean isBetter = !best.isFit() || one.total().compareTo(best.total()) < 0;
      if (one.isFit() && isBetter) {
        best = one;
      }
    }
    return best;
  }

  /** Why nothing moves, whatever it costs. */
  private Optional<String> stays(Leg leg, Money wanted, HoldingCost cost) {
    if (wanted.isZero()) {
      return Optional.of("nothing is wanted of it");
    }
    if (!maySwitch) {
      return Optional.of("nothing may be added now, so what is left could not be opened elsewhere");
    }
    for (InstrumentId id : withBeside(leg)) {
      TradeRule rule = standing.rule(id);
      if (standing.isFrozen(id)) {
        return Optional.of("an order or a break of " + id + " is open");
      }
      if (cost.isHeld(id) && rule != TradeRule.FREE && rule != TradeRule.CLOSE) {
        return Optional.of(id + " is under " + rule.inWords());
      }
    }
    return Optional.empty();
  }

  /** Why an instrument that is priced cannot be chosen. */
  private Optional<String> fault(InstrumentId id, Money wanted, Money held, CandidateCost cost) {
    InstrumentSpec spec = scope.spec(id);
    TradeRule rule = standing.rule(id);
    if (rule != TradeRule.FREE) {
      return Optional.of("it is under " + rule.inWords());
    }
    Allowance allowance =
        spec.listing().allowance(scope.market().receivedAt(), scope.settings().endNotice());
    if (allowance != Allowance.ANY) {
      return Optional.of("it may not be added to: " + spec.listing().describe());
    }
    Money inQuote = scope.yardstick().inQuote(wanted, spec).abs();
    if (inQuote.amount().compareTo(spec.minNotional()) < 0
        || spec.nearestLots(inQuote, scope.quote(id).mark()).isZero()) {
      return Optional.of(inQuote + " are less than the venue takes, " + spec.minNotional());
    }
    return room.lacking(id, wanted, held, cost.fee().add(cost.spread()).add(cost.impact()));
  }

  private Money wanted(Sleeve sleeve, Leg leg, SortedMap<SleeveId, Ratio> exposures) {
    BigDecimal exposure = exposures.getOrDefault(sleeve.id(), Ratio.ZERO).value();
    return scope.nav().times(new Ratio(exposure.multiply(leg.ratio())));
  }

  /** The leg's instruments and the contracts of its series that are left, whatever it is held in from now on. */
  private List<InstrumentId> withBeside(Leg leg) {
    List<InstrumentId> all = new ArrayList<>(leg.instruments());
    leg.instruments().forEach(id -> all.addAll(beside(id)));
    return all;
  }

  private List<InstrumentId> beside(InstrumentId carrier) {
    return scope.universe().rolls().beside().entrySet().stream()
        .filter(entry -> entry.getValue().equals(carrier))
        .map(Map.Entry::getKey)
        .toList();
  }

  /**
   * Where most of it is held; the leg's first instrument if nothing is. What a contract is rolled into is held there
   * already: whether it rolls is decided, and the choice is between the series and the others.
   */
  private InstrumentId incumbent(Leg leg, HoldingCost cost) {
    InstrumentId most = leg.instrument();
    for (InstrumentId id : leg.instruments()) {
      if (held(id, cost).compareTo(held(most, cost)) > 0) {
        most = id;
      }
    }
    return most;
  }

  private BigDecimal held(InstrumentId id, HoldingCost cost) {
    BigDecimal held = cost.held(id).abs().amount();
    for (InstrumentId left : beside(id)) {
      held = held.add(cost.held(left).abs().amount());
    }
    return held;
  }

  private HoldingCost cost(Leg leg) {
    return new HoldingCost(scope, next, PriceVolatility.annual(scope.market(), leg.instrument()));
  }
}
