package org.evenkeel.core.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.parity.GroupCap;
import org.evenkeel.core.parity.SleeveAdjustments;
import org.evenkeel.core.plan.TradeRule;

/**
 * All overrides together: the one place that says how they add up.
 *
 * <p>For every sleeve, in this order:
 *
 * <ol>
 *   <li>no-trade before close before freeze-weight before reduce-only: of several the strictest holds, see {@link
 *       TradeRule};
 *   <li>exclude: the sleeve leaves the problem before it is solved, and the others share its risk;
 *   <li>the product of the multipliers of all scopes it is in;
 *   <li>caps on exposure, then caps on the share of risk: of all groups it is in the tightest. The others are not solved
 *       anew; what is freed stays in cash.
 * </ol>
 *
 * <p>A rule for one leg of a sleeve of several legs is a rule for all of them, because one leg alone would be a new
 * position. An instrument is closed if all sleeves with it are; if another sleeve still wants it, the closed part leaves
 * its target and the rest is reduce-only, or kept if it is frozen too. Stablecoins are cash: every rule of a scope they are in stops their exchange.
 * The order in which overrides are listed does not matter, and one that is listed twice counts once.
 *
 * <p>The kill switch stands above: a flatten closes also what is under no-trade.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param sleeves what is left of each sleeve
 * @param rules the instruments that are not free to trade
 * @param caps the most that groups of sleeves may be
 */
public record Mandates(
    SortedMap<SleeveId, Mandate> sleeves,
    SortedMap<InstrumentId, TradeRule> rules,
    List<GroupCap> caps) {

  public Mandates {
    sleeves = Collections.unmodifiableSortedMap(new TreeMap<>(sleeves));
    rules = Collections.unmodifiableSortedMap(new TreeMap<>(rules));
    caps = List.copyOf(caps);
  }

  /** What the overrides leave of a universe; one whose name the universe does not have is without effect. */
  public static Mandates of(Universe universe, List<OperatorOverride> overrides) {
    TreeMap<SleeveId, Mandate> sleeves = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      Mandate mandate =
          overrides.stream()
              .filter(override -> override.scope().in(universe).touches(sleeve))
              .map(Mandate::of)
              .reduce(Mandate.free(), Mandate::and);
      sleeves.put(sleeve.id(), mandate);
    }
    return new Mandates(sleeves, rules(universe, overrides, sleeves), caps(universe, overrides));
  }

  /** The same where only some sleeves may be traded; a leg that another sleeve has as well is left out with both. */
  public Mandates limitedTo(SortedSet<SleeveId> only, Universe universe) {
    if (only.isEmpty()) {
      return this;
    }
    TreeMap<InstrumentId, TradeRule> limited = new TreeMap<>(rules);
    for (Sleeve sleeve : universe.sleeves()) {
      if (!only.contains(sleeve.id())) {
        for (Leg leg : sleeve.legs()) {
          limited.put(leg.instrument(), TradeRule.LEFT_OUT);
          leg.alternatives().forEach(other -> limited.put(other, TradeRule.LEFT_OUT));
        }
      }
    }
    spreadOverLegs(universe, limited);
    spreadOverRolls(universe, limited);
    universe.stablecoins().forEach(coin -> limited.put(coin.instrument(), TradeRule.LEFT_OUT));
    limited.values().removeIf(rule -> rule == TradeRule.FREE);
    return new Mandates(sleeves, limited, caps);
  }

  private static SortedMap<InstrumentId, TradeRule> rules(
      Universe universe, List<OperatorOverride> overrides, SortedMap<SleeveId, Mandate> sleeves) {
    TreeMap<InstrumentId, TradeRule> rules = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      TradeRule rule = rule(sleeves, sleeve);
      for (Leg leg : sleeve.legs()) {
        boolean isWantedElsewhere =
            rule == TradeRule.CLOSE
                && universe.sleeves().stream()
                    .filter(other -> hasLeg(other, leg.instrument()))
                    .anyMatch(other -> rule(sleeves, other).compareTo(TradeRule.CLOSE) < 0);
        rules.merge(
            leg.instrument(),
            isWantedElsewhere ? besidesClosing(universe, overrides, sleeve) : rule,
            TradeRule::and);
        for (InstrumentId alternative : leg.alternatives()) {
          rules.merge(
              alternative,
              overrides.stream()
                  .filter(override -> override.scope().names(alternative))
                  .map(override -> Mandate.rule(override.kind()))
                  .reduce(rule, TradeRule::and),
              TradeRule::and);
        }
      }
    }
    spreadOverLegs(universe, rules);
    spreadOverRolls(universe, rules);
    for (StablecoinShare coin : universe.stablecoins()) {
      overrides.stream()
          .filter(override -> override.scope().names(coin.instrument()))
          .map(override -> Mandate.rule(override.kind()))
          .map(rule -> rule.permits(false) ? rule : rule.and(TradeRule.KEEP))
          .map(rule -> rule == TradeRule.CLOSE ? TradeRule.KEEP : rule)
          .forEach(rule -> rules.merge(coin.instrument(), rule, TradeRule::and));
    }
    rules.values().removeIf(rule -> rule == TradeRule.FREE);
    return rules;
  }

  /** What holds for an instrument of a closed sleeve that another one still wants: reduced only, or kept if it is frozen too. */
  private static TradeRule besidesClosing(
      Universe universe, List<OperatorOverride> overrides, Sleeve sleeve) {
    return overrides.stream()
        .filter(override -> override.scope().in(universe).touches(sleeve))
        .map(override -> Mandate.rule(override.kind()))
        .filter(rule -> rule != TradeRule.CLOSE)
        .reduce(TradeRule.REDUCE_ONLY, TradeRule::and);
  }

  /** A leg under a rule puts its sleeve's other legs under it, and these the legs of their other sleeves. */
  private static void spreadOverLegs(Universe universe, TreeMap<InstrumentId, TradeRule> rules) {
    boolean isChanged = true;
    while (isChanged) {
      isChanged = false;
      for (Sleeve sleeve : universe.sleeves()) {
        TradeRule strictest =
            sleeve.legs().stream()
                .map(leg -> rules.getOrDefault(leg.instrument(), TradeRule.FREE))
                // A close is a target of zero, which every leg of a closed sleeve has already.
                .map(rule -> rule == TradeRule.CLOSE ? TradeRule.REDUCE_ONLY : rule)
                .reduce(TradeRule.FREE, TradeRule::and);
        for (Leg leg : sleeve.legs()) {
          TradeRule before = rules.getOrDefault(leg.instrument(), TradeRule.FREE);
          TradeRule after = before.and(strictest);
          isChanged = isChanged || before != after;
          rules.put(leg.instrument(), after);
        }
      }
    }
  }

  private static void spreadOverRolls(Universe universe, TreeMap<InstrumentId, TradeRule> rules) {
    universe
        .rolls()
        .beside()
        .forEach(
            (contract, leg) ->
                rules.merge(contract, rules.getOrDefault(leg, TradeRule.FREE), TradeRule::and));
  }

  private static TradeRule rule(SortedMap<SleeveId, Mandate> sleeves, Sleeve sleeve) {
    return sleeves.getOrDefault(sleeve.id(), Mandate.free()).rule();
  }

  private static boolean hasLeg(Sleeve sleeve, InstrumentId instrument) {
    return sleeve.legs().stream().anyMatch(leg -> leg.instrument().equals(instrument));
  }

  private static List<GroupCap> caps(Universe universe, List<OperatorOverride> overrides) {
    List<GroupCap> caps = new ArrayList<>();
    for (OperatorOverride override : overrides) {
      boolean isOfRisk = override.kind() == OperatorOverride.Kind.RISK_CAP;
      SortedSet<SleeveId> members = touched(universe, override.scope());
      if ((isOfRisk || override.kind() == OperatorOverride.Kind.CAP) && !members.isEmpty()) {
        GroupCap cap =
            new GroupCap(
                members,
                override.value(),
                isOfRisk ? GroupCap.Measure.RISK : GroupCap.Measure.EXPOSURE);
        if (!caps.contains(cap)) {
          caps.add(cap);
        }
      }
    }
    caps.sort(
        Comparator.comparing(GroupCap::measure)
            .thenComparing(cap -> cap.members().toString())
            .thenComparing(GroupCap::limit));
    return caps;
  }

  /** The sleeves that a scope concerns. */
  public static SortedSet<SleeveId> touched(Universe universe, OverrideScope scope) {
    TreeSet<SleeveId> members = new TreeSet<>();
    universe.sleeves().stream()
        .filter(scope.in(universe)::touches)
        .map(Sleeve::id)
        .forEach(members::add);
    return members;
  }

  /** What the solver and the sizing need of it. */
  public SleeveAdjustments adjustments() {
    TreeMap<SleeveId, Ratio> factors = new TreeMap<>();
    TreeSet<SleeveId> excluded = new TreeSet<>();
    sleeves.forEach(
        (sleeve, mandate) -> {
          if (mandate.factor().compareTo(Ratio.ONE) < 0) {
            factors.put(sleeve, mandate.factor());
          }
          if (mandate.isExcluded()) {
            excluded.add(sleeve);
          }
        });
    return new SleeveAdjustments(new TreeMap<>(), factors, excluded, caps);
  }
}
