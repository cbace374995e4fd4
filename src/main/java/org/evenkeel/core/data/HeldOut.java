package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;

/**
 * Money on the account that nobody has explained yet, and that therefore carries no position.
 *
 * <p>For example, of 600,000 USDT in the futures wallet with 50,000 held out, 550,000 are there for a decision.
 * What has been moved to the other wallet since is taken from there; no balance is made negative by it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param amounts what came in, by wallet and currency, above zero
 */
public record HeldOut(SortedMap<Wallet, SortedMap<Currency, BigDecimal>> amounts) {

  public HeldOut {
    TreeMap<Wallet, SortedMap<Currency, BigDecimal>> copy = new TreeMap<>();
    amounts.forEach(
        (wallet, held) -> copy.put(wallet, Collections.unmodifiableSortedMap(new TreeMap<>(held))));
    amounts = Collections.unmodifiableSortedMap(copy);
  }

  /** Nothing: all that is there may be used. */
  public static HeldOut none() {
    return new HeldOut(new TreeMap<>());
  }

  /** The same with more held out of a wallet. */
  public HeldOut plus(Wallet wallet, Money amount) {
    TreeMap<Wallet, SortedMap<Currency, BigDecimal>> more = new TreeMap<>(amounts);
    TreeMap<Currency, BigDecimal> purse =
        new TreeMap<>(amounts.getOrDefault(wallet, new TreeMap<>()));
    purse.merge(amount.currency(), amount.amount(), BigDecimal::add);
    more.put(wallet, purse);
    return new HeldOut(more);
  }

  /** What is held out of a coin in the wallets of a venue in which coins are exchanged. */
  public BigDecimal coins(VenueId venue, Currency currency) {
    return of(Wallet.spot(venue), currency).add(of(Wallet.unified(venue), currency));
  }

  private BigDecimal of(Wallet wallet, Currency currency) {
    SortedMap<Currency, BigDecimal> purse = amounts.get(wallet);
    return purse == null ? BigDecimal.ZERO : purse.getOrDefault(currency, BigDecimal.ZERO);
  }

  public boolean isNothing() {
    return amounts.isEmpty();
  }

  /** The account as if the money held out were not there; positions are as they are. */
  public AccountSnapshot without(AccountSnapshot account) {
    if (isNothing()) {
      return account;
    }
    List<Balance> left = new ArrayList<>(account.balances());
    amounts.forEach(
        (wallet, held) ->
            held.forEach(
                (currency, amount) -> {
                  BigDecimal rest = take(left, amount, b -> is(b, wallet, currency));
                  rest = take(left, rest, b -> isBeside(b, wallet, currency));
                }));
    return new AccountSnapshot(
        account.venue(), account.venueTime(), account.receivedAt(), left, account.positions());
  }

  private static boolean is(Balance balance, Wallet wallet, Currency currency) {
    return balance.wallet().equals(wallet) && balance.currency().equals(currency);
  }

  private static boolean isBeside(Balance balance, Wallet wallet, Currency currency) {
    return !balance.wallet().equals(wallet)
        && balance.wallet().venue().equals(wallet.venue())
        && balance.currency().equals(currency);
  }

  /** Takes an amount from the balances that fit, and returns what they did not have. */
  private static BigDecimal take(
      List<Balance> balances, BigDecimal amount, Predicate<Balance> which) {
    BigDecimal rest = amount;
    for (int i = 0; i < balances.size(); i++) {
      Balance balance = balances.get(i);
      if (which.test(balance)) {
        BigDecimal part = rest.min(balance.total().max(BigDecimal.ZERO));
        balances.set(i, less(balance, part));
        rest = rest.subtract(part);
      }
    }
    return rest;
  }

  private static Balance less(Balance balance, BigDecimal taken) {
    return new Balance(
        balance.wallet(),
        balance.currency(),
        Decimals.normal(balance.total().subtract(taken)),
        balance.available().subtract(taken).max(BigDecimal.ZERO.min(balance.available())),
        balance.equity().map(equity -> equity.subtract(taken)));
  }
}
