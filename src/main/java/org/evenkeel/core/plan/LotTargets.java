package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.parity.lots.LotChoice;
import org.evenkeel.core.parity.lots.LotReport;
import org.evenkeel.core.parity.lots.LotSearch;
import org.evenkeel.core.parity.lots.LotSolution;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * Whole contracts for the exposures of sleeves, chosen together so that risk parity is kept.
 *
 * <p>The unit of a sleeve is one lot of its coarsest leg; the other legs follow it in the sleeve's ratios, each to its own
 * nearest lot. So a sleeve of several legs is hedged at any size, or it is not held.
 * For example, long spot in lots of 0.00001 and short perpetuals in lots of 0.001 is held in steps of 0.001.
 *
 * <p>This class is immutable and thread-safe.
 */
final class LotTargets {

  private final SortedMap<InstrumentId, Contracts> targets;
  private final LotReport report;

  private LotTargets(SortedMap<InstrumentId, Contracts> targets, LotReport report) {
    this.targets = targets;
    this.report = report;
  }

  /** The value of one lot, in NAV currency. */
  private static BigDecimal lotValue(PlanScope in, Leg leg) {
    return in.value(leg.instrument(), oneLot(in, leg)).amount();
  }

  private static Contracts oneLot(PlanScope in, Leg leg) {
    return new Contracts(in.spec(leg.instrument()).lotSize());
  }

  /** The fewest lots that the venue takes. */
  private static BigDecimal leastLots(PlanScope in, Leg leg) {
    InstrumentSpec spec = in.spec(leg.instrument());
    BigDecimal notional =
        spec.notional(oneLot(in, leg), in.quote(leg.instrument()).mark()).amount();
    BigDecimal byQuantity = Decimals.quotient(spec.minQty(), spec.lotSize());
    BigDecimal byNotional = Decimals.quotient(spec.minNotional(), notional);
    return byQuantity.max(byNotional).max(BigDecimal.ONE).setScale(0, RoundingMode.CEILING);
  }

  /** The sleeve's value when one of its legs is one lot. */
  private static BigDecimal unitBy(PlanScope in, Leg leg) {
    return Decimals.quotient(lotValue(in, leg), leg.ratio().abs());
  }

  private static BigDecimal unit(PlanScope in, Sleeve sleeve) {
    return sleeve.legs().stream()
        .map(leg -> unitBy(in, leg))
        .reduce(BigDecimal.ZERO, BigDecimal::max);
  }

  /** The fewest units with which no leg is under its venue's minimum. */
  private static long least(PlanScope in, Sleeve sleeve) {
    BigDecimal unit = unit(in, sleeve);
    return sleeve.legs().stream()
        .map(leg -> Decimals.quotient(leastLots(in, leg).multiply(unitBy(in, leg)), unit))
        .reduce(BigDecimal.ONE, BigDecimal::max)
        .setScale(0, RoundingMode.CEILING)
        .longValueExact();
  }

  /** The search's answer, or nothing where no risk is to be shared. */
  static Optional<LotTargets> search(
      PlanScope in, SortedMap<SleeveId, Ratio> exposures, LotBasis basis) {
    List<Pot> pots =
        List.copyOf(
            new TreeSet<>(
                in.universe().riskInstruments().stream()
                    .flatMap(id -> Pot.of(id).stream())
                    .toList()));
    Collateral collateral = Collateral.of(in.account(), in.yardstick(), in.settings());
    List<Ratio> caps = new ArrayList<>();
    caps.add(basis.maxGrossLeverage());
    pots.forEach(
        pot -> caps.add(new Ratio(Decimals.quotient(collateral.carries(pot), in.nav().amount()))));
    CoinMoney money = new CoinMoney(in);
    List<Pot> purses =
        List.copyOf(
            new TreeSet<>(
                priced(in).stream()
                    .flatMap(sleeve -> sleeve.legs().stream())
                    .map(Leg::instrument)
                    .filter(id -> Pot.of(id).isEmpty())
                    .map(CoinMoney::purse)
                    .toList()));
    purses.forEach(
        purse ->
            caps.add(
                new Ratio(
                    Decimals.quotient(
                        money.in(purse).add(money.coins(purse)), in.nav().amount()))));
    List<LotChoice> choices = new ArrayList<>();
    for (Sleeve sleeve : priced(in)) {
      choices.add(
          new LotChoice(
              sleeve.id(),
              exposures.getOrDefault(sleeve.id(), Ratio.ZERO),
              new Ratio(Decimals.quotient(unit(in, sleeve), in.nav().amount())),
              least(in, sleeve),
              uses(sleeve, pots, purses)));
    }
    return LotSearch.solve(basis.estimate(), choices, caps, in.nav(), in.settings().lotTolerance())
        .map(solution -> new LotTargets(contracts(in, solution), solution.report()));
  }

  /** The sleeves that can be held: an instrument that has ended has no price. */
  private static List<Sleeve> priced(PlanScope in) {
    return in.universe().sleeves().stream()
        .filter(
            sleeve ->
                sleeve.legs().stream()
                    .allMatch(leg -> in.market().quote(leg.instrument()).isPresent()))
        .toList();
  }

  private static List<Ratio> uses(Sleeve sleeve, List<Pot> pots, List<Pot> purses) {
    List<Ratio> uses = new ArrayList<>();
    uses.add(sum(sleeve.legs()));
    for (Pot pot : pots) {
      uses.add(
          sum(
              sleeve.legs().stream()
                  .filter(leg -> Pot.of(leg.instrument()).filter(pot::equals).isPresent())
                  .toList()));
    }
    for (Pot purse : purses) {
      uses.add(
          sum(
              sleeve.legs().stream()
                  .filter(leg -> Pot.of(leg.instrument()).isEmpty())
                  .filter(leg -> CoinMoney.purse(leg.instrument()).equals(purse))
                  .toList()));
    }
    return uses;
  }

  private static Ratio sum(List<Leg> legs) {
    return new Ratio(
        legs.stream().map(leg -> leg.ratio().abs()).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static SortedMap<InstrumentId, Contracts> contracts(PlanScope in, LotSolution solution) {
    TreeMap<InstrumentId, Contracts> contracts = new TreeMap<>();
    for (Sleeve sleeve : priced(in)) {
      BigDecimal units = BigDecimal.valueOf(solution.lots().getOrDefault(sleeve.id(), 0L));
      BigDecimal value = unit(in, sleeve).multiply(units);
      for (Leg leg : sleeve.legs()) {
        InstrumentSpec spec = in.spec(leg.instrument());
        BigDecimal lots = Decimals.quotient(value.multiply(leg.ratio()), lotValue(in, leg));
        Contracts whole =
            new Contracts(Decimals.nearestToStep(lots, BigDecimal.ONE).multiply(spec.lotSize()));
        contracts.merge(leg.instrument(), whole, Contracts::plus);
      }
    }
    return contracts;
  }

  /** The whole contracts to hold of an instrument; sleeves that share one may leave a remainder under its minimum. */
  Contracts target(InstrumentId instrument) {
    return targets.getOrDefault(instrument, Contracts.ZERO);
  }

  LotReport report() {
    return report;
  }
}
