package org.evenkeel.core.route;

import java.math.BigDecimal;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Side;

/**
 * What is still wanted of an intent at fresh prices: the planned weight, not the planned number of contracts.
 *
 * <p>A plan that ends at E contracts of value v each, of a portfolio worth N, wants a weight of E v / N. At a value of v'
 * and a portfolio of N' the same weight is E v N' / (v' N) contracts. What is left is the way there from what is booked,
 * in whole lots, never on the other side, and never more than what is left of the intent: more of it was not committed nor
 * proven. Coins need not be held in whole lots; what they have beyond lots stays as it is.
 * Money that has come in since the plan counts at the next decision, not in the middle of this one.
 *
 * <p>This class is stateless and thread-safe.
 */
public final class Remainder {

  private Remainder() {}

  /**
   * The prices of one moment.
   *
   * @param perContract value of one contract, above zero
   * @param nav value of the portfolio, above zero
   */
  public record Moment(Money perContract, Money nav) {}

  /**
   * Lots that are still wanted; zero if the weight has been reached or passed.
   *
   * @param end contracts held once the intent is done, by the plan, with sign
   * @param held contracts held now, by what is booked, with sign
   * @param left what is left of the intent
   */
  public static Contracts of(
      Side side,
      Contracts end,
      Contracts held,
      Contracts left,
      BigDecimal lot,
      Moment planned,
      Moment fresh) {
    BigDecimal nav = fresh.nav().amount().min(planned.nav().amount());
    BigDecimal scale =
        Decimals.quotient(
            planned.perContract().amount().multiply(nav),
            fresh.perContract().amount().multiply(planned.nav().amount()));
    Contracts wanted = new Contracts(end.value().multiply(scale, Decimals.PRECISION));
    BigDecimal way = Decimals.nearestToStep(side.signed(wanted.minus(held)).value(), lot);
    return new Contracts(way.max(BigDecimal.ZERO).min(left.value()));
  }
}
