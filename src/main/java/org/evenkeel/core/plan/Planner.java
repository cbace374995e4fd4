package org.evenkeel.core.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.data.Yardstick;

/**
 * From exposures to whole lots to ordered legs.
 *
 * <p>Exposures are fractions of NAV. For each risk instrument the wanted notional is the sum over sleeves of exposure
 * times leg ratio times NAV; it becomes contracts at the mark price, rounded to the nearest lot. If the initial margin
 * of all futures exceeds its share of the futures wallet, every futures target shrinks by one factor, which keeps the
 * risk contributions equal. What the spot wallet holds in stablecoins is spread by {@link StablecoinPlanner}.
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
    return Yardstick.of(universe, market.quotes())
        .map(
            yardstick ->
                plan(exposures, market, account, nav, standing.seenIn(account), yardstick));
  }

  private RebalancePlan plan(
      SortedMap<SleeveId, Ratio> exposures,
      MarketSnapshot market,
      AccountSnapshot account,
      Money nav,
      Standing seen,
      Yardstick yardstick) {
    SortedMap<InstrumentId, Money> wanted = wantedNotionals(exposures, nav);
    Ratio scale = Collateral.of(account, yardstick, settings).scale(wanted);
    Legs legs = new Legs(settings, seen, yardstick);
    for (InstrumentId id : universe.riskInstruments()) {
      InstrumentSpec spec = market.spec(id).orElseThrow();
      Quote quote = market.quote(id).orElseThrow();
      Money unscaled = wanted.getOrDefault(id, Money.zero(nav.currency()));
      Money notional = isFuture(id) ? unscaled.times(scale) : unscaled;
      legs.add(target(spec, quote, notional, account, yardstick), spec, quote);
    }
    StablecoinPlanner.plan(universe, market, account, legs);
    return legs.inSequence(nav, scale);
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

  private static boolean isFuture(InstrumentId id) {
    return switch (Instrument.parse(id)) {
      case Instrument.Spot spot -> false;
      case Instrument.Future future -> true;
    };
  }

  private static TargetPosition target(
      InstrumentSpec spec,
      Quote quote,
      Money notional,
      AccountSnapshot account,
      Yardstick yardstick) {
    Money inQuote = yardstick.inQuote(notional, spec);
    Contracts exact = spec.exactContracts(inQuote, quote.mark());
    Contracts rounded = spec.nearestLots(inQuote, quote.mark());
    Contracts target = withoutDust(rounded, spec, quote.mark());
    return new TargetPosition(
        spec.id(),
        Valuation.held(spec.instrument(), account),
        exact,
        target,
        yardstick.value(spec, target, quote.mark()));
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
