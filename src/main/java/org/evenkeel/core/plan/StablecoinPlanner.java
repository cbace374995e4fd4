package org.evenkeel.core.plan;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.MarketSnapshot;
import org.evenkeel.core.data.Quote;

/**
 * The spread of the coins at each venue over stablecoins, at market prices.
 *
 * <p>For example, with 400,000 USDT in the wallet and a share of 0.4 for USDC at 0.9998, the target is 160,032 USDC.
 * A coin that trades more than {@link #PEG_TOLERANCE} under the NAV currency is not bought; what is held of it is not
 * sold in panic either, because a plan out of a depeg is an operator's decision for now.
 */
final class StablecoinPlanner {

  /** Two percent: USDC traded at 0.88 for two days in March 2023; noise around the peg is a few basis points. */
  static final BigDecimal PEG_TOLERANCE = new BigDecimal("0.02");

  private StablecoinPlanner() {}

  static void plan(Universe universe, MarketSnapshot market, AccountSnapshot account, Legs legs) {
    for (StablecoinShare coin : universe.stablecoins()) {
      InstrumentSpec spec = market.spec(coin.instrument()).orElseThrow();
      Quote quote = market.quote(coin.instrument()).orElseThrow();
      Contracts current = held(market, account, coin);
      Money wanted =
          new Money(
              atVenueOf(coin, universe, market, account).multiply(coin.share().value()),
              universe.navCurrency());
      Contracts exact = new Contracts(Decimals.quotient(wanted.amount(), quote.mid().value()));
      Contracts target =
          Planner.withoutDust(spec.lotsTowardZero(wanted, quote.mid()), spec, quote.mid());
      boolean isOffPeg = quote.mid().value().compareTo(BigDecimal.ONE.subtract(PEG_TOLERANCE)) < 0;
      Contracts aim = isOffPeg ? current : allowed(legs.allowance(spec), current, target);
      TargetPosition position =
          new TargetPosition(spec.id(), current, exact, aim, spec.notional(aim, quote.mid()));
      if (isOffPeg) {
        legs.keep(position, RefusalReason.OFF_PEG, "it trades at " + quote.mid());
      } else {
        legs.add(position, spec, quote);
      }
    }
  }

  /** Of a coin whose market ends nothing is bought, and at last all is sold. */
  private static Contracts allowed(Allowance allowance, Contracts current, Contracts target) {
    return switch (allowance) {
      case ANY -> target;
      case NO_ADD -> target.compareTo(current) < 0 ? target : current;
      case EXIT -> Contracts.ZERO;
      case NONE -> target;
    };
  }

  /** The value of what lies at a coin's venue to be spread there: the NAV currency and all of the stablecoins. */
  private static BigDecimal atVenueOf(
      StablecoinShare one, Universe universe, MarketSnapshot market, AccountSnapshot account) {
    VenueId venue = spot(market, one).venue();
    BigDecimal total = account.coins(venue, universe.navCurrency());
    for (StablecoinShare coin : universe.stablecoins()) {
      if (spot(market, coin).venue().equals(venue)) {
        Quote quote = market.quote(coin.instrument()).orElseThrow();
        total = total.add(held(market, account, coin).value().multiply(quote.mid().value()));
      }
    }
    return total;
  }

  private static Instrument spot(MarketSnapshot market, StablecoinShare coin) {
    return market.spec(coin.instrument()).orElseThrow().instrument();
  }

  private static Contracts held(
      MarketSnapshot market, AccountSnapshot account, StablecoinShare coin) {
    Instrument spot = spot(market, coin);
    return Contracts.of(account.coins(spot.venue(), spot.base()));
  }
}
