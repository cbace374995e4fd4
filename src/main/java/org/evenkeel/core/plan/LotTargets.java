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
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.parity.lots.LotChoice;
import org.evenkeel.core.parity.lots.LotReport;
import org.evenkeel.core.parity.lots.LotSearch;
import org.evenkeel.core.parity.lots.LotSolution;

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

  /** What a search is made in. */
  record Setting(
      Universe universe,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav,
      PlanSettings settings) {

    private InstrumentSpec spec(Leg leg) {
      return market.spec(leg.instrument()).orElseThrow();
    }

    /** The value of one lot. */
    private BigDecimal lotValue(Leg leg) {
      InstrumentSpec spec = spec(leg);
      return spec.notional(
              new Contracts(spec.lotSize()), market.quote(leg.instrument()).orElseThrow().mark())
          .amount();
    }

    /** The fewest lots that the venue takes. */
    private BigDecimal leastLots(Leg leg) {
      InstrumentSpec spec = spec(leg);
      BigDecimal byQuantity = Decimals.quotient(spec.minQty(), spec.lotSize());
      BigDecimal byNotional = Decimals.quotient(spec.minNotional(), lotValue(leg));
      return byQuantity.max(byNotional).max(BigDecimal.ONE).setScale(0, RoundingMode.CEILING);
    }

    /** The sleeve's value when one of its legs is one lot. */
    private BigDecimal unitBy(Leg leg) {
      return Decimals.quotient(lotValue(leg), leg.ratio().abs());
    }

    private BigDecimal unit(Sleeve sleeve) {
      return sleeve.legs().stream().map(this::unitBy).reduce(BigDecimal.ZERO, BigDecimal::max);
    }

    /** The fewest units with which no leg is under its venue's minimum. */
    private long least(Sleeve sleeve) {
      BigDecimal unit = unit(sleeve);
      return sleeve.legs().stream()
          .map(leg -> Decimals.quotient(leastLots(leg).multiply(unitBy(leg)), unit))
          .reduce(BigDecimal.ONE, BigDecimal::max)
          .setScale(0, RoundingMode.CEILING)
          .longValueExact();
    }
  }

  /** The search's answer, or nothing where no risk is to be shared. */
  static Optional<LotTargets> search(
      Setting in, SortedMap<SleeveId, Ratio> exposures, LotBasis basis) {
    List<VenueId> venues =
        List.copyOf(
            new TreeSet<>(
                in.universe().riskInstruments().stream()
                    .filter(Planner::isFuture)
                    .map(id -> Instrument.parse(id).venue())
                    .toList()));
    List<Ratio> caps = new ArrayList<>();
    caps.add(basis.maxGrossLeverage());
    venues.forEach(venue -> caps.add(carried(in, venue)));
    List<LotChoice> choices = new ArrayList<>();
    for (Sleeve sleeve : in.universe().sleeves()) {
      choices.add(
          new LotChoice(
              sleeve.id(),
              exposures.getOrDefault(sleeve.id(), Ratio.ZERO),
              new Ratio(Decimals.quotient(in.unit(sleeve), in.nav().amount())),
              in.least(sleeve),
              uses(sleeve, venues)));
    }
    return LotSearch.solve(
            basis.estimate(), choices, caps, in.nav(), in.settings().lotTolerance())
        .map(solution -> new LotTargets(contracts(in, solution), solution.report()));
  }

  /** The gross exposure over NAV that the collateral at a venue carries. */
  private static Ratio carried(Setting in, VenueId venue) {
    BigDecimal most =
        in.account()
            .collateral(venue, in.nav().currency())
            .max(BigDecimal.ZERO)
            .multiply(in.settings().maxMarginUse().value())
            .multiply(BigDecimal.valueOf(in.settings().venueLeverage()));
    return new Ratio(Decimals.quotient(most, in.nav().amount()));
  }

  private static List<Ratio> uses(Sleeve sleeve, List<VenueId> venues) {
    List<Ratio> uses = new ArrayList<>();
    uses.add(sum(sleeve.legs()));
    for (VenueId venue : venues) {
      uses.add(
          sum(
              sleeve.legs().stream()
                  .filter(leg -> Planner.isFuture(leg.instrument()))
                  .filter(leg -> Instrument.parse(leg.instrument()).venue().equals(venue))
                  .toList()));
    }
    return uses;
  }

  private static Ratio sum(List<Leg> legs) {
    return new Ratio(
        legs.stream().map(leg -> leg.ratio().abs()).reduce(BigDecimal.ZERO, BigDecimal::add));
  }

  private static SortedMap<InstrumentId, Contracts> contracts(Setting in, LotSolution solution) {
    TreeMap<InstrumentId, Contracts> contracts = new TreeMap<>();
    for (Sleeve sleeve : in.universe().sleeves()) {
      BigDecimal units = BigDecimal.valueOf(solution.lots().getOrDefault(sleeve.id(), 0L));
      BigDecimal value = in.unit(sleeve).multiply(units);
      for (Leg leg : sleeve.legs()) {
        InstrumentSpec spec = in.spec(leg);
        BigDecimal lots = Decimals.quotient(value.multiply(leg.ratio()), in.lotValue(leg));
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
