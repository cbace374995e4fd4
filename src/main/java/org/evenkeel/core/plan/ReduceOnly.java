package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
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
    List<PlannedLeg> reducing = new ArrayList<>();
    List<InstrumentId> risky = universe.riskInstruments();
    for (PlannedLeg leg : plan.legs()) {
      if (risky.contains(leg.instrument()) && reduces(plan, leg)) {
        reducing.add(leg);
      }
    }
    TreeSet<Currency> growing = new TreeSet<>();
    for (InstrumentId instrument : risky) {
      Currency coin = Instrument.parse(instrument).base();
      BigDecimal before = net(coin, plan, List.of(), market);
      if (net(coin, plan, reducing, market).abs().compareTo(before.abs()) > 0) {
        growing.add(coin);
      }
    }
    reducing.removeIf(leg -> growing.contains(Instrument.parse(leg.instrument()).base()));
    List<Skip> skips = new ArrayList<>(plan.skips());
    for (PlannedLeg leg : plan.legs()) {
      if (!reducing.contains(leg)) {
        skips.add(new Skip(leg.instrument(), why));
      }
    }
    return new RebalancePlan(
        plan.nav(), plan.marginScale(), plan.targets(), Planner.numbered(reducing), skips);
  }

  private static boolean reduces(RebalancePlan plan, PlannedLeg leg) {
    BigDecimal held = held(plan, leg.instrument());
    return held.signum() * leg.side().signed(leg.quantity()).value().signum() < 0
        && leg.quantity().value().compareTo(held.abs()) <= 0;
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
