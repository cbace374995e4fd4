package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;

/**
 * What a venue publishes about an instrument: the grid on which orders may lie and what a contract is worth.
 *
 * <p>For example, BTC-USDT-PERP with tick 0.1, lot 0.001, smallest notional 100 USDT and a multiplier of 1.
 *
 * <p>What a number of contracts is worth depends on the kind, and is said here and nowhere else.
 * With n contracts, multiplier m and price p:
 *
 * <pre>
 *                        spot, linear      inverse            quanto
 *   multiplier m         base coins        quote units        settlement units for one of price
 *                                          (OKX: 100 USD)     (BitMEX ETHUSD: 0.000001 BTC)
 *   value                n m p quote       n m quote          n m p settlement
 *   value in base        n m               n m / p            by the price of the settlement
 *   profit from a to b   n m (b - a)       n m (1/a - 1/b)    n m (b - a)
 *   paid in              quote             base               settlement
 * </pre>
 *
 * <p>In another currency, of which the settlement costs S, a quanto contract's exposure is n m p S.
 * Over a step its profit is n m (dp S + dp dS): the second term, of second order, is in no delta. Its mean is
 * n m p S rho sigma_p sigma_S dt, so a long earns it where the coin of settlement rises with the price.
 * With volatilities of 0.8 and 0.6 and a correlation of 0.7 it is 0.092 % of the exposure a day.
 * Source: Hull, "Options, Futures, and Other Derivatives", chapter "Convexity, Timing, and Quanto Adjustments";
 * BitMEX, "Quanto Futures" (fixed bitcoin multiplier regardless of the price in USD).
 *
 * <p>Source: OKX API v5, "Get instruments" (ctVal, ctMult, ctValCcy, ctType) and OKX's introduction to crypto-margined futures:
 * profit of a long = face value x contracts x (1 / average open price - 1 / closing price).
 * It follows that the average price of an inverse position is the harmonic mean of its purchases.
 *
 * The hash of the specification is stored with every decision, so a changed contract size is noticed.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what is traded
 * @param tickSize prices are multiples of this, in quote currency
 * @param lotSize quantities are multiples of this, in contracts
 * @param minQty the smallest order, in contracts
 * @param maxQty the largest order, in contracts
 * @param minNotional the smallest order value, in the currency of values
 * @param multiplier units of base currency for one contract, of quote currency if it is inverse, of the settlement for
 *     one of price if it is quanto; 1 on spot markets and on Binance USD-M
 * @param listing whether the venue takes orders for it now, and what it has announced
 */
public record InstrumentSpec(
    Instrument instrument,
    BigDecimal tickSize,
    BigDecimal lotSize,
    BigDecimal minQty,
    BigDecimal maxQty,
    BigDecimal minNotional,
    BigDecimal multiplier,
    Listing listing) {

  /** A specification of which nothing is announced: it trades now, or is paused. */
  public InstrumentSpec(
      Instrument instrument,
      BigDecimal tickSize,
      BigDecimal lotSize,
      BigDecimal minQty,
      BigDecimal maxQty,
      BigDecimal minNotional,
      BigDecimal multiplier,
      boolean isTrading) {
    this(
        instrument,
        tickSize,
        lotSize,
        minQty,
        maxQty,
        minNotional,
        multiplier,
        Listing.of(isTrading ? ListingStatus.TRADING : ListingStatus.PAUSED));
  }

  public InstrumentSpec {
    tickSize = positive("tickSize", tickSize);
    lotSize = positive("lotSize", lotSize);
    maxQty = positive("maxQty", maxQty);
    multiplier = positive("multiplier", multiplier);
    minQty = notNegative("minQty", minQty);
    minNotional = notNegative("minNotional", minNotional);
    if (instrument instanceof Instrument.Spot && multiplier.compareTo(BigDecimal.ONE) != 0) {
      throw new IllegalArgumentException(
          "on the spot market " + instrument.id() + " a contract is one unit, found " + multiplier);
    }
  }

  public InstrumentId id() {
    return instrument.id();
  }

  /** Whether the venue takes every order for it now. */
  public boolean isTrading() {
    return listing.status() == ListingStatus.TRADING;
  }

  /** The same with another listing. */
  public InstrumentSpec with(Listing other) {
    return new InstrumentSpec(
        instrument, tickSize, lotSize, minQty, maxQty, minNotional, multiplier, other);
  }

  /** The currency that values of contracts are in: the quote, or what a quanto contract settles in. */
  public Currency valuedIn() {
    return instrument instanceof Instrument.QuantoPerpetual quanto
        ? quanto.settlement()
        : instrument.quote();
  }

  /**
   * The base currency that a number of contracts is worth at a price: what it gains for each unit the price rises.
   *
   * <p>Of a quanto contract that depends on the price of another currency, so only a yardstick can say; throws
   * {@link IllegalArgumentException}.
   */
  public BaseQuantity baseOf(Contracts contracts, Price price) {
    if (instrument instanceof Instrument.QuantoPerpetual) {
      throw new IllegalArgumentException(
          "what " + id() + " is worth in " + instrument.base() + " depends on " + valuedIn());
    }
    BigDecimal units = contracts.value().multiply(multiplier);
    return new BaseQuantity(isInverse() ? Decimals.quotient(units, price.value()) : units);
  }

  /** The value of a number of contracts at a price, in {@link #valuedIn}, with the sign of the contracts. */
  public Money notional(Contracts contracts, Price price) {
    return new Money(contracts.value().multiply(worth(price)), valuedIn());
  }

  /** What a position has earned that was entered at one average price, at another one; in the currency that it settles in. */
  public Money profit(Contracts position, Price entry, Price price) {
    BigDecimal units = position.value().multiply(multiplier);
    BigDecimal rise = price.value().subtract(entry.value());
    return switch (instrument) {
      case Instrument.Inverse inverse ->
          new Money(
              Decimals.quotient(units.multiply(rise), entry.value().multiply(price.value())),
              inverse.settlement());
      case Instrument.Linear linear -> new Money(units.multiply(rise), linear.settlement());
      case Instrument.QuantoPerpetual quanto ->
          new Money(units.multiply(rise), quanto.settlement());
      case Instrument.Spot spot -> new Money(units.multiply(rise), spot.quote());
    };
  }

  /**
   * The average price of two parts of a position of one direction: weighted by contracts, harmonic if it is inverse.
   *
   * <p>For example, 10 inverse contracts at 40,000 and 10 at 60,000 are 20 at 48,000.
   */
  public Price average(Contracts some, Price at, Contracts more, Price atMore) {
    BigDecimal a = some.value().abs();
    BigDecimal b = more.value().abs();
    BigDecimal all = a.add(b);
    return isInverse()
        ? new Price(
            Decimals.quotient(
                all.multiply(at.value()).multiply(atMore.value()),
                a.multiply(atMore.value()).add(b.multiply(at.value()))))
        : new Price(Decimals.quotient(a.multiply(at.value()).add(b.multiply(atMore.value())), all));
  }

  /** The contracts, fractions of a lot included, that are worth a value in {@link #valuedIn} at a price. */
  public Contracts exactContracts(Money value, Price price) {
    if (!value.currency().equals(valuedIn())) {
      throw new IllegalArgumentException(value + " cannot be turned into contracts of " + id());
    }
    return new Contracts(Decimals.quotient(value.amount(), worth(price)));
  }

  /** The whole lots nearest to a value at a price; ties go to the even lot. */
  public Contracts nearestLots(Money value, Price price) {
    return new Contracts(Decimals.nearestToStep(exactContracts(value, price).value(), lotSize));
  }

  /** The whole lots that a value buys at a price, rounded toward less exposure. */
  public Contracts lotsTowardZero(Money value, Price price) {
    return new Contracts(Decimals.towardZeroToStep(exactContracts(value, price).value(), lotSize));
  }

  /** What one contract is worth at a price. */
  private BigDecimal worth(Price price) {
    return isInverse() ? multiplier : price.value().multiply(multiplier);
  }

  private boolean isInverse() {
    return switch (instrument) {
      case Instrument.Inverse inverse -> true;
      case Instrument.Linear linear -> false;
      case Instrument.QuantoPerpetual quanto -> false;
      case Instrument.Spot spot -> false;
    };
  }

  /** The content hash of everything that changes what an order means; not of whether and how long it trades. */
  public ContentHash hash() {
    return ContentHash.ofText(
        String.join(
            "|",
            id().value(),
            Decimals.text(tickSize),
            Decimals.text(lotSize),
            Decimals.text(minQty),
            Decimals.text(maxQty),
            Decimals.text(minNotional),
            Decimals.text(multiplier)));
  }

  /** Everything that the hash covers, in words. */
  public String describe() {
    return "tick "
        + Decimals.text(tickSize)
        + ", lot "
        + Decimals.text(lotSize)
        + ", orders of "
        + Decimals.text(minQty)
        + " to "
        + Decimals.text(maxQty)
        + ", at least "
        + Decimals.text(minNotional)
        + " "
        + valuedIn()
        + ", multiplier "
        + Decimals.text(multiplier);
  }

  private static BigDecimal positive(String name, BigDecimal value) {
    if (value.signum() <= 0) {
      throw new IllegalArgumentException(
          name + " must be above zero, found " + value.toPlainString());
    }
    return Decimals.normal(value);
  }

  private static BigDecimal notNegative(String name, BigDecimal value) {
    if (value.signum() < 0) {
      throw new IllegalArgumentException(
          name + " must not be negative, found " + value.toPlainString());
    }
    return Decimals.normal(value);
  }
}
