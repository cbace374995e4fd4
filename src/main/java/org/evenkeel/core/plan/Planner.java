package org.evenkeel.core.plan;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.evenkeel.core.data.Endings;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.data.Yardstick;

/**
 * From exposures to whole lots to ordered legs.
 *
 * <p>Exposures are fractions of NAV. For each risk instrument the wanted notional is the sum over sleeves of exposure
 * times leg ratio times NAV; it becomes contracts at the mark price, in the whole lots that {@link LotTargets} finds, or
 * the nearest ones where no risk is known. If the initial margin
 * of all futures exceeds its share of the futures wallet, every futures target shrinks by one factor, which keeps the
 * risk contributions equal. The coins that back an inverse contract are an exposure already: the contract is traded to
 * the difference, so that coins beyond what is wanted are hedged by a short. What the spot wallet holds in stablecoins is spread by {@link StablecoinPlanner}.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Planner {

  private final Universe universe;
  private final PlanSettings settings;

  private final boolean isMarginEndless;
  private final boolean maySwitch;
  private final boolean mayChoose;
  private final CashBasis cash;

  public Planner(Universe universe, PlanSettings settings) {
    this(universe, settings, false, true, true, CashBasis.none());
  }

  private Planner(
      Universe universe,
      PlanSettings settings,
      boolean isMarginEndless,
      boolean maySwitch,
      boolean mayChoose,
      CashBasis cash) {
    this.universe = universe;
    this.settings = settings;
    this.isMarginEndless = isMarginEndless;
    this.maySwitch = maySwitch;
    this.mayChoose = mayChoose;
    this.cash = cash;
  }

  /** The same with caps of issuers and pegs as they were last seen. */
  public Planner with(CashBasis other) {
    return new Planner(universe, settings, isMarginEndless, maySwitch, mayChoose, other);
  }

  /** The same for a time in which nothing may be added: no exposure moves to another instrument. */
  public Planner withoutSwitches() {
    return new Planner(universe, settings, isMarginEndless, false, mayChoose, cash);
  }

  /** The same for a question, as if every venue held margin without end; nothing may be traded by its plans. */
  public Planner withEndlessMargin() {
    return new Planner(universe, settings, true, maySwitch, mayChoose, cash);
  }

  /** The same where it is decided already: every leg is held in its first instrument, whatever is held in its others. */
  public Planner withoutChoice() {
    return new Planner(universe, settings, isMarginEndless, maySwitch, false, cash);
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
   * The plan for the given exposures in lots that keep risk parity, without trades that are not worth their cost.
   *
   * @param basis what lots and bands are chosen by; without it every target goes to its own nearest lot
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
    List<InstrumentId> alternatives = universe.alternatives();
    for (InstrumentId id : universe.instruments()) {
      boolean isIdle = alternatives.contains(id) && isIdle(Instrument.parse(id), account);
      boolean isNeeded =
          !isIdle && !(Endings.isEnded(id, market) && universe.riskInstruments().contains(id));
      if (isNeeded && (market.spec(id).isEmpty() || market.quote(id).isEmpty())) {
        return Result.refused(
            RefusalReason.DATA_STALE, "no specification or quote of " + id + " in the snapshot");
      }
    }
    return Yardstick.of(universe, market.quotes())
        .map(
            yardstick ->
                plan(
                    exposures,
                    new PlanScope(universe, settings, market, account, nav, yardstick),
                    standing.seenIn(account),
                    basis));
  }

  /** Whether nothing is held that its price is needed for; coins behind a contract are hedged with it. */
  private static boolean isIdle(Instrument instrument, AccountSnapshot account) {
    boolean hasCoins =
        instrument instanceof Instrument.Inverse inverse
            && account.collateral(inverse.venue(), inverse.settlement()).signum() != 0;
    return !hasCoins && Valuation.held(instrument, account).isZero();
  }

  /** What is held in which instrument is decided first: all that follows is about the instruments that were chosen. */
  private RebalancePlan plan(
      SortedMap<SleeveId, Ratio> exposures,
      PlanScope observed,
      Standing seen,
      Optional<LotBasis> basis) {
    if (!mayChoose) {
      return plan(exposures, observed, seen, basis, new TreeSet<>());
    }
    Instant now = observed.market().receivedAt();
    InstrumentChooser chooser =
        new InstrumentChooser(
            observed, seen, basis.map(LotBasis::next).orElse(now), maySwitch && basis.isPresent());
    PlanScope scope =
        observed.in(chooser.universe(new CoinMoney(observed).affordableAnyway(exposures)));
    return plan(exposures, scope, seen, basis, chooser.moving()).withChoices(chooser.choices());
  }

  private RebalancePlan plan(
      SortedMap<SleeveId, Ratio> exposures,
      PlanScope scope,
      Standing seen,
      Optional<LotBasis> basis,
      SortedSet<InstrumentId> moving) {
    Universe universe = scope.universe();
    Money nav = scope.nav();
    MarginCoins coins = MarginCoins.of(universe, scope.account(), scope.yardstick());
    Ratio scale =
        isMarginEndless
            ? Ratio.ONE
            : Collateral.of(scope.account(), scope.yardstick(), settings)
                .scale(wantedNotionals(universe, exposures, nav), coins);
    SortedMap<SleeveId, Ratio> sized =
        isMarginEndless
            ? exposures
            : new CoinMoney(scope).affordable(sized(universe, exposures, scale));
    SortedMap<InstrumentId, Money> wanted = wantedNotionals(universe, sized, nav);
    Optional<LotTargets> lots = basis.flatMap(by -> LotTargets.search(scope, sized, by));
    List<TargetPosition> positions = new ArrayList<>();
    for (InstrumentId id : universe.riskInstruments()) {
      if (scope.market().quote(id).isEmpty()) {
        continue; // It has ended: nobody makes a price for it, and no order is taken.
      }
      Money notional = wanted.getOrDefault(id, Money.zero(nav.currency()));
      Money backed = coins.with(id);
      boolean isClosed = backed.isZero() && seen.rule(id) == TradeRule.CLOSE;
      positions.add(
          isClosed
              ? target(scope, id, Money.zero(nav.currency()), Optional.of(Contracts.ZERO))
              : target(
                  scope,
                  id,
                  notional.minus(backed),
                  lots.map(found -> beside(backed, found.target(id), scope, id))));
    }
    Legs legs = new Legs(settings, seen, scope.yardstick(), scope.market().receivedAt());
    new BandedLegs(scope, seen, basis, moving).add(positions, legs);
    CashSpread spread = CashSpread.of(scope, cash, positions, legs.legs());
    StablecoinPlanner.plan(scope, cash, spread, legs);
    return legs.inSequence(nav, scale)
        .with(lots.map(LotTargets::report))
        .withAdvice(new Advisor(scope, cash).of(wantedNotionals(universe, exposures, nav), spread));
  }

  /** The contracts that are traded where coins bear a part of an exposure already. */
  private static Contracts beside(
      Money backed, Contracts exposure, PlanScope scope, InstrumentId id) {
    if (backed.isZero()) {
      return exposure;
    }
    Money rest = scope.value(id, exposure).minus(backed);
    InstrumentSpec spec = scope.spec(id);
    return spec.nearestLots(scope.yardstick().inQuote(rest, spec), scope.quote(id).mark());
  }

  /** A sleeve with futures shrinks as a whole: its coins alone would be a bet. */
  private static SortedMap<SleeveId, Ratio> sized(
      Universe universe, SortedMap<SleeveId, Ratio> exposures, Ratio scale) {
    TreeMap<SleeveId, Ratio> sized = new TreeMap<>(exposures);
    for (Sleeve sleeve : universe.sleeves()) {
      if (sleeve.legs().stream().anyMatch(leg -> Instrument.isFuture(leg.instrument()))) {
        sized.computeIfPresent(sleeve.id(), (id, exposure) -> exposure.times(scale));
      }
    }
    return sized;
  }

  private static SortedMap<InstrumentId, Money> wantedNotionals(
      Universe universe, SortedMap<SleeveId, Ratio> exposures, Money nav) {
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

  private static TargetPosition target(
      PlanScope scope, InstrumentId id, Money notional, Optional<Contracts> searched) {
    InstrumentSpec spec = scope.spec(id);
    Quote quote = scope.quote(id);
    Money inQuote = scope.yardstick().inQuote(notional, spec);
    Contracts exact = spec.exactContracts(inQuote, quote.mark());
    Contracts whole = searched.orElseGet(() -> spec.nearestLots(inQuote, quote.mark()));
    Contracts target = withoutDust(whole, spec, quote.mark());
    return new TargetPosition(
        spec.id(),
        Valuation.held(spec.instrument(), scope.account()),
        exact,
        target,
        scope.value(id, target));
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
        .thenComparing(leg -> Instrument.isFuture(leg.instrument()) || leg.side() == Side.BUY)
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
