package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Yardstick;

/**
 * The part of a plan that only takes risk away.
 *
 * <p>A leg is kept if it brings its position toward zero, and if the net position in its coin over all instruments does
 * not grow by what is kept: closing the short leg of a carry sleeve alone would be a purchase of the coin.
 * Stablecoins are not exchanged either.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class ReduceOnly {

  private ReduceOnly() {}

  /** The plan without what adds risk; every leg left out is named with the reason. */
  public static RebalancePlan of(
      RebalancePlan plan, Universe universe, MarketSnapshot market, Refusal why) {
    TreeMap<InstrumentId, Refusal> all = new TreeMap<>();
    universe.riskInstruments().forEach(instrument -> all.put(instrument, why));
    plan.legs().forEach(leg -> all.put(leg.instrument(), why));
    return of(plan, universe, market, all, Collections.emptyNavigableSet());
  }

  /**
   * The plan under rules of trading: of the instruments that must not be added to only what reduces is left.
   *
   * <p>The net position in their coins must not grow either, whatever else of the coin is traded.
   */
  public static RebalancePlan under(
      Map<InstrumentId, TradeRule> rules,
      RebalancePlan plan,
      Universe universe,
      MarketSnapshot market) {
    TreeMap<InstrumentId, Refusal> bound = new TreeMap<>();
    universe.riskInstruments().stream()
        .filter(rules::containsKey)
        .forEach(
            id ->
                bound.put(
                    id,
                    Refusal.of(
                        RefusalReason.OVERRIDE,
                        "an override lets it only be reduced; see 'override list'")));
    return bound.isEmpty()
        ? plan
        : of(plan, universe, market, bound, Collections.emptyNavigableSet());
  }

  /**
   * The plan without what adds risk to some instruments; the others are as planned.
   *
   * @param why the instruments that may only be reduced, each with the reason
   * @param leaving instruments that are closed even where that leaves a coin less hedged, because they cannot be held
   */
  public static RebalancePlan of(
      RebalancePlan plan,
      Universe universe,
      MarketSnapshot market,
      SortedMap<InstrumentId, Refusal> why,
      SortedSet<InstrumentId> leaving) {
    List<InstrumentId> risky =
        universe.riskInstruments().stream().filter(id -> why.containsKey(id)).toList();
    List<PlannedLeg> kept = reducing(plan, risky, why);
    TreeSet<Currency> growing = new TreeSet<>();
    for (InstrumentId instrument : risky) {
      Currency coin = Instrument.parse(instrument).base();
      BigDecimal before = net(coin, plan, List.of(), universe, market);
      if (net(coin, plan, kept, universe, market).abs().compareTo(before.abs()) > 0) {
        growing.add(coin);
      }
    }
    kept.removeIf(
        leg ->
            why.containsKey(leg.instrument())
                && !leaving.contains(leg.instrument())
                && growing.contains(Instrument.parse(leg.instrument()).base()));
    List<Skip> skips = new ArrayList<>();
    for (PlannedLeg leg : plan.legs()) {
      Refusal reason = why.get(leg.instrument());
      if (reason != null && !kept.contains(leg)) {
        skips.add(new Skip(leg.instrument(), reason));
      }
    }
    return plan.with(kept, skips);
  }

  /** The legs toward zero in their sequence; the second leg of a turn finds nothing left to reduce. */
  private static List<PlannedLeg> reducing(
      RebalancePlan plan, List<InstrumentId> risky, SortedMap<InstrumentId, Refusal> why) {
    TreeMap<InstrumentId, BigDecimal> left = new TreeMap<>();
    risky.forEach(instrument -> left.put(instrument, held(plan, instrument)));
    List<PlannedLeg> reducing = new ArrayList<>();
    for (PlannedLeg leg : plan.legs()) {
      if (!why.containsKey(leg.instrument())) {
        reducing.add(leg);
        continue;
      }
      BigDecimal before = left.getOrDefault(leg.instrument(), BigDecimal.ZERO);
      BigDecimal after = before.add(leg.side().signed(leg.quantity()).value());
      boolean isTowardZero =
          after.abs().compareTo(before.abs()) < 0 && after.signum() * before.signum() >= 0;
      if (isTowardZero) {
        left.put(leg.instrument(), after);
        reducing.add(leg);
      }
    }
    return reducing;
  }

  private static BigDecimal held(RebalancePlan plan, InstrumentId instrument) {
    return plan.targets().stream()
        .filter(target -> target.instrument().equals(instrument))
        .map(target -> target.current().value())
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** What is held of a coin after some legs, in coins. */
  private static BigDecimal net(
      Currency coin,
      RebalancePlan plan,
      List<PlannedLeg> legs,
      Universe universe,
      MarketSnapshot market) {
    BigDecimal net = BigDecimal.ZERO;
    for (TargetPosition position : plan.targets()) {
      if (Instrument.parse(position.instrument()).base().equals(coin)) {
        BigDecimal contracts = position.current().value();
        for (PlannedLeg leg : legs) {
          if (leg.instrument().equals(position.instrument())) {
            contracts = contracts.add(leg.side().signed(leg.quantity()).value());
          }
        }
        net = net.add(inCoins(position.instrument(), contracts, universe, market));
      }
    }
    return net;
  }

  /** What a number of contracts is worth in coins; without a price, which what has ended lacks, one is one. */
  private static BigDecimal inCoins(
      InstrumentId instrument, BigDecimal contracts, Universe universe, MarketSnapshot market) {
    Optional<InstrumentSpec> spec = market.spec(instrument);
    Optional<Quote> quote = market.quote(instrument);
    return spec.isPresent() && quote.isPresent()
        ? Yardstick.of(universe, market.quotes())
            .orThrow()
            .base(spec.get(), new Contracts(contracts), quote.get().mark())
            .value()
        : contracts.multiply(spec.map(InstrumentSpec::multiplier).orElse(BigDecimal.ONE));
  }
}
