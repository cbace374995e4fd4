package org.evenkeel.property.sequence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.plan.Collateral.Pot;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.ProvenFigure;
import org.evenkeel.core.plan.sequence.Sequence;
import org.evenkeel.core.plan.sequence.SequenceBounds;
import org.evenkeel.core.plan.sequence.SequenceProver;
import org.evenkeel.core.plan.sequence.Stake;

/** One random plan: arranged, carried out on the simulated venue, and spoilt on purpose. */
final class Trial {

  /** What a prover may be blind to; the check must find that out. */
  enum Blindness {
    NONE,
    UNKNOWN_ORDERS,
    VENUES,
    COSTS,
    SETTLEMENT,
    WAITS,
    TIERS,
    WHOLE_TIERS,
    GRANTED_SIZES
  }

  private final long seed;
  private final Blindness blindness;
  private final RandomPlan plan;
  private final TreeMap<Pot, BigDecimal> funds = new TreeMap<>();
  private final BigDecimal nav;
  private final SequenceBounds bounds;
  private long states = 0;

  Trial(long seed, Blindness blindness) {
    this.seed = seed;
    this.blindness = blindness;
    this.plan = new RandomPlan(seed, 2 + (int) Math.floorMod(seed, 6L));
    VenueAccounts accounts = new VenueAccounts(plan);
    plan.wallets
        .keySet()
        .forEach(
            pot ->
                funds.put(
                    pot,
                    accounts
                        .money(pot)
                        .marginBalance()
                        .multiply(RandomPlan.price(pot.currency()))));
    this.nav = funds.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    this.bounds =
        plan.bounds(
            nav,
            VenueTiers.of(
                plan,
                switch (blindness) {
                  case TIERS -> VenueTiers.Sight.NONE;
                  case WHOLE_TIERS -> VenueTiers.Sight.PARTS;
                  case GRANTED_SIZES -> VenueTiers.Sight.RATES;
                  case NONE, UNKNOWN_ORDERS, VENUES, COSTS, SETTLEMENT, WAITS ->
                      VenueTiers.Sight.ALL;
                }));
  }

  /**
   * What came of one plan.
   *
   * @param sequence the plan as arranged
   * @param objection what the venue contradicts, if anything
   * @param isPlanted whether an unsafe variant could be made of it
   * @param isCaught whether the prover refused that
   * @param isTrulyUnsafe whether the venue breaks a bound when it is carried out
   * @param states how many books were compared
   */
  record Outcome(
      Sequence sequence,
      Optional<String> objection,
      boolean isPlanted,
      boolean isCaught,
      boolean isTrulyUnsafe,
      long states) {}

  boolean isTiered() {
    return plan.isTiered();
  }

  Outcome run() {
    Sequence sequence = prover().arrange(plan.legs);
    SortedSet<Integer> waits = blindness == Blindness.WAITS ? new TreeSet<>() : sequence.waits();
    Optional<String> objection = Optional.empty();
    for (Check.Manner manner : Check.Manner.values()) {
      objection = objection.or(() -> check(sequence.figures(), sequence.legs(), waits, manner));
    }
    objection =
        objection.or(
            () -> check(sequence.figures(), sequence.legs(), waits, Check.Manner.AT_RANDOM));
    boolean isPlanted = !sequence.waits().isEmpty();
    boolean isCaught =
        isPlanted && prover().prove(sequence.legs(), new TreeSet<>()) instanceof Result.Refused;
    return new Outcome(
        sequence,
        objection.map(text -> "seed " + seed + ": " + text),
        isPlanted,
        isCaught,
        isPlanted && breaksSomething(sequence),
        states);
  }

  /** A leg that adds, made so large that all of it breaks the limit of gross leverage; empty if none adds. */
  Optional<Boolean> isEnlargedLegRefused() {
    Sequence sequence = prover().arrange(plan.legs);
    List<PlannedLeg> legs = new ArrayList<>(sequence.legs());
    for (int i = 0; i < legs.size(); i++) {
      PlannedLeg leg = legs.get(i);
      if (!leg.reduceOnly()) {
        BigDecimal price = plan.line(leg.instrument()).value();
        BigDecimal whole = nav.multiply(bounds.gross().value()).divideToIntegralValue(price);
        Contracts more = Contracts.of(whole.add(whole).add(BigDecimal.TEN));
        legs.set(i, leg.of(more, leg.notional()));
        return Optional.of(prover().prove(legs, sequence.waits()) instanceof Result.Refused);
      }
    }
    return Optional.empty();
  }

  /** Whether the venue breaks a bound when nothing that reduces is filled and nothing waits. */
  private boolean breaksSomething(Sequence sequence) {
    List<ProvenFigure> atMost =
        sequence.figures().stream()
            .map(
                figure ->
                    new ProvenFigure(
                        figure.kind(),
                        figure.where(),
                        figure.holds() ? figure.limit() : figure.worst(),
                        figure.limit(),
                        figure.after()))
            .toList();
    for (int i = 0; i < 4; i++) {
      Check.Manner manner = i == 0 ? Check.Manner.NOTHING_REDUCED : Check.Manner.AT_RANDOM;
      if (new Check(plan, nav, atMost, seed * 31 + i)
          .objection(sequence.legs(), new TreeSet<>(), manner)
          .isPresent()) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> check(
      List<ProvenFigure> figures,
      List<PlannedLeg> legs,
      SortedSet<Integer> waits,
      Check.Manner manner) {
    Check check = new Check(plan, nav, figures, seed * 31 + states);
    Optional<String> objection = check.objection(legs, waits, manner);
    states += check.states();
    return objection;
  }

  private SequenceProver prover() {
    return switch (blindness) {
      case NONE, WAITS, TIERS, WHOLE_TIERS, GRANTED_SIZES ->
          prover(plan.stakes(RandomPlan.COST), funds);
      case SETTLEMENT ->
          prover(
              plan.lines.stream()
                  .map(
                      line ->
                          RandomPlan.stake(
                              RandomPlan.interval(line), line.inQuote(), RandomPlan.COST))
                  .toList(),
              funds);
      case COSTS -> prover(plan.stakes(BigDecimal.ZERO), funds);
      case UNKNOWN_ORDERS ->
          prover(
              plan.lines.stream()
                  .map(
                      line ->
                          RandomPlan.stake(
                              PositionInterval.at(line.id(), Contracts.of(line.held())),
                              line,
                              RandomPlan.COST))
                  .toList(),
              funds);
      case VENUES -> {
        TreeMap<Pot, BigDecimal> together = new TreeMap<>();
        funds.keySet().forEach(pot -> together.put(pot, nav));
        yield prover(plan.stakes(RandomPlan.COST), together);
      }
    };
  }

  private SequenceProver prover(List<Stake> stakes, SortedMap<Pot, BigDecimal> equity) {
    return new SequenceProver(stakes, equity, nav, bounds);
  }
}
