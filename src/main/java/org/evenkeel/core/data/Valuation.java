package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;

/**
 * What an account is worth and how much it holds of an instrument.
 *
 * <p>Coins are valued at the middle of their spot book against the NAV currency; a stablecoin is never taken for one.
 * The NAV currency itself is the yardstick.
 */
public final class Valuation {

  private Valuation() {}

  /** The net asset value: all wallets and the unrealized profit of futures; refused if a coin has no price. */
  public static Result<Money> nav(
      AccountSnapshot account, List<Quote> quotes, Currency navCurrency) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Balance balance : account.balances()) {
      if (balance.total().signum() == 0) {
        continue;
      }
      Result<BigDecimal> price =
          priceOf(balance.currency(), balance.wallet().venue(), quotes, navCurrency);
      switch (price) {
        case Result.Ok<BigDecimal> ok -> sum = sum.add(balance.total().multiply(ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    for (VenuePosition position : account.positions()) {
      Currency settled = position.settlement();
      switch (priceOf(
          settled, Instrument.parse(position.instrument()).venue(), quotes, navCurrency)) {
        case Result.Ok<BigDecimal> ok ->
            sum = sum.add(position.unrealizedPnl().multiply(ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(new Money(sum, navCurrency));
  }

  /**
   * The price of one unit of a currency in NAV currency, at a venue if the coin is traded there, else at the first that
   * trades it.
   */
  public static Result<BigDecimal> priceOf(
      Currency currency, VenueId venue, List<Quote> quotes, Currency navCurrency) {
    if (currency.equals(navCurrency)) {
      return Result.ok(BigDecimal.ONE);
    }
    return quotes.stream()
        .filter(quote -> isMarketOf(quote, currency, navCurrency))
        .min(
            Comparator.comparing((Quote q) -> !venueOf(q).equals(venue))
                .thenComparing(Quote::instrument))
        .map(quote -> Result.ok(quote.mid().value()))
        .orElseGet(
            () ->
                Result.refused(
                    RefusalReason.DATA_STALE,
                    "no price of "
                        + new Instrument.Spot(currency, navCurrency, venue).id()
                        + ", so the account's "
                        + currency
                        + " cannot be valued; add the coin to 'stablecoins' or move it out of the account"));
  }

  private static boolean isMarketOf(Quote quote, Currency base, Currency against) {
    return Instrument.parse(quote.instrument()) instanceof Instrument.Spot spot
        && spot.base().equals(base)
        && spot.quote().equals(against);
  }

  private static VenueId venueOf(Quote quote) {
    return Instrument.parse(quote.instrument()).venue();
  }

  /** The contracts held of an instrument: the futures position, or the coins in the spot wallet. */
  public static Contracts held(Instrument instrument, AccountSnapshot account) {
    return switch (instrument) {
      case Instrument.Spot spot -> Contracts.of(account.coins(spot.venue(), spot.base()));
      case Instrument.Future future -> account.position(future.id());
    };
  }

  /** A fraction as a decimal of 12 places, for reports. */
  public static BigDecimal fraction(BigDecimal part, BigDecimal whole) {
    return whole.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.normal(
            part.divide(whole, Decimals.PRECISION).setScale(12, RoundingMode.HALF_EVEN));
  }
}
