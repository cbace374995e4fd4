package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Money;

/**
 * Money on the account that nobody has explained yet, and that therefore carries no position.
 *
 * <p>For example, of 600,000 USDT in the futures wallet with 50,000 held out, 550,000 are there for a decision.
 * What has been moved to the other wallet since is taken from there; no balance is made negative by it.
 *
 * <p>This class is immutable and thread-safe.
 *
 * @param spot what came into the spot wallet, by currency, above zero
 * @param futures what came into the futures wallet, by currency, above zero
 */
public record HeldOut(
    SortedMap<Currency, BigDecimal> spot, SortedMap<Currency, BigDecimal> futures) {

  public HeldOut {
    spot = Collections.unmodifiableSortedMap(new TreeMap<>(spot));
    futures = Collections.unmodifiableSortedMap(new TreeMap<>(futures));
  }

  /** Nothing: all that is there may be used. */
  public static HeldOut none() {
    return new HeldOut(new TreeMap<>(), new TreeMap<>());
  }

  /** The same with more held out of a wallet. */
  public HeldOut plus(Wallet wallet, Money amount) {
    TreeMap<Currency, BigDecimal> inSpot = new TreeMap<>(spot);
    TreeMap<Currency, BigDecimal> inFutures = new TreeMap<>(futures);
    TreeMap<Currency, BigDecimal> purse =
        switch (wallet) {
          case SPOT -> inSpot;
          case FUTURES -> inFutures;
        };
    purse.merge(amount.currency(), amount.amount(), BigDecimal::add);
    return new HeldOut(inSpot, inFutures);
  }

  public boolean isNothing() {
    return spot.isEmpty() && futures.isEmpty();
  }

  /** The account as if the money held out were not there; positions are as they are. */
  public AccountSnapshot without(AccountSnapshot account) {
    if (isNothing()) {
      return account;
    }
    TreeMap<Currency, BigDecimal> fromSpot = new TreeMap<>();
    TreeMap<Currency, BigDecimal> fromFutures = new TreeMap<>();
    TreeMap<Currency, BigDecimal> all = new TreeMap<>(spot);
    futures.forEach((currency, amount) -> all.merge(currency, amount, BigDecimal::add));
    all.forEach(
        (currency, amount) -> {
          BigDecimal inSpot = account.total(Wallet.SPOT, currency).max(BigDecimal.ZERO);
          BigDecimal inFutures = account.total(Wallet.FUTURES, currency).max(BigDecimal.ZERO);
          BigDecimal first = spot.getOrDefault(currency, BigDecimal.ZERO).min(inSpot);
          BigDecimal second = amount.subtract(first).min(inFutures);
          BigDecimal third = amount.subtract(first).subtract(second).min(inSpot.subtract(first));
          fromSpot.put(currency, first.add(third));
          fromFutures.put(currency, second);
        });
    List<Balance> left = new ArrayList<>();
    for (Balance balance : account.balances()) {
      TreeMap<Currency, BigDecimal> taken =
          switch (balance.wallet()) {
            case SPOT -> fromSpot;
            case FUTURES -> fromFutures;
          };
      left.add(less(balance, taken.getOrDefault(balance.currency(), BigDecimal.ZERO)));
    }
    return new AccountSnapshot(
        account.venue(), account.venueTime(), account.receivedAt(), left, account.positions());
  }

  private static Balance less(Balance balance, BigDecimal taken) {
    return new Balance(
        balance.wallet(),
        balance.currency(),
        Decimals.normal(balance.total().subtract(taken)),
        balance.available().subtract(taken).max(BigDecimal.ZERO.min(balance.available())));
  }
}
