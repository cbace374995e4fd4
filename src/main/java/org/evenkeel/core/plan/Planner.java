package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;

/**
 * From exposures to whole lots to ordered legs.
 *
 * <p>Exposures are fractions of NAV. For each risk instrument the wanted notional is the sum over sleeves of exposure
 * times leg ratio times NAV; it becomes contracts at the mark price, in the whole lots that {@link LotTargets} finds, or
 * the nearest ones where no risk is known. If the initial margin of all futures exceeds its share of the futures wallet,
 * every sleeve with futures shrinks by one factor, which keeps the risk contributions equal. What the spot wallet holds in stablecoins is spread by {@link StablecoinPlanner}.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Planner {

  private final Universe universe;
  private final PlanSettings settings;

  public Planner(Universe universe, PlanSettings settings) {
    this.universe = universe;
    this.settings = settings;
  }

  /**
   * The plan for the given exposures.
   *
   * @param exposures notional over NAV by sleeve; a sleeve that is missing gets zero
   * @param market specifications and quotes
   * @param account what is held
   * @param nav the portfolio's value
   * @param standing what our books say of it: what is frozen, and what may have been traded besides
   */
  public Result<RebalancePlan> plan(
      SortedMap<SleeveId, Ratio> exposures,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav,
      Standing standing) {
    return plan(exposures, market, account, nav, standing, Optional.empty());
  }

  /**
   * The plan for the given exposures in lots that keep risk parity.
   *
   * @param basis what lots are chosen by; without it every target goes to its own nearest lot
   */
  public Result<RebalancePlan> plan(
      SortedMap<SleeveId, Ratio> exposures,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav,
      Standing standing,
      Optional<LotBasis> basis) {
    if (nav.amount().signum() <= 0) {
      return Result.refused(
          RefusalReason.INSUFFICIENT_FUNDS,
          "the portfolio's value is " + nav + "; nothing can be planned");
    }
    for (InstrumentId id : universe.instruments()) {
      if (market.spec(id).isEmpty() || market.quote(id).isEmpty()) {
        return Result.refused(
            RefusalReason.DATA_STALE, "no specification or quote of " + id + " in the snapshot");
      }
    }
    Standing seen = standing.seenIn(account);
    Ratio scale = marginScale(wantedNotionals(exposures, nav), account, nav);
    SortedMap<SleeveId, Ratio> sized = sized(exposures, scale);
    SortedMap<InstrumentId, Money> wanted = wantedNotionals(sized, nav);
    Optional<LotTargets> lots =
        basis.flatMap(
            by ->
                LotTargets.search(
                    new LotTargets.Setting(universe, market, account, nav, settings), sized, by));
    Legs legs = new Legs(settings, seen);
    List<TargetPosition> positions = new ArrayList<>();
    for (InstrumentId id : universe.riskInstruments()) {
      InstrumentSpec spec = market.spec(id).orElseThrow();
      Quote quote = market.quote(id).orElseThrow();
      Money notional = wanted.getOrDefault(id, Money.zero(nav.currency()));
      Contracts whole =
          lots.map(found -> found.target(id))
              .orElseGet(() -> spec.nearestLots(notional, quote.mark()));
      positions.add(target(spec, quote, notional, whole, account));
    }
    new BandedLegs(universe, settings, market, nav, seen, basis).add(positions, legs);
    StablecoinPlanner.plan(universe, market, account, legs);
    return Result.ok(
        legs.inSequence(nav, scale).with(lots.map(LotTargets::report)));
  }

  /** A sleeve with futures shrinks as a whole: its coins alone would be a bet. */
  private SortedMap<SleeveId, Ratio> sized(SortedMap<SleeveId, Ratio> exposures, Ratio scale) {
    TreeMap<SleeveId, Ratio> sized = new TreeMap<>(exposures);
    for (Sleeve sleeve : universe.sleeves()) {
      if (sleeve.legs().stream().anyMatch(leg -> isFuture(leg.instrument()))) {
        sized.computeIfPresent(sleeve.id(), (id, exposure) -> exposure.times(scale));
      }
    }
    return sized;
  }

  private SortedMap<InstrumentId, Money> wantedNotionals(
      SortedMap<SleeveId, Ratio> exposures, Money nav) {
    TreeMap<InstrumentId, Money> wanted = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      Ratio exposure = exposures.getOrDefault(sleeve.id(), Ratio.ZERO);
      for (Leg leg : sleeve.legs()) {
        Money part = nav.times(new Ratio(exposure.value().multiply(leg.ratio())));
        wanted.merge(leg.instrument(), part, Money::plus);
      }
    }
    return wanted;
  }

  /** The scale of all futures at which the margin of the tightest venue suffices: their proportions are the risk's. */
  private Ratio marginScale(
      SortedMap<InstrumentId, Money> wanted, AccountSnapshot account, Money nav) {
    TreeMap<VenueId, BigDecimal> gross = new TreeMap<>();
    wanted.forEach(
        (id, notional) -> {
          if (isFuture(id)) {
            gross.merge(Instrument.parse(id).venue(), notional.amount().abs(), BigDecimal::add);
          }
        });
    Ratio scale = Ratio.ONE;
    for (Map.Entry<VenueId, BigDecimal> at : gross.entrySet()) {
      BigDecimal margin =
          Decimals.quotient(at.getValue(), BigDecimal.valueOf(settings.venueLeverage()));
      BigDecimal allowed =
          account
              .collateral(at.getKey(), nav.currency())
              .max(BigDecimal.ZERO)
              .multiply(settings.maxMarginUse().value());
      if (margin.multiply(scale.value()).compareTo(allowed) > 0) {
        scale = new Ratio(Decimals.quotient(allowed, margin));
      }
    }
    return scale;
  }

  static boolean isFuture(InstrumentId id) {
    return switch (Instrument.parse(id)) {
      case Instrument.Spot spot -> false;
      case Instrument.Future future -> true;
    };
  }

  private static TargetPosition target(
      InstrumentSpec spec,
      Quote quote,
      Money notional,
      Contracts whole,
      AccountSnapshot account) {
    Contracts exact =
        new Contracts(
            Decimals.quotient(notional.amount(), quote.mark().value().multiply(spec.multiplier())));
    Contracts target = withoutDust(whole, spec, quote.mark());
    return new TargetPosition(
        spec.id(),
        Valuation.held(spec.instrument(), account),
        exact,
        target,
        spec.notional(target, quote.mark()));
  }

  /** A position under the venue's minimum could never be sold again: dust is not made, nothing is held instead. */
  static Contracts withoutDust(Contracts target, InstrumentSpec spec, Price price) {
    boolean isDust =
        target.abs().value().compareTo(spec.minQty()) < 0
            || spec.notional(target, price).abs().amount().compareTo(spec.minNotional()) < 0;
    return isDust ? Contracts.ZERO : target;
  }

  /**
   * The order in which legs are carried out: what lowers risk first, then sales of coins, which pay for purchases; of
   * these the largest first, then by name.
   */
  static Comparator<PlannedLeg> sequence() {
    return Comparator.comparing((PlannedLeg leg) -> !leg.reduceOnly())
        .thenComparing(leg -> isFuture(leg.instrument()) || leg.side() == Side.BUY)
        .thenComparing(leg -> leg.notional().amount(), Comparator.reverseOrder())
        .thenComparing(PlannedLeg::instrument);
  }

  static List<PlannedLeg> numbered(List<PlannedLeg> legs) {
    List<PlannedLeg> sorted = new ArrayList<>(legs);
    sorted.sort(sequence());
    List<PlannedLeg> numbered = new ArrayList<>();
    for (PlannedLeg leg : sorted) {
      numbered.add(leg.at(numbered.size()));
    }
    return numbered;
  }
}
