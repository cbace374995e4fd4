package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.RateSource;
import org.evenkeel.core.catalog.Universe;

/**
 * The one place where anything becomes NAV currency: coins, contracts and whole accounts, at the prices of one moment.
 *
 * <p>A coin is worth the middle of its spot book against the NAV currency, at its own venue if it is traded there, else
 * at the first that trades it; a stablecoin is never taken for one.
 * A currency without such a market has the price that the universe's {@link RateSource}s give it.
 * Several sources of one currency must agree within {@link #RATE_TOLERANCE}; otherwise there is no price, because one of
 * them is wrong and nobody can say which.
 *
 * <p>For example, with USDT as NAV currency and USDT-USD-SPOT at 0.9990, a contract worth 5,000 USD is worth 5,005.005
 * USDT.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class Yardstick {

  /** One percent: markets of one pair differ by basis points; what differs more is broken or halted. */
  public static final BigDecimal RATE_TOLERANCE = new BigDecimal("0.01");

  private final Currency nav;
  private final List<Quote> quotes;
  private final SortedMap<Currency, BigDecimal> rates;

  private Yardstick(Currency nav, List<Quote> quotes, SortedMap<Currency, BigDecimal> rates) {
    this.nav = nav;
    this.quotes = List.copyOf(quotes);
    this.rates = rates;
  }

  /** The yardstick of a universe at some quotes; refused if a currency that its instruments are quoted or settled in has no price. */
  public static Result<Yardstick> of(Universe universe, List<Quote> quotes) {
    TreeMap<Currency, BigDecimal> rates = new TreeMap<>();
    for (RateSource source : universe.rates()) {
      Result<BigDecimal> rate = rate(source, universe.navCurrency(), quotes);
      if (rate instanceof Result.Refused<BigDecimal> refused) {
        return Result.refused(refused.refusal());
      }
      BigDecimal found = rate.orThrow();
      BigDecimal first = rates.putIfAbsent(source.currency(), found);
      if (first != null && differ(first, found)) {
        return Result.refused(
            RefusalReason.DATA_STALE,
            "the sources of "
                + source.currency()
                + "'s price differ by more than 1 %: "
                + Decimals.text(first.setScale(8, RoundingMode.HALF_EVEN))
                + " and "
                + Decimals.text(found.setScale(8, RoundingMode.HALF_EVEN))
                + " "
                + universe.navCurrency()
                + " by "
                + source.instruments()
                + "; one of them is wrong");
      }
    }
    return new Yardstick(universe.navCurrency(), quotes, rates).pricing(universe);
  }

  /** Itself if it prices what every instrument is quoted in. */
  private Result<Yardstick> pricing(Universe universe) {
    for (InstrumentId id : universe.riskInstruments()) {
      Instrument instrument = Instrument.parse(id);
      for (Currency currency : List.of(instrument.quote(), settlement(instrument))) {
        if (price(currency, instrument.venue()) instanceof Result.Refused<BigDecimal> refused) {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(this);
  }

  private static Currency settlement(Instrument instrument) {
    return switch (instrument) {
      case Instrument.Future future -> future.settlement();
      case Instrument.Spot spot -> spot.quote();
    };
  }

  private static boolean differ(BigDecimal one, BigDecimal other) {
    return one.subtract(other).abs().compareTo(one.multiply(RATE_TOLERANCE)) > 0;
  }

  private static Result<BigDecimal> rate(RateSource source, Currency nav, List<Quote> quotes) {
    for (InstrumentId id : source.instruments()) {
      if (quote(id, quotes).isEmpty()) {
        return Result.refused(
            RefusalReason.DATA_STALE,
            "no quote of " + id + ", by which " + source.currency() + " is priced");
      }
    }
    return Result.ok(
        switch (source) {
          case RateSource.SpotMarket spot -> {
            BigDecimal mid = quote(spot.market(), quotes).orElseThrow().mid().value();
            yield Instrument.parse(spot.market()).quote().equals(nav)
                ? mid
                : Decimals.quotient(BigDecimal.ONE, mid);
          }
          case RateSource.IndexCross cross ->
              Decimals.quotient(
                  quote(cross.inNav(), quotes).orElseThrow().index().value(),
                  quote(cross.inCurrency(), quotes).orElseThrow().index().value());
        });
  }

  private static Optional<Quote> quote(InstrumentId id, List<Quote> quotes) {
    return quotes.stream().filter(quote -> quote.instrument().equals(id)).findFirst();
  }

  /** The currency of all values. */
  public Currency currency() {
    return nav;
  }

  /** The price of one unit of a currency that lies at a venue; refused if nothing prices it. */
  public Result<BigDecimal> price(Currency currency, VenueId at) {
    if (currency.equals(nav)) {
      return Result.ok(BigDecimal.ONE);
    }
    Optional<BigDecimal> traded =
        quotes.stream()
            .filter(quote -> isMarketOf(quote, currency))
            .min(
                Comparator.comparing((Quote quote) -> !venueOf(quote).equals(at))
                    .thenComparing(Quote::instrument))
            .map(quote -> quote.mid().value());
    return traded
        .or(() -> Optional.ofNullable(rates.get(currency)))
        .map(Result::ok)
        .orElseGet(
            () ->
                Result.refused(
                    RefusalReason.DATA_STALE,
                    "no price of "
                        + new Instrument.Spot(currency, nav, at).id()
                        + ", so the account's "
                        + currency
                        + " cannot be valued; add the coin to 'stablecoins', its price to 'rates',"
                        + " or move it out of the account"));
  }

  private boolean isMarketOf(Quote quote, Currency base) {
    return Instrument.parse(quote.instrument()) instanceof Instrument.Spot spot
        && spot.base().equals(base)
        && spot.quote().equals(nav);
  }

  private static VenueId venueOf(Quote quote) {
    return Instrument.parse(quote.instrument()).venue();
  }

  /** The net asset value of an account: all wallets and the unrealized profit of futures; refused if a coin has no price. */
  public Result<Money> nav(AccountSnapshot account) {
    BigDecimal sum = BigDecimal.ZERO;
    for (Balance balance : account.balances()) {
      if (balance.total().signum() == 0) {
        continue;
      }
      switch (price(balance.currency(), balance.wallet().venue())) {
        case Result.Ok<BigDecimal> ok -> sum = sum.add(balance.total().multiply(ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    for (VenuePosition position : account.positions()) {
      Instrument instrument = Instrument.parse(position.instrument());
      switch (price(position.settlement(), instrument.venue())) {
        case Result.Ok<BigDecimal> ok ->
            sum = sum.add(position.unrealizedPnl().multiply(ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(new Money(sum, nav));
  }

  /**
   * The base currency that a number of contracts is exposed to: what it gains, in the quote, for each unit the price rises.
   *
   * <p>For example 1000 quanto contracts of 0.000001 bitcoin at 2,000 USD for an ether and 50,000 for a bitcoin gain 50 USD
   * for each: 50 ether.
   */
  public BaseQuantity base(InstrumentSpec spec, Contracts contracts, Price price) {
    if (!(spec.instrument() instanceof Instrument.QuantoPerpetual quanto)) {
      return spec.baseOf(contracts, price);
    }
    BigDecimal quote = price(quanto.quote(), quanto.venue()).orThrow();
    return new BaseQuantity(
        Decimals.quotient(value(spec, contracts, price).amount(), price.value().multiply(quote)));
  }

  /** The value of contracts at a price, with the sign of the contracts. */
  public Money value(InstrumentSpec spec, Contracts contracts, Price price) {
    Money inQuote = spec.notional(contracts, price);
    return inQuote.currency().equals(nav)
        ? inQuote
        : new Money(inQuote.amount().multiply(rateOf(spec), Decimals.PRECISION), nav);
  }

  /** An amount of NAV currency in the currency that an instrument's contracts are valued in. */
  public Money inQuote(Money amount, InstrumentSpec spec) {
    Currency values = spec.valuedIn();
    return values.equals(nav)
        ? amount
        : new Money(Decimals.quotient(amount.amount(), rateOf(spec)), values);
  }

  private BigDecimal rateOf(InstrumentSpec spec) {
    return price(spec.valuedIn(), spec.instrument().venue()).orThrow();
  }
}
