package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;

/**
 * A venue account at one moment, or several together: balances and positions.
 *
 * <p>An empty list is a claim of the venue that there is nothing; a failed reading is not a snapshot.
 *
 * @param venue the venue
 * @param venueTime the venue's clock at the reading
 * @param receivedAt our clock when the last part arrived
 * @param balances what lies in the wallets
 * @param positions futures positions that are not flat
 */
public record AccountSnapshot(
    VenueId venue,
    Instant venueTime,
    Instant receivedAt,
    List<Balance> balances,
    List<VenuePosition> positions) {

  public AccountSnapshot {
    balances = List.copyOf(balances);
    positions = List.copyOf(positions);
  }

  /** The same account where its moment is known better. */
  public AccountSnapshot at(Instant moment) {
    return new AccountSnapshot(venue, moment, receivedAt, balances, positions);
  }

  /** The venue's position in an instrument; zero if it lists none. */
  public Contracts position(InstrumentId instrument) {
    return positions.stream()
        .filter(p -> p.instrument().equals(instrument))
        .map(VenuePosition::quantity)
        .findFirst()
        .orElse(Contracts.ZERO);
  }

  /** The total of a currency in a wallet; zero if the venue lists none. */
  public BigDecimal total(Wallet wallet, Currency currency) {
    return sum(b -> b.wallet().equals(wallet) && b.currency().equals(currency));
  }

  /** The coins of a currency at a venue that may be exchanged there. */
  public BigDecimal coins(VenueId at, Currency currency) {
    return sum(b -> isAt(b, at, currency) && b.wallet().purse().paysForCoins());
  }

  /** The money of a currency at a venue that carries futures there. */
  public BigDecimal collateral(VenueId at, Currency currency) {
    return sum(b -> isAt(b, at, currency) && b.wallet().purse().carriesMargin());
  }

  private static boolean isAt(Balance balance, VenueId venue, Currency currency) {
    return balance.wallet().venue().equals(venue) && balance.currency().equals(currency);
  }

  private BigDecimal sum(Predicate<Balance> which) {
    return balances.stream()
        .filter(which)
        .map(Balance::total)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** What may be closed of an instrument now: the whole position of a contract, what is free of a coin. */
  public Contracts closable(InstrumentId instrument) {
    return switch (Instrument.parse(instrument)) {
      case Instrument.Future future -> position(instrument);
      case Instrument.Spot spot ->
          Contracts.of(
              balances.stream()
                  .filter(b -> isAt(b, spot.venue(), spot.base()))
                  .filter(b -> b.wallet().purse().paysForCoins())
                  .map(Balance::available)
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
    };
  }

  /** What lies at several venues as one account, under the first one's name and time. */
  public static AccountSnapshot joined(List<AccountSnapshot> accounts) {
    List<Balance> balances = new ArrayList<>();
    List<VenuePosition> positions = new ArrayList<>();
    for (AccountSnapshot account : accounts) {
      balances.addAll(account.balances());
      positions.addAll(account.positions());
    }
    AccountSnapshot first = accounts.get(0);
    return new AccountSnapshot(
        first.venue(), first.venueTime(), first.receivedAt(), balances, positions);
  }
}
