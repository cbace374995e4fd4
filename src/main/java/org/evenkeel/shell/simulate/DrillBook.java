package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.policy.Limits;
import org.evenkeel.core.settle.Fill;

/**
 * A book to be flattened at the simulated venue: a linear perpetual of a coin that does not exist stands for each
 * position, with its price, its value, its lots and its least order.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param entries the positions
 * @param limits the limits under which they are closed, of which the largest order makes slices
 */
public record DrillBook(List<Entry> entries, Limits limits) {

  private static final BigDecimal MOST = new BigDecimal("1000000000000");
  private static final BigDecimal FINE = new BigDecimal("0.00000001");

  public DrillBook {
    entries = List.copyOf(entries);
  }

  /**
   * A position.
   *
   * @param spec the stand-in's specification
   * @param quantity how much of it is held, signed
   * @param price its price throughout
   */
  public record Entry(InstrumentSpec spec, Contracts quantity, Price price) {

    /** The stand-in for a position worth so much; its real specification tells lots, tick and least order, if it is known. */
    public static Entry of(
        int number, BigDecimal notional, BigDecimal price, List<InstrumentSpec> real) {
      BigDecimal lot = FINE;
      BigDecimal tick = FINE;
      BigDecimal least = BigDecimal.ONE;
      for (InstrumentSpec spec : real) {
        tick = spec.tickSize();
        least = spec.minNotional();
        lot = spec.lotSize().multiply(spec.multiplier());
      }
      BigDecimal onTick =
          price.divide(tick, 0, RoundingMode.HALF_UP).max(BigDecimal.ONE).multiply(tick);
      BigDecimal lots =
          notional.abs().divide(onTick.multiply(lot), 0, RoundingMode.HALF_UP).max(BigDecimal.ONE);
      BigDecimal quantity =
          lots.multiply(lot).multiply(BigDecimal.valueOf(notional.signum() < 0 ? -1 : 1));
      Currency coin = Currency.of(String.format(Locale.ROOT, "C%03d", number));
      return new Entry(
          new InstrumentSpec(
              new Instrument.LinearPerpetual(coin, SimMarket.USDT, SimMarket.VENUE),
              tick,
              lot,
              lot,
              MOST,
              least,
              BigDecimal.ONE,
              true),
          new Contracts(quantity),
          new Price(onTick));
    }
  }

  List<InstrumentSpec> specs() {
    return entries.stream().map(Entry::spec).toList();
  }

  List<String> prices() {
    return entries.stream().map(entry -> entry.price().value().toPlainString()).toList();
  }

  /** What everything is worth, long or short. */
  BigDecimal gross() {
    return entries.stream()
        .map(entry -> entry.quantity().abs().value().multiply(entry.price().value()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What each entry has taken of some orders and executions, in the order of the entries. */
  List<Taken> taken(List<SimOrder> orders, List<Fill> fills) {
    List<Taken> taken = new ArrayList<>();
    for (Entry entry : entries) {
      long sent =
          orders.stream()
              .filter(order -> order.ticket().instrument().equals(entry.spec().id()))
              .count();
      BigDecimal value =
          fills.stream()
              .filter(fill -> fill.instrument().equals(entry.spec().id()))
              .map(fill -> fill.lastQty().value().multiply(fill.lastPx().value()))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      taken.add(new Taken((int) sent, value));
    }
    return List.copyOf(taken);
  }

  /**
   * What closing one position has taken.
   *
   * @param orders orders that reached the venue
   * @param traded the value that was executed
   */
  public record Taken(int orders, BigDecimal traded) {}
}
