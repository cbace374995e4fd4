package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * How the cash that is not margin is spread over stablecoins: by shares, under the caps of their issuers.
 *
 * <p>At each venue the NAV currency that futures need as margin, with the buffer, and what is needed for the coins of sleeves
 * stays. Of the rest every stablecoin gets its share, less what its issuer's cap leaves. Where the issuer of the NAV
 * currency is over its cap, other coins get more than their share, as far as their caps leave room. What fits nowhere stays
 * in the NAV currency.
 *
 * <p>A coin off its peg that nobody has confirmed yet keeps what it has; a latched one gets nothing.
 *
 * <p>Single-threaded, used for one plan.
 */
final class CashSpread {

  private static final BigDecimal NO_CAP = new BigDecimal("1E30");

  private final PlanScope scope;
  private final CashBasis cash;
  private final TreeMap<InstrumentId, BigDecimal> wanted = new TreeMap<>();
  private final TreeMap<VenueId, BigDecimal> left = new TreeMap<>();
  private final TreeMap<String, BigDecimal> room = new TreeMap<>();
  private final TreeMap<String, BigDecimal> over = new TreeMap<>();

  private CashSpread(PlanScope scope, CashBasis cash) {
    this.scope = scope;
    this.cash = cash;
  }

  /**
   * The spread beside planned positions.
   *
   * @param positions the planned positions, of which the futures need margin
   * @param legs what is traded of them, of which coins are paid for
   */
  static CashSpread of(
      PlanScope scope, CashBasis cash, List<TargetPosition> positions, List<PlannedLeg> legs) {
    CashSpread spread = new CashSpread(scope, cash);
    spread.measure(positions, legs);
    spread.rooms();
    spread.share();
    spread.overflow();
    return spread;
  }

  /** The wanted value of each stablecoin by its market, in NAV currency. */
  SortedMap<InstrumentId, BigDecimal> wanted() {
    return wanted;
  }

  /** What is held of the NAV currency's issuer beyond its cap and fits nowhere else. */
  BigDecimal over() {
    return over.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The margin with its buffer that planned futures need in a pot, in NAV currency. */
  static BigDecimal margin(PlanScope scope, List<TargetPosition> positions, Pot pot) {
    BigDecimal gross = BigDecimal.ZERO;
    for (TargetPosition position : positions) {
      if (Pot.of(position.instrument()).filter(pot::equals).isPresent()) {
        BigDecimal held = scope.value(position.instrument(), position.current()).abs().amount();
        gross = gross.add(position.targetNotional().abs().amount().max(held));
      }
    }
    return Decimals.quotient(gross, BigDecimal.valueOf(scope.settings().venueLeverage()))
        .multiply(BigDecimal.ONE.add(scope.settings().treasury().marginBuffer().value()));
  }

  /** What may be spread at each venue: never the margin, its buffer, or what coins of sleeves cost. */
  private void measure(List<TargetPosition> positions, List<PlannedLeg> legs) {
    Currency nav = scope.nav().currency();
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      VenueId venue = venue(coin);
      if (left.containsKey(venue)) {
        continue;
      }
      BigDecimal free = scope.account().coins(venue, nav);
      if (isShared(venue)) {
        free = free.subtract(margin(scope, positions, new Pot(venue, nav)));
      }
      for (PlannedLeg leg : legs) {
        Instrument instrument = Instrument.parse(leg.instrument());
        boolean isPaid =
            instrument instanceof Instrument.Spot
                && instrument.venue().equals(venue)
                && instrument.quote().equals(nav);
        if (isPaid && leg.side() == Side.BUY) {
          BigDecimal cost = leg.notional().amount().multiply(BigDecimal.ONE.add(CoinMoney.RESERVE));
          free = free.subtract(cost);
        }
      }
      for (StablecoinShare other : scope.universe().stablecoins()) {
        if (venue(other).equals(venue)) {
          free = free.add(value(other));
        }
      }
      left.put(venue, free.max(BigDecimal.ZERO));
    }
  }

  /** What the caps of issuers leave for coins: what lies where nothing can be converted counts already. */
  private void rooms() {
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      room.merge(issuer(base(coin)), cap(base(coin)), BigDecimal::min);
    }
    Currency nav = scope.nav().currency();
    room.merge(issuer(nav), cap(nav), BigDecimal::min);
    for (Balance balance : scope.account().balances()) {
      boolean isConverted =
          scope.universe().stablecoins().stream()
              .anyMatch(
                  coin ->
                      base(coin).equals(balance.currency())
                          && venue(coin).equals(balance.wallet().venue())
                          && balance.wallet().purse().paysForCoins());
      if (!isConverted && room.containsKey(issuer(balance.currency()))) {
        BigDecimal value = valueOf(balance);
        room.merge(issuer(balance.currency()), value.negate(), BigDecimal::add);
      }
    }
  }

  private void share() {
    TreeMap<VenueId, BigDecimal> whole = new TreeMap<>(left);
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      BigDecimal part =
          whole.getOrDefault(venue(coin), BigDecimal.ZERO).multiply(coin.share().value());
      BigDecimal want =
          cash.pegs().isLatched(base(coin))
              ? BigDecimal.ZERO
              : isOff(coin) ? value(coin) : part.min(roomOf(coin)).max(BigDecimal.ZERO);
      give(coin, want);
    }
  }

  /** The NAV currency's issuer is over its cap: as much as fits goes into the other coins. */
  private void overflow() {
    // What stays of the NAV currency beyond what it was: sold coins add to it, bought ones take
    // from it.
    BigDecimal stays = BigDecimal.ZERO;
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      stays =
          stays.add(value(coin)).subtract(wanted.getOrDefault(coin.instrument(), BigDecimal.ZERO));
    }
    String own = issuer(scope.nav().currency());
    BigDecimal rest = stays.subtract(room.getOrDefault(own, BigDecimal.ZERO)).max(BigDecimal.ZERO);
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      boolean mayTake =
          !issuer(base(coin)).equals(own) && !cash.pegs().isLatched(base(coin)) && !isOff(coin);
      if (mayTake) {
        BigDecimal more =
            rest.min(roomOf(coin))
                .min(left.getOrDefault(venue(coin), BigDecimal.ZERO))
                .max(BigDecimal.ZERO);
        give(coin, more);
        rest = rest.subtract(more);
      }
    }
    over.put(own, rest);
  }

  private void give(StablecoinShare coin, BigDecimal value) {
    wanted.merge(coin.instrument(), value, BigDecimal::add);
    room.merge(issuer(base(coin)), value.negate(), BigDecimal::add);
    left.merge(venue(coin), value.negate(), BigDecimal::add);
  }

  private BigDecimal roomOf(StablecoinShare coin) {
    return room.getOrDefault(issuer(base(coin)), BigDecimal.ZERO);
  }

  boolean isOff(StablecoinShare coin) {
    BigDecimal par = BigDecimal.ONE.subtract(scope.settings().treasury().depeg().value());
    return scope.quote(coin.instrument()).mid().value().compareTo(par) < 0;
  }

  private boolean isShared(VenueId venue) {
    return scope.account().balances().stream()
        .anyMatch(
            one ->
                one.wallet().venue().equals(venue)
                    && one.wallet().purse().carriesMargin()
                    && one.wallet().purse().paysForCoins());
  }

  private BigDecimal cap(Currency coin) {
    Ratio cap = cash.terms().of(coin).issuerCap();
    return cap.equals(Ratio.ONE) ? NO_CAP : scope.nav().amount().multiply(cap.value());
  }

  private String issuer(Currency coin) {
    return cash.terms().of(coin).issuer();
  }

  private BigDecimal value(StablecoinShare coin) {
    return scope
        .account()
        .coins(venue(coin), base(coin))
        .multiply(scope.quote(coin.instrument()).mid().value());
  }

  private BigDecimal valueOf(Balance balance) {
    return balance
        .total()
        .multiply(
            scope.yardstick().price(balance.currency(), balance.wallet().venue()).orThrow(),
            Decimals.PRECISION);
  }

  private static Currency base(StablecoinShare coin) {
    return Instrument.parse(coin.instrument()).base();
  }

  private static VenueId venue(StablecoinShare coin) {
    return Instrument.parse(coin.instrument()).venue();
  }
}
