package org.evenkeel.core.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.data.MarginCoins;
import org.evenkeel.core.plan.Collateral.Pot;

/**
 * The margin and the money that legs leave to each other while they choose their instruments, in NAV currency.
 *
 * <p>Single-threaded.
 */
final class RoomLeft {

  private final Collateral collateral;
  private final CoinMoney money;
  private final MarginCoins coins;
  private final TreeMap<Pot, BigDecimal> carried = new TreeMap<>();
  private final TreeMap<Pot, BigDecimal> spent = new TreeMap<>();

  /** The coins that wait behind contracts are hedged, which takes margin as well. */
  RoomLeft(PlanScope scope) {
    this.coins = MarginCoins.of(scope.universe(), scope.account(), scope.yardstick());
    for (InstrumentId id : scope.universe().riskInstruments()) {
      Pot.of(id).ifPresent(pot -> carried.merge(pot, hedge(id), BigDecimal::add));
    }
    this.collateral = Collateral.of(scope.account(), scope.yardstick(), scope.settings());
    this.money = new CoinMoney(scope);
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
      carried.merge(pot.get(), size(id, wanted).multiply(sign), BigDecimal::add);
    } else {
      spent.merge(CoinMoney.purse(id), bought(wanted, held).multiply(sign), BigDecimal::add);
    }
  }

  /** What is missing for an exposure in an instrument, in words; empty if nothing is. */
  Optional<String> lacking(InstrumentId id, Money wanted, Money held, BigDecimal costs) {
    Optional<Pot> pot = Pot.of(id);
    BigDecimal needed = pot.isPresent() ? size(id, wanted) : bought(wanted, held).add(costs);
    BigDecimal left =
        pot.isPresent()
            ? collateral
                .carries(pot.get())
                .subtract(carried.getOrDefault(pot.get(), BigDecimal.ZERO))
            : money
                .in(CoinMoney.purse(id))
                .subtract(spent.getOrDefault(CoinMoney.purse(id), BigDecimal.ZERO));
    if (needed.compareTo(left) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        pot.map(at -> "the margin in " + at + " carries " + text(left))
                .orElseGet(() -> "there are " + text(left) + " in " + CoinMoney.purse(id))
            + " more, "
            + text(needed)
            + " are needed");
  }

  private BigDecimal hedge(InstrumentId id) {
    return coins.with(id).abs().amount();
  }

  /** What a contract takes up beyond the hedge of its coins: at most the exposure, or what it is traded to. */
  private BigDecimal size(InstrumentId id, Money wanted) {
    BigDecimal traded = wanted.minus(coins.with(id)).abs().amount();
    return traded.max(wanted.abs().amount()).subtract(hedge(id));
  }

  private static BigDecimal bought(Money wanted, Money held) {
    return wanted.minus(held).amount().max(BigDecimal.ZERO);
  }

  private static String text(BigDecimal amount) {
    return Decimals.text(amount.max(BigDecimal.ZERO).setScale(2, RoundingMode.HALF_EVEN));
  }
}
