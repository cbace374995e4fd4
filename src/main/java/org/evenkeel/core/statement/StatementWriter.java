package org.evenkeel.core.statement;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.data.Yardstick;
import org.evenkeel.core.estimate.CovarianceEstimate;
import org.evenkeel.core.parity.RiskContributions;
import org.evenkeel.core.parity.SleeveTarget;
import org.evenkeel.core.parity.TargetWeights;
import org.evenkeel.core.plan.PositionInterval;

/**
 * Draws up the account at the end of a cycle as a pure function of what is held, what it is worth and what was wanted.
 *
 * <p>What several sleeves hold of one instrument is attributed in proportion to what each wanted of it.
 */
public final class StatementWriter {

  private final Universe universe;
  private final List<InstrumentSpec> specs;
  private final List<Quote> quotes;
  private final Yardstick yardstick;

  /** A writer for quotes that price the universe, as those of every observation do; throws otherwise. */
  public StatementWriter(Universe universe, List<InstrumentSpec> specs, List<Quote> quotes) {
    this.universe = universe;
    this.yardstick = Yardstick.of(universe, quotes).orThrow();
    this.specs = List.copyOf(specs);
    this.quotes = List.copyOf(quotes);
  }

  /**
   * The statement; {@code principle} says how the targets were found, {@code open} which positions are uncertain, {@code
   * remarks} has an operator's override in words by sleeve.
   */
  public CycleStatement draw(
      Instant asOf,
      AccountSnapshot account,
      Money nav,
      CovarianceEstimate estimate,
      TargetWeights targets,
      String principle,
      BigDecimal turnover,
      Collection<PositionInterval> open,
      Map<SleeveId, String> remarks) {
    SortedMap<SleeveId, Ratio> exposures = exposures(account, nav, targets);
    RiskContributions risk = RiskContributions.of(estimate, exposures);
    List<WeightRow> weights = new ArrayList<>();
    for (Sleeve sleeve : universe.sleeves()) {
      weights.add(weight(sleeve, targets, exposures, risk, remarks));
    }
    List<PositionRow> positions = positions(account, nav);
    BigDecimal gross = gross(account, nav);
    List<OpenRow> uncertain = new ArrayList<>();
    open.forEach(
        interval -> uncertain.addAll(uncertain(interval, account, nav, estimate, targets)));
    return new CycleStatement(
            asOf,
            nav.amount(),
            gross,
            risk.volatilityAnnual().value(),
            Decimals.normal(turnover),
            weights,
            positions,
            uncertain,
            principle)
        .withWallets(WalletRow.of(account));
  }

  /** The sum of what futures expose to, each without its sign: an inverse one together with its coins. */
  private BigDecimal gross(AccountSnapshot account, Money nav) {
    BigDecimal gross = BigDecimal.ZERO;
    for (InstrumentSpec spec : specs) {
      if (spec.instrument() instanceof Instrument.Future) {
        BigDecimal exposure = exposure(spec.id(), account);
        gross = gross.add(Valuation.fraction(exposure, nav.amount()).abs());
      }
    }
    return gross;
  }

  /** What an uncertain position means at both ends, for every sleeve that holds the instrument. */
  private List<OpenRow> uncertain(
      PositionInterval interval,
      AccountSnapshot account,
      Money nav,
      CovarianceEstimate estimate,
      TargetWeights targets) {
    AccountSnapshot least = Holding.set(account, interval.instrument(), interval.low());
    AccountSnapshot most = Holding.set(account, interval.instrument(), interval.high());
    RiskContributions riskLow = RiskContributions.of(estimate, exposures(least, nav, targets));
    RiskContributions riskHigh = RiskContributions.of(estimate, exposures(most, nav, targets));
    List<SleeveId> holders =
        universe.sleeves().stream()
            .filter(
                sleeve ->
                    sleeve.legs().stream()
                        .anyMatch(leg -> leg.instruments().contains(interval.instrument())))
            .map(Sleeve::id)
            .toList();
    List<OpenRow> rows = new ArrayList<>();
    for (SleeveId sleeve : holders) {
      rows.add(
          new OpenRow(
              interval.instrument().value(),
              sleeve.value(),
              interval.low().value(),
              interval.high().value(),
              gross(least, nav),
              gross(most, nav),
              riskLow.fractions().getOrDefault(sleeve, Ratio.ZERO).value(),
              riskHigh.fractions().getOrDefault(sleeve, Ratio.ZERO).value()));
    }
    if (holders.isEmpty()) {
      BigDecimal gross = gross(account, nav);
      rows.add(
          new OpenRow(
              interval.instrument().value(),
              "",
              interval.low().value(),
              interval.high().value(),
              gross,
              gross,
              BigDecimal.ZERO,
              BigDecimal.ZERO));
    }
    return rows;
  }

  private static WeightRow weight(
      Sleeve sleeve,
      TargetWeights targets,
      SortedMap<SleeveId, Ratio> exposures,
      RiskContributions risk,
      Map<SleeveId, String> remarks) {
    SleeveTarget target = targets.of(sleeve.id()).orElseThrow();
    Ratio current = exposures.getOrDefault(sleeve.id(), Ratio.ZERO);
    return new WeightRow(
        sleeve.id().value(),
        sleeve.sleeveClass().value(),
        target.riskBudget().value(),
        target.weight().value(),
        target.exposure().value(),
        current.value(),
        current.minus(target.exposure()).value(),
        target.riskContribution().value(),
        risk.fractions().getOrDefault(sleeve.id(), Ratio.ZERO).value(),
        remarks.getOrDefault(sleeve.id(), ""));
  }

  private SortedMap<SleeveId, Ratio> exposures(
      AccountSnapshot account, Money nav, TargetWeights targets) {
    TreeMap<SleeveId, Ratio> exposures = new TreeMap<>();
    for (Sleeve sleeve : universe.sleeves()) {
      BigDecimal sum = BigDecimal.ZERO;
      BigDecimal ratios = BigDecimal.ZERO;
      for (Leg leg : sleeve.legs()) {
        BigDecimal share = shareOf(sleeve, leg, targets);
        BigDecimal held =
            leg.instruments().stream()
                .map(id -> exposure(id, account))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal part = held.multiply(share);
        sum = sum.add(part.multiply(BigDecimal.valueOf(leg.ratio().signum())));
        ratios = ratios.add(leg.ratio().abs());
      }
      exposures.put(
          sleeve.id(),
          new Ratio(Valuation.fraction(sum, ratios.multiply(nav.amount(), Decimals.PRECISION))));
    }
    return exposures;
  }

  /** The part of an instrument's position that belongs to a sleeve: what it wants of it over what all want of it. */
  private BigDecimal shareOf(Sleeve owner, Leg leg, TargetWeights targets) {
    BigDecimal wanted = BigDecimal.ZERO;
    BigDecimal own = BigDecimal.ZERO;
    int owners = 0;
    for (Sleeve sleeve : universe.sleeves()) {
      for (Leg other : sleeve.legs()) {
        if (other.instrument().equals(leg.instrument())) {
          BigDecimal part =
              targets.of(sleeve.id()).orElseThrow().exposure().value().multiply(other.ratio());
          wanted = wanted.add(part);
          owners++;
          if (sleeve.equals(owner)) {
            own = own.add(part);
          }
        }
      }
    }
    return wanted.signum() == 0
        ? Decimals.quotient(BigDecimal.ONE, BigDecimal.valueOf(owners))
        : Decimals.quotient(own, wanted);
  }

  /** What is held of an instrument and, with an inverse contract, of its coin. */
  private BigDecimal exposure(InstrumentId id, AccountSnapshot account) {
    Money coins = MarginCoins.of(universe, account, yardstick).with(id);
    return notional(id, account).add(coins.amount());
  }

  private BigDecimal notional(InstrumentId id, AccountSnapshot account) {
    return specs.stream()
        .filter(spec -> spec.id().equals(id))
        .flatMap(
            spec ->
                quotes.stream()
                    .filter(quote -> quote.instrument().equals(id))
                    .map(
                        quote ->
                            yardstick
                                .value(
                                    spec, Valuation.held(spec.instrument(), account), quote.mark())
                                .amount()))
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  private List<PositionRow> positions(AccountSnapshot account, Money nav) {
    List<PositionRow> rows = new ArrayList<>();
    for (InstrumentSpec spec : specs) {
      if (spec.instrument() instanceof Instrument.Future && !account.position(spec.id()).isZero()) {
        BigDecimal value = notional(spec.id(), account);
        rows.add(
            new PositionRow(
                spec.id().value(),
                account.position(spec.id()).value(),
                markOf(spec.id()),
                value,
                Valuation.fraction(value, nav.amount())));
      }
    }
    for (Balance balance : account.balances()) {
      if (balance.total().signum() != 0) {
        BigDecimal price = yardstick.price(balance.currency(), balance.wallet().venue()).orThrow();
        BigDecimal value = Decimals.normal(balance.total().multiply(price));
        rows.add(
            new PositionRow(
                balance.wallet() + "/" + balance.currency(),
                balance.total(),
                price,
                value,
                Valuation.fraction(value, nav.amount())));
      }
    }
    return rows;
  }

  private BigDecimal markOf(InstrumentId id) {
    return quotes.stream()
        .filter(quote -> quote.instrument().equals(id))
        .map(quote -> quote.mark().value())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }
}
