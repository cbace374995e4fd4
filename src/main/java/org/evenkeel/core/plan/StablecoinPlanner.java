package org.evenkeel.core.plan;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.catalog.Allowance;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.StablecoinShare;
import org.evenkeel.core.data.Quote;

/**
 * The orders that bring the cash at each venue to its {@link CashSpread}, at market prices.
 *
 * <p>For example, with 400,000 USDT in the wallet and a share of 0.4 for USDC at 0.9998, the target is 160,032 USDC.
 * A coin that is seen off its peg is not bought, and not sold before that is confirmed; once it is latched all of it is
 * sold, in this cycle as much as the book takes within the collar, and the rest in the next ones.
 */
final class StablecoinPlanner {

  private StablecoinPlanner() {}

  static void plan(PlanScope scope, CashBasis cash, CashSpread spread, Legs legs) {
    for (StablecoinShare coin : scope.universe().stablecoins()) {
      InstrumentSpec spec = scope.spec(coin.instrument());
      Quote quote = scope.quote(coin.instrument());
      Contracts current = held(scope, spec);
      Money wanted =
          new Money(
              spread.wanted().getOrDefault(coin.instrument(), BigDecimal.ZERO),
              scope.universe().navCurrency());
      Contracts exact = new Contracts(Decimals.quotient(wanted.amount(), quote.mid().value()));
      Contracts target =
          Planner.withoutDust(spec.lotsTowardZero(wanted, quote.mid()), spec, quote.mid());
      Currency base = spec.instrument().base();
      boolean isLatched = cash.pegs().isLatched(base);
      boolean isOff = spread.isOff(coin);
      Contracts aim =
          isLatched
              ? Contracts.ZERO
              : isOff ? current : allowed(legs.allowance(spec), current, target);
      TargetPosition position =
          new TargetPosition(spec.id(), current, exact, aim, spec.notional(aim, quote.mid()));
      if (isLatched) {
        legs.leave(position, spec, quote, "off its peg: " + reason(cash, base));
      } else if (isOff) {
        legs.keep(
            position,
            RefusalReason.OFF_PEG,
            "it trades at " + quote.mid() + "; not confirmed yet: " + reason(cash, base));
      } else {
        legs.add(position, spec, quote);
      }
    }
  }

  private static String reason(CashBasis cash, Currency coin) {
    return cash.pegs().of(coin).map(PegState::reason).orElse("seen for the first time");
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

  private static Contracts held(PlanScope scope, InstrumentSpec spec) {
    Instrument spot = spec.instrument();
    return Contracts.of(scope.account().coins(spot.venue(), spot.base()));
  }
}
