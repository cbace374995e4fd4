package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Leg;
import org.evenkeel.core.catalog.Sleeve;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Valuation;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * The coins that the money at each venue pays for.
 *
 * <p>A sleeve of coins and futures of which the coins cannot be paid would be half of it, which is another bet; so the whole
 * sleeve shrinks to what can be paid. Money pays with all stablecoins at the venue, which are sold before coins are bought,
 * less what futures need as margin where one wallet does both, less {@link #RESERVE}.
 *
 * <p>This class is immutable and thread-safe.
 */
final class CoinMoney {

  /** One percent for fees and for prices that move before the order. */
  static final BigDecimal RESERVE = new BigDecimal("0.01");

  private final PlanScope scope;

  CoinMoney(PlanScope scope) {
    this.scope = scope;
  }

  /** What pays for a coin. */
  static Pot purse(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    return new Pot(instrument.venue(), instrument.quote());
  }

  /** The money of a purse in NAV currency, the coins that could be sold for it not counted. */
  BigDecimal in(Pot purse) {
    BigDecimal coins = scope.account().coins(purse.venue(), purse.currency()).max(BigDecimal.ZERO);
    BigDecimal sum =
        coins.signum() == 0
            ? BigDecimal.ZERO
            : coins.multiply(
                scope.yardstick().price(purse.currency(), purse.venue()).orThrow(),
                Decimals.PRECISION);
    if (purse.currency().equals(scope.nav().currency())) {
      for (StablecoinShare coin : scope.universe().stablecoins()) {
        Instrument spot = Instrument.parse(coin.instrument());
        if (spot.venue().equals(purse.venue())) {
          Quote quote = scope.quote(coin.instrument());
          sum =
              sum.add(
                  scope.account().coins(spot.venue(), spot.base()).multiply(quote.mid().value()));
        }
      }
    }
    return sum.multiply(BigDecimal.ONE.subtract(RESERVE));
  }

  /** The value of the legs' coins that were paid for from a purse, each once. */
  BigDecimal coins(Pot purse) {
    return scope.universe().sleeves().stream()
        .flatMap(sleeve -> sleeve.legs().stream())
        .filter(leg -> isCoin(leg) && purse(leg.instrument()).equals(purse))
        .map(Leg::instrument)
        .distinct()
        .map(this::held)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The exposures of which all coins can be paid. */
  SortedMap<SleeveId, Ratio> affordable(SortedMap<SleeveId, Ratio> exposures) {
    return affordable(exposures, this::isCoin);
  }

  /** The exposures of which the coins can be paid that nothing else may stand for. */
  SortedMap<SleeveId, Ratio> affordableAnyway(SortedMap<SleeveId, Ratio> exposures) {
    return affordable(exposures, leg -> isCoin(leg) && leg.alternatives().isEmpty());
  }

  private SortedMap<SleeveId, Ratio> affordable(
      SortedMap<SleeveId, Ratio> exposures, Predicate<Leg> isCoin) {
    TreeMap<Pot, BigDecimal> needed = new TreeMap<>();
    TreeMap<Pot, BigDecimal> there = new TreeMap<>();
    TreeMap<Pot, BigDecimal> margin = new TreeMap<>();
    TreeSet<InstrumentId> counted = new TreeSet<>();
    for (Sleeve sleeve : scope.universe().sleeves()) {
      for (Leg leg : sleeve.legs()) {
        BigDecimal wanted = wanted(exposures, sleeve, leg);
        if (isCoin.test(leg)) {
          Pot purse = purse(leg.instrument());
          needed.merge(purse, wanted.max(BigDecimal.ZERO), BigDecimal::add);
          // Sleeves may share a coin, and what is held of it is there once.
          if (counted.add(leg.instrument())) {
            there.merge(purse, held(leg.instrument()), BigDecimal::add);
          }
        } else {
          Pot.of(leg.instrument())
              .filter(pot -> isShared(pot))
              .ifPresent(pot -> margin.merge(pot, margin(wanted), BigDecimal::add));
        }
      }
    }
    TreeMap<Pot, BigDecimal> scales = new TreeMap<>();
    for (Map.Entry<Pot, BigDecimal> need : needed.entrySet()) {
      Pot purse = need.getKey();
      BigDecimal room =
          in(purse)
              .subtract(margin.getOrDefault(purse, BigDecimal.ZERO))
              .max(BigDecimal.ZERO)
              .add(there.getOrDefault(purse, BigDecimal.ZERO));
      if (need.getValue().compareTo(room) > 0) {
        scales.put(purse, Decimals.quotient(room, need.getValue()));
      }
    }
    TreeMap<SleeveId, Ratio> affordable = new TreeMap<>(exposures);
    for (Sleeve sleeve : scope.universe().sleeves()) {
      for (Leg leg : sleeve.legs()) {
        BigDecimal scale =
            isCoin.test(leg)
                ? scales.getOrDefault(purse(leg.instrument()), BigDecimal.ONE)
                : BigDecimal.ONE;
        Ratio whole = exposures.getOrDefault(sleeve.id(), Ratio.ZERO);
        Ratio part = whole.times(new Ratio(scale));
        affordable.computeIfPresent(
            sleeve.id(), (id, sofar) -> sofar.abs().compareTo(part.abs()) <= 0 ? sofar : part);
      }
    }
    return affordable;
  }

  /** One wallet is margin and pays for coins: what is margin pays for nothing. */
  private boolean isShared(Pot pot) {
    return scope.account().balances().stream()
        .anyMatch(
            one ->
                one.wallet().venue().equals(pot.venue())
                    && one.wallet().purse().carriesMargin()
                    && one.wallet().purse().paysForCoins());
  }

  private BigDecimal margin(BigDecimal wanted) {
    return Decimals.quotient(
        wanted.abs(),
        scope
            .settings()
            .maxMarginUse()
            .value()
            .multiply(BigDecimal.valueOf(scope.settings().venueLeverage())));
  }

  private BigDecimal wanted(SortedMap<SleeveId, Ratio> exposures, Sleeve sleeve, Leg leg) {
    return scope
        .nav()
        .amount()
        .multiply(exposures.getOrDefault(sleeve.id(), Ratio.ZERO).value())
        .multiply(leg.ratio(), Decimals.PRECISION);
  }

  private BigDecimal held(InstrumentId id) {
    Money held = scope.value(id, Valuation.held(Instrument.parse(id), scope.account()));
    return held.amount().max(BigDecimal.ZERO);
  }

  private boolean isCoin(Leg leg) {
    return Instrument.parse(leg.instrument()) instanceof Instrument.Spot
        && scope.market().quote(leg.instrument()).isPresent();
  }
}
