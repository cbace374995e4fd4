package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.CashTerms;
import org.evenkeel.core.catalog.CoinTerms;
import org.evenkeel.core.catalog.Universe;

/**
 * The part of the portfolio's value on which positions are sized.
 *
 * <p>Of a stablecoin counts: balance times the lower of its market price and 1, times one minus its haircut, and of all
 * coins of one issuer together at most the issuer's cap times the portfolio's value.
 * A coin above its peg is not worth more, because it will be paid out at the peg; losses count in full.
 * Of all of it counts at most the capital that the terms name.
 * Coins that sleeves hold, such as bitcoin, count at their price: their risk is in the covariance.
 *
 * <p>For example, 100,000 USDT and 50,000 USDC at 0.98 with haircuts of 0.5 % are a value of 149,000 and usable
 * 99,500 + 48,755 = 148,255.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param nav the portfolio's value
 * @param usable the part of it that counts, never negative and never more than the value if that is positive
 * @param coins what is held of each stablecoin, in order of name
 * @param atVenue what would be lost if the venue failed with everything: balances and unrealized profit
 */
public record UsableEquity(Money nav, Money usable, List<CoinHolding> coins, Money atVenue) {

  public UsableEquity {
    coins = List.copyOf(coins);
  }

  /** The usable equity of an account; refused if a coin has no price. */
  public static Result<UsableEquity> of(
      AccountSnapshot account, Yardstick yardstick, Universe universe, CashTerms terms) {
    TreeMap<Currency, BigDecimal> amounts = amounts(account);
    SortedSet<Currency> stable = universe.coins();
    BigDecimal nav = BigDecimal.ZERO;
    BigDecimal other = BigDecimal.ZERO;
    BigDecimal atVenue = BigDecimal.ZERO;
    List<CoinHolding> coins = new ArrayList<>();
    for (var entry : amounts.entrySet()) {
      Currency currency = entry.getKey();
      Result<BigDecimal> priced = yardstick.price(currency, account.venue());
      if (priced instanceof Result.Refused<BigDecimal> refused) {
        return Result.refused(refused.refusal());
      }
      BigDecimal price = priced.orThrow();
      BigDecimal value = Decimals.normal(entry.getValue().multiply(price));
      nav = nav.add(value);
      atVenue = atVenue.add(value.max(BigDecimal.ZERO));
      if (stable.contains(currency)) {
        coins.add(holding(terms.of(currency), entry.getValue(), price, value));
      } else {
        other = other.add(value);
      }
    }
    List<CoinHolding> capped = capped(coins, terms, nav);
    BigDecimal usable =
        capped.stream()
            .map(CoinHolding::usable)
            .reduce(other, BigDecimal::add)
            .max(BigDecimal.ZERO);
    return Result.ok(
        new UsableEquity(
            new Money(nav, yardstick.currency()),
            new Money(terms.capital().map(usable::min).orElse(usable), yardstick.currency()),
            capped,
            new Money(atVenue, yardstick.currency())));
  }

  /** The usable part of the portfolio's value, 0 to 1; zero if the value is not positive. */
  public Ratio fraction() {
    return nav.amount().signum() <= 0
        ? Ratio.ZERO
        : new Ratio(Valuation.fraction(usable.amount(), nav.amount()).min(BigDecimal.ONE));
  }

  /** What is held of each currency: both wallets, and the unrealized profit or loss of what is settled in it. */
  private static TreeMap<Currency, BigDecimal> amounts(AccountSnapshot account) {
    TreeMap<Currency, BigDecimal> amounts = new TreeMap<>();
    for (Balance balance : account.balances()) {
      amounts.merge(balance.currency(), balance.total(), BigDecimal::add);
    }
    for (VenuePosition position : account.positions()) {
      amounts.merge(position.settlement(), position.unrealizedPnl(), BigDecimal::add);
    }
    amounts.values().removeIf(amount -> amount.signum() == 0);
    return amounts;
  }

  private static CoinHolding holding(
      CoinTerms terms, BigDecimal amount, BigDecimal price, BigDecimal value) {
    BigDecimal usable =
        amount.signum() < 0
            ? value
            : amount
                .multiply(price.min(BigDecimal.ONE))
                .multiply(BigDecimal.ONE.subtract(terms.haircut().value()));
    return new CoinHolding(terms.coin(), terms.issuer(), value, Decimals.normal(usable));
  }

  /** Shrinks the coins of an issuer alike until they are within its cap; of two caps the smaller holds. */
  private static List<CoinHolding> capped(
      List<CoinHolding> coins, CashTerms terms, BigDecimal nav) {
    SortedMap<String, BigDecimal> sums = new TreeMap<>();
    SortedMap<String, BigDecimal> caps = new TreeMap<>();
    for (CoinHolding coin : coins) {
      sums.merge(coin.issuer(), coin.usable(), BigDecimal::add);
      BigDecimal cap = terms.of(coin.coin()).issuerCap().value();
      caps.merge(coin.issuer(), cap.multiply(nav.max(BigDecimal.ZERO)), BigDecimal::min);
    }
    List<CoinHolding> capped = new ArrayList<>();
    for (CoinHolding coin : coins) {
      BigDecimal sum = sums.getOrDefault(coin.issuer(), BigDecimal.ZERO);
      BigDecimal cap = caps.getOrDefault(coin.issuer(), BigDecimal.ZERO);
      boolean within = sum.signum() <= 0 || sum.compareTo(cap) <= 0;
      BigDecimal usable =
          within ? coin.usable() : Decimals.quotient(coin.usable().multiply(cap), sum);
      capped.add(new CoinHolding(coin.coin(), coin.issuer(), coin.value(), usable));
    }
    return capped;
  }
}
