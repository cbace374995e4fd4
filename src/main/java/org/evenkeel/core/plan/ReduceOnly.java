package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.MarketSnapshot;

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
    return of(plan, universe.riskInstruments(), market, reducing -> reducing, why);
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
    List<InstrumentId> bound =
        universe.riskInstruments().stream().filter(rules::containsKey).toList();
    if (bound.isEmpty()) {
      return plan;
    }
    return of(
        plan,
        bound,
        market,
        reducing ->
            plan.legs().stream()
                .filter(leg -> !bound.contains(leg.instrument()) || reducing.contains(leg))
                .toList(),
        Refusal.of(
            RefusalReason.OVERRIDE, "an override lets it only be reduced; see 'override list'"));
  }

  private static RebalancePlan of(
      RebalancePlan plan,
      List<InstrumentId> risky,
      MarketSnapshot market,
      UnaryOperator<List<PlannedLeg>> kept,
      Refusal why) {
    List<PlannedLeg> reducing = new ArrayList<>(kept.apply(reducing(plan, risky)));
    TreeSet<Currency> growing = new TreeSet<>();
    for (InstrumentId instrument : risky) {
      Currency coin = Instrument.parse(instrument).base();
      BigDecimal before = net(coin, plan, List.of(), market);
      if (net(coin, plan, reducing, market).abs().compareTo(before.abs()) > 0) {
        growing.add(coin);
      }
    }
    reducing.removeIf(leg -> growing.contains(Instrument.parse(leg.instrument()).base()));
    List<Skip> skips = new ArrayList<>();
    for (PlannedLeg leg : plan.legs()) {
      if (!reducing.contains(leg)) {
        skips.add(new Skip(leg.instrument(), why));
      }
    }
    return plan.with(reducing, skips);
  }

  /** The legs toward zero in their sequence; the second leg of a turn finds nothing left to reduce. */
  private static List<PlannedLeg> reducing(RebalancePlan plan, List<InstrumentId> risky) {
    TreeMap<InstrumentId, BigDecimal> left = new TreeMap<>();
    risky.forEach(instrument -> left.put(instrument, held(plan, instrument)));
    List<PlannedLeg> reducing = new ArrayList<>();
    for (PlannedLeg leg : plan.legs()) {
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
      Currency coin, RebalancePlan plan, List<PlannedLeg> legs, MarketSnapshot market) {
    BigDecimal net = BigDecimal.ZERO;
    for (TargetPosition position : plan.targets()) {
      if (Instrument.parse(position.instrument()).base().equals(coin)) {
        BigDecimal contracts = position.current().value();
        for (PlannedLeg leg : legs) {
          if (leg.instrument().equals(position.instrument())) {
            contracts = contracts.add(leg.side().signed(leg.quantity()).value());
          }
        }
        net = net.add(contracts.multiply(multiplier(position.instrument(), market)));
      }
    }
    return net;
  }

  private static BigDecimal multiplier(InstrumentId instrument, MarketSnapshot market) {
    return market.spec(instrument).map(InstrumentSpec::multiplier).orElse(BigDecimal.ONE);
  }
}
