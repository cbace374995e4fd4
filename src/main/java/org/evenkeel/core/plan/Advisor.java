package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * What the operator should move between wallets and venues, because no order can: advice, never an action.
 *
 * <p>Single-threaded, used for one plan.
 */
final class Advisor {

  private final PlanScope scope;
  private final CashBasis cash;
  private final List<TransferAdvice> advice = new ArrayList<>();

  Advisor(PlanScope scope, CashBasis cash) {
    this.scope = scope;
    this.cash = cash;
  }

  /**
   * All advice about a plan.
   *
   * @param wanted the notionals that the exposures ask for, before margin made them smaller
   */
  List<TransferAdvice> of(SortedMap<InstrumentId, Money> wanted, CashSpread spread) {
    margins(wanted);
    venues();
    if (spread.over().signum() > 0) {
      Currency nav = scope.nav().currency();
      String issuer = cash.terms().of(nav).issuer();
      add(
          TransferAdvice.Cause.ISSUER_CAP,
          issuer,
          spread.over(),
          "coins of "
              + issuer
              + " are over their cap of "
              + cash.terms().of(nav).issuerCap()
              + " of NAV by "
              + money(spread.over())
              + ", and no stablecoin has room or a market where they lie: raise the shares or caps of"
              + " other coins, or move so much to a venue where it can be exchanged");
    }
    depegged();
    return List.copyOf(advice);
  }

  /** Where the margin that the exposures need with the buffer is not there. */
  private void margins(SortedMap<InstrumentId, Money> wanted) {
    TreeMap<Pot, BigDecimal> gross = new TreeMap<>();
    wanted.forEach(
        (id, notional) ->
            Pot.of(id)
                .ifPresent(pot -> gross.merge(pot, notional.abs().amount(), BigDecimal::add)));
    Collateral collateral = Collateral.of(scope.account(), scope.yardstick(), scope.settings());
    for (Map.Entry<Pot, BigDecimal> one : gross.entrySet()) {
      BigDecimal has = collateral.in(one.getKey());
      BigDecimal needs = needs(one.getValue());
      BigDecimal missing = needs.subtract(has);
      if (missing.compareTo(BigDecimal.ONE) > 0) {
        add(
            TransferAdvice.Cause.MARGIN,
            one.getKey().toString(),
            missing,
            "margin at "
                + one.getKey().venue()
                + " is short by "
                + money(missing)
                + " (needs "
                + money(needs)
                + " with the buffer, has "
                + money(has)
                + "): move "
                + money(missing)
                + " from "
                + source(one.getKey(), gross)
                + "; until then all futures are smaller");
      }
    }
  }

  private BigDecimal needs(BigDecimal gross) {
    Ratio use = scope.settings().treasury().marginUse(scope.settings().maxMarginUse());
    return Decimals.quotient(
        gross, use.value().multiply(BigDecimal.valueOf(scope.settings().venueLeverage())));
  }

  /** The other wallet with the most money of the same currency that is not needed there. */
  private String source(Pot to, SortedMap<Pot, BigDecimal> gross) {
    Optional<Balance> best = Optional.empty();
    BigDecimal most = BigDecimal.ZERO;
    for (Balance balance : scope.account().balances()) {
      Pot pot = new Pot(balance.wallet().venue(), balance.currency());
      boolean carries = balance.wallet().purse().carriesMargin();
      if (!balance.currency().equals(to.currency()) || (carries && pot.equals(to))) {
        continue;
      }
      BigDecimal needed =
          carries ? needs(gross.getOrDefault(pot, BigDecimal.ZERO)) : BigDecimal.ZERO;
      BigDecimal free = balance.total().subtract(needed);
      if (free.compareTo(most) > 0) {
        most = free;
        best = Optional.of(balance);
      }
    }
    BigDecimal found = most;
    return best.map(
            one -> one.wallet() + ", where " + text(found) + " " + one.currency() + " are free")
        .orElse("outside, for no wallet has " + to.currency() + " to spare");
  }

  /** Where more lies than a venue may hold. */
  private void venues() {
    TreeMap<VenueId, BigDecimal> values = new TreeMap<>();
    for (Balance balance : scope.account().balances()) {
      values.merge(balance.wallet().venue(), value(balance), BigDecimal::add);
    }
    for (VenuePosition position : scope.account().positions()) {
      VenueId venue = Instrument.parse(position.instrument()).venue();
      BigDecimal price = scope.yardstick().price(position.settlement(), venue).orThrow();
      values.merge(venue, position.unrealizedPnl().multiply(price), BigDecimal::add);
    }
    scope
        .settings()
        .treasury()
        .venueCaps()
        .forEach(
            (name, cap) -> {
              VenueId venue = VenueId.of(name);
              BigDecimal most = scope.nav().amount().multiply(cap.value());
              BigDecimal over = values.getOrDefault(venue, BigDecimal.ZERO).subtract(most);
              if (over.compareTo(BigDecimal.ONE) > 0) {
                add(
                    TransferAdvice.Cause.VENUE_CAP,
                    name,
                    over,
                    money(values.getOrDefault(venue, BigDecimal.ZERO))
                        + " lie at "
                        + name
                        + ", over its cap of "
                        + cap
                        + " of NAV by "
                        + money(over)
                        + ": move "
                        + money(over)
                        + " to another venue or out");
              }
            });
  }

  /** Latched coins in wallets that can sell nothing. */
  private void depegged() {
    Universe universe = scope.universe();
    TreeSet<Currency> latched = new TreeSet<>();
    for (StablecoinShare coin : universe.stablecoins()) {
      Currency base = Instrument.parse(coin.instrument()).base();
      if (cash.pegs().isLatched(base)) {
        latched.add(base);
      }
    }
    for (Balance balance : scope.account().balances()) {
      boolean isSold =
          universe.stablecoins().stream()
              .map(coin -> Instrument.parse(coin.instrument()))
              .anyMatch(
                  spot ->
                      spot.base().equals(balance.currency())
                          && spot.venue().equals(balance.wallet().venue())
                          && balance.wallet().purse().paysForCoins());
      if (latched.contains(balance.currency()) && !isSold && balance.total().signum() > 0) {
        add(
            TransferAdvice.Cause.DEPEG,
            balance.wallet().toString(),
            value(balance),
            text(balance.total())
                + " "
                + balance.currency()
                + " lie in "
                + balance.wallet()
                + " and are off their peg, and nothing here can sell them: move them where they can"
                + " be sold");
      }
    }
  }

  private BigDecimal value(Balance balance) {
    return balance.total().signum() == 0
        ? BigDecimal.ZERO
        : balance
            .total()
            .multiply(
                scope.yardstick().price(balance.currency(), balance.wallet().venue()).orThrow(),
                Decimals.PRECISION);
  }

  private void add(TransferAdvice.Cause cause, String at, BigDecimal amount, String text) {
    advice.add(
        new TransferAdvice(
            cause,
            at,
            new Money(amount.setScale(2, RoundingMode.UP), scope.nav().currency()),
            text));
  }

  private String money(BigDecimal amount) {
    return text(amount) + " " + scope.nav().currency();
  }

  private static String text(BigDecimal amount) {
    return Decimals.text(amount.setScale(2, RoundingMode.HALF_EVEN));
  }
}
