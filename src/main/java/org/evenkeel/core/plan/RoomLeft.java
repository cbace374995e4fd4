package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * The margin and the money that legs leave to each other while they choose their instruments, in NAV currency.
 *
 * <p>Single-threaded.
 */
final class RoomLeft {

  private final PlanScope scope;
  private final Collateral collateral;
  private final TreeMap<Pot, BigDecimal> carried = new TreeMap<>();
  private final TreeMap<Pot, BigDecimal> spent = new TreeMap<>();

  RoomLeft(PlanScope scope) {
    this.scope = scope;
    this.collateral = Collateral.of(scope.account(), scope.yardstick(), scope.settings());
  }

  /** Speaks for what an exposure needs. */
  void take(InstrumentId id, Money wanted, Money held) {
    change(id, wanted, held, BigDecimal.ONE);
  }

  /** Gives back what was spoken for. */
  void give(InstrumentId id, Money wanted, Money held) {
    change(id, wanted, held, BigDecimal.ONE.negate());
  }

  private void change(InstrumentId id, Money wanted, Money held, BigDecimal sign) {
    Optional<Pot> pot = Pot.of(id);
    if (pot.isPresent()) {
      carried.merge(
          pot.get(), wanted.abs().amount().multiply(sign), BigDecimal::add);
    } else {
      spent.merge(purse(id), bought(wanted, held).multiply(sign), BigDecimal::add);
    }
  }

  /** What is missing for an exposure in an instrument, in words; empty if nothing is. */
  Optional<String> lacking(InstrumentId id, Money wanted, Money held, BigDecimal costs) {
    Optional<Pot> pot = Pot.of(id);
    BigDecimal needed =
        pot.isPresent() ? wanted.abs().amount() : bought(wanted, held).add(costs);
    BigDecimal left =
        pot.isPresent()
            ? collateral
                .carries(pot.get())
                .subtract(carried.getOrDefault(pot.get(), BigDecimal.ZERO))
            : money(id).subtract(spent.getOrDefault(purse(id), BigDecimal.ZERO));
    if (needed.compareTo(left) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        pot.map(at -> "the margin in " + at + " carries " + text(left))
                .orElseGet(() -> "there are " + text(left) + " in " + purse(id))
            + " more, "
            + text(needed)
            + " are needed");
  }

  private BigDecimal money(InstrumentId id) {
    Pot purse = purse(id);
    BigDecimal coins = scope.account().coins(purse.venue(), purse.currency()).max(BigDecimal.ZERO);
    return coins.signum() == 0
        ? BigDecimal.ZERO
        : coins.multiply(
            scope.yardstick().price(purse.currency(), purse.venue()).orThrow(), Decimals.PRECISION);
  }

  private static BigDecimal bought(Money wanted, Money held) {
    return wanted.minus(held).amount().max(BigDecimal.ZERO);
  }

  private static Pot purse(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    return new Pot(instrument.venue(), instrument.quote());
  }

  private static String text(BigDecimal amount) {
    return Decimals.text(amount.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_EVEN));
  }
}
