package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.plan.PlanSettings;
import org.evenkeel.core.plan.PlannedLeg;
import org.evenkeel.core.plan.PositionInterval;
import org.evenkeel.core.plan.RebalancePlan;
import org.evenkeel.core.plan.sequence.MaintenanceTable;
import org.evenkeel.core.plan.sequence.Sequence;
import org.evenkeel.core.plan.sequence.SequenceBounds;
import org.evenkeel.core.plan.sequence.SequenceProver;
import org.evenkeel.core.plan.sequence.Stake;

/**
 * A plan in an order that is proven to be safe at every step, by the limits of the configuration.
 *
 * <p>Everything that the account holds counts, whether or not the plan trades it; an unknown order counts at both ends.
 * Equity is what carries futures at a venue in NAV currency, with the profits that are not realized.
 * A plan is refused whole if something is held that cannot be valued: then nothing can be proven.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class SafeSequence {

  /** What venues take of a trade at most, with some to spare: Binance's base tiers are 0.05 and 0.1 percent. */
  private static final BigDecimal FEE = new BigDecimal("0.001");

  private final Universe universe;
  private final Limits limits;
  private final PlanSettings settings;
  private final Ratio collar;
  private final MarketSnapshot market;
  private final AccountSnapshot account;

  /**
   * @param collar distance of an order's limit price beyond the touch, which bounds what trading costs
   */
  public SafeSequence(
      Universe universe,
      Limits limits,
      PlanSettings settings,
      Ratio collar,
      MarketSnapshot market,
      AccountSnapshot account) {
    this.universe = universe;
    this.limits = limits;
    this.settings = settings;
    this.collar = collar;
    this.market = market;
    this.account = account;
  }

  /** The plan with its legs in a safe sequence and the proof of it; what nothing makes safe is left out and named. */
  public Result<RebalancePlan> proven(RebalancePlan plan) {
    return stakes(plan)
        .then(stakes -> equities().map(funds -> prover(plan, stakes, funds)))
        .map(
            prover -> {
              Sequence safe = prover.arrange(plan.legs());
              return plan.proven(safe.legs(), safe.waits(), safe.cuts(), safe.figures());
            });
  }

  private SequenceProver prover(
      RebalancePlan plan, List<Stake> stakes, TreeMap<VenueId, BigDecimal> funds) {
    StepLimits steps = limits.sequence();
    return new SequenceProver(
        stakes,
        funds,
        plan.nav().amount(),
        new SequenceBounds(
            limits.maxGrossLeverage(),
            limits.maxNetLeverage(),
            steps.maxVenueExposure(),
            steps.maxMarginRatio(),
            steps.minLiquidationDistance(),
            settings.venueLeverage(),
            MaintenanceTable.flat(steps.maintenanceRate())));
  }

  private Result<List<Stake>> stakes(RebalancePlan plan) {
    TreeSet<InstrumentId> named = new TreeSet<>(universe.riskInstruments());
    plan.legs().stream().map(PlannedLeg::instrument).forEach(named::add);
    plan.unresolved().stream().map(PositionInterval::instrument).forEach(named::add);
    account.positions().stream().map(VenuePosition::instrument).forEach(named::add);
    List<Stake> stakes = new ArrayList<>();
    for (InstrumentId id : named) {
      PositionInterval possible = possible(plan, id);
      Optional<InstrumentSpec> spec = market.spec(id);
      Optional<Quote> quote = market.quote(id);
      if (spec.isPresent() && quote.isPresent()) {
        stakes.add(stake(spec.get(), quote.get(), possible));
      } else if (!possible.worst().isZero()) {
        return Result.refused(
            RefusalReason.PLAN_UNPROVED,
            possible
                + " contracts of "
                + id
                + " are held, and the market shows no specification or price of it; close it at the"
                + " venue or add it to the universe");
      }
    }
    return Result.ok(stakes);
  }

  private PositionInterval possible(RebalancePlan plan, InstrumentId id) {
    Contracts held = Valuation.held(Instrument.parse(id), account);
    boolean isPlanned =
        plan.targets().stream().anyMatch(target -> target.instrument().equals(id))
            || plan.unresolved().stream().anyMatch(interval -> interval.instrument().equals(id));
    return isPlanned ? plan.interval(id).including(held) : PositionInterval.at(id, held);
  }

  private Stake stake(InstrumentSpec spec, Quote quote, PositionInterval possible) {
    return new Stake(
        possible,
        spec.instrument().venue(),
        kind(spec.instrument()),
        spec.notional(Contracts.of(BigDecimal.ONE), quote.mark()).amount(),
        cost(quote),
        spec.lotSize(),
        OrderGate.smallest(spec, quote.mark()).value());
  }

  private Stake.Kind kind(Instrument instrument) {
    boolean isUnified =
        account.balances().stream()
            .map(balance -> balance.wallet())
            .anyMatch(wallet -> wallet.equals(Wallet.unified(instrument.venue())));
    return switch (instrument) {
      case Instrument.Future future -> Stake.Kind.FUTURE;
      case Instrument.Spot spot ->
          universe.riskInstruments().contains(spot.id())
              ? (isUnified ? Stake.Kind.COIN_FROM_MARGIN : Stake.Kind.COIN)
              : (isUnified ? Stake.Kind.CASH_FROM_MARGIN : Stake.Kind.CASH);
    };
  }

  /** The most that an order within the collar can lose against the mark, with the fee. */
  private BigDecimal cost(Quote quote) {
    BigDecimal mark = quote.mark().value();
    BigDecimal dearest = quote.ask().value().multiply(BigDecimal.ONE.add(collar.value()));
    BigDecimal cheapest = quote.bid().value().multiply(BigDecimal.ONE.subtract(collar.value()));
    BigDecimal away = dearest.subtract(mark).abs().max(mark.subtract(cheapest).abs());
    return Decimals.quotient(away, mark).add(FEE);
  }

  /** By venue, what carries futures there. */
  private Result<TreeMap<VenueId, BigDecimal>> equities() {
    TreeMap<VenueId, BigDecimal> funds = new TreeMap<>();
    account.balances().stream()
        .map(balance -> balance.wallet().venue())
        .forEach(venue -> funds.put(venue, account.collateral(venue, universe.navCurrency())));
    for (VenuePosition position : account.positions()) {
      Instrument instrument = Instrument.parse(position.instrument());
      Result<BigDecimal> price =
          Valuation.priceOf(
              instrument.quote(), instrument.venue(), market.quotes(), universe.navCurrency());
      switch (price) {
        case Result.Ok<BigDecimal> ok ->
            funds.merge(
                instrument.venue(), position.unrealizedPnl().multiply(ok.value()), BigDecimal::add);
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(funds);
  }
}
