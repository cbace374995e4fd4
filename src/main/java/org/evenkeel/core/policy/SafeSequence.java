package org.evenkeel.core.policy;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.plan.Collateral;
import org.evenkeel.core.plan.Collateral.Pot;
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
 * Equity is the money in which contracts are settled at a venue, with the profits that are not realized.
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
    return proven(plan, Collections.emptySortedMap());
  }

  /**
   * The same where exposures are handed over from one instrument to another.
   *
   * @param moves by the instrument that is left the one that takes over
   */
  public Result<RebalancePlan> proven(
      RebalancePlan plan, SortedMap<InstrumentId, InstrumentId> moves) {
    return Yardstick.of(universe, market.quotes())
        .then(
            yardstick ->
                stakes(plan, yardstick)
                    .then(
                        stakes ->
                            equities(stakes, yardstick).map(funds -> prover(plan, stakes, funds))))
        .map(
            prover -> {
              Sequence safe = prover.arrange(plan.legs(), moves);
              return plan.proven(safe.legs(), safe.waits(), safe.cuts(), safe.figures());
            });
  }

  private SequenceProver prover(
      RebalancePlan plan, List<Stake> stakes, SortedMap<Pot, BigDecimal> funds) {
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

  private Result<List<Stake>> stakes(RebalancePlan plan, Yardstick yardstick) {
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
        stakes.add(stake(spec.get(), quote.get(), possible, yardstick));
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

  private Stake stake(
      InstrumentSpec spec, Quote quote, PositionInterval possible, Yardstick yardstick) {
    return new Stake(
        possible,
        spec.instrument().venue(),
        kind(spec.id()),
        pot(spec.instrument()),
        yardstick.value(spec, Contracts.of(BigDecimal.ONE), quote.mark()).amount(),
        cost(quote),
        spec.lotSize(),
        OrderGate.smallest(spec, quote.mark()).value());
  }

  private Stake.Kind kind(InstrumentId id) {
    if (Instrument.isFuture(id)) {
      return Stake.Kind.FUTURE;
    }
    return universe.riskInstruments().contains(id) ? Stake.Kind.COIN : Stake.Kind.CASH;
  }

  /** What carries a contract, or what pays for a coin where one wallet does both. */
  private Optional<Pot> pot(Instrument instrument) {
    boolean isUnified =
        account.balances().stream()
            .anyMatch(balance -> balance.wallet().equals(Wallet.unified(instrument.venue())));
    return Pot.of(instrument.id())
        .or(
            () ->
                isUnified
                    ? Optional.of(new Pot(instrument.venue(), instrument.quote()))
                    : Optional.empty());
  }

  /** The most that an order within the collar can lose against the mark, with the fee. */
  private BigDecimal cost(Quote quote) {
    BigDecimal mark = quote.mark().value();
    BigDecimal dearest = quote.ask().value().multiply(BigDecimal.ONE.add(collar.value()));
    BigDecimal cheapest = quote.bid().value().multiply(BigDecimal.ONE.subtract(collar.value()));
    BigDecimal away = dearest.subtract(mark).abs().max(mark.subtract(cheapest).abs());
    return Decimals.quotient(away, mark).add(FEE);
  }

  /** What carries futures, with the profits that are not realized. */
  private Result<SortedMap<Pot, BigDecimal>> equities(List<Stake> stakes, Yardstick yardstick) {
    TreeMap<Pot, BigDecimal> funds = new TreeMap<>();
    Collateral collateral = Collateral.of(account, yardstick, settings);
    stakes.forEach(stake -> stake.pot().ifPresent(pot -> funds.put(pot, collateral.in(pot))));
    for (VenuePosition position : account.positions()) {
      Pot pot = Pot.of(position.instrument()).orElseThrow();
      switch (yardstick.price(pot.currency(), pot.venue())) {
        case Result.Ok<BigDecimal> ok ->
            funds.merge(
                pot,
                position.unrealizedPnl().multiply(ok.value(), Decimals.PRECISION),
                BigDecimal::add);
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(funds);
  }
}
