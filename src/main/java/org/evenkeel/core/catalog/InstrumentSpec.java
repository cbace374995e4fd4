package org.evenkeel.core.catalog;

import java.math.BigDecimal;
import org.evenkeel.core.basics.BaseQuantity;
import org.evenkeel.core.basics.ContentHash;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;

/**
 * What a venue publishes about an instrument: the grid on which orders may lie and what a contract is worth.
 *
 * <p>For example, BTC-USDT-PERP with tick 0.1, lot 0.001, smallest notional 100 USDT and a multiplier of 1.
 * The hash of the specification is stored with every decision, so a changed contract size is noticed.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param instrument what is traded
 * @param tickSize prices are multiples of this, in quote currency
 * @param lotSize quantities are multiples of this, in contracts
 * @param minQty the smallest order, in contracts
 * @param maxQty the largest order, in contracts
 * @param minNotional the smallest order value, in quote currency
 * @param multiplier units of base currency for one contract; 1 on spot markets and on Binance USD-M
 * @param isTrading whether the venue takes orders for it now
 */
public record InstrumentSpec(
    Instrument instrument,
    BigDecimal tickSize,
    BigDecimal lotSize,
    BigDecimal minQty,
    BigDecimal maxQty,
    BigDecimal minNotional,
    BigDecimal multiplier,
    boolean isTrading) {

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

  /** The base currency that a number of contracts is worth. */
  public BaseQuantity baseOf(Contracts contracts) {
    return new BaseQuantity(contracts.value().multiply(multiplier));
  }

  /** The value of a number of contracts at a price, with the sign of the contracts. */
  public Money notional(Contracts contracts, Price price) {
    return price.times(baseOf(contracts), instrument.quote());
  }

  /** The contracts that a value buys at a price, before any rounding. */
  public Contracts exactContracts(Money value, Price price) {
    return new Contracts(contractsFor(value, price));
  }

  /** The whole lots nearest to a value at a price; ties go to the even lot. */
  public Contracts nearestLots(Money value, Price price) {
    return new Contracts(Decimals.nearestToStep(contractsFor(value, price), lotSize));
  }

  /** The whole lots that a value buys at a price, rounded toward less exposure. */
  public Contracts lotsTowardZero(Money value, Price price) {
    return new Contracts(Decimals.towardZeroToStep(contractsFor(value, price), lotSize));
  }

  private BigDecimal contractsFor(Money value, Price price) {
    if (!value.currency().equals(instrument.quote())) {
      throw new IllegalArgumentException(value + " cannot be turned into contracts of " + id());
    }
    return Decimals.quotient(value.amount(), price.value().multiply(multiplier));
  }

  /** The content hash of everything that changes what an order means; not of whether it trades just now. */
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
        + instrument.quote()
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
