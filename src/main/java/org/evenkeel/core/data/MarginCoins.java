package org.evenkeel.core.data;

import java.math.BigDecimal;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Universe;

/**
 * The coins that back inverse contracts: they rise and fall like the contracts, so a sleeve holds both.
 *
 * <p>With equity of B coins (balance and unrealized profit) and n contracts of m dollars at a price p, the account is worth
 * B p, and a rise of the price by dp adds (B + n m / p) dp: the exposure is B p + n m, whatever was paid for the contracts.
 * For example, with 2 coins at 50,000 and a short of 70,000 dollars the exposure is 30,000; a short of 100,000 makes the
 * account one of dollars.
 *
 * <p>Coins that the universe trades on a spot market of the same venue are held by the leg there, and are not counted again;
 * only the unrealized profit is.
 * If several inverse contracts of a venue settle in one coin, it is counted with the first of them by name.
 *
 * <p>This class is immutable and thread-safe.
 */
public final class MarginCoins {

  private final SortedMap<InstrumentId, Money> worth;
  private final Currency nav;

  private MarginCoins(SortedMap<InstrumentId, Money> worth, Currency nav) {
    this.worth = worth;
    this.nav = nav;
  }

  /** The coins of an account that back contracts of the universe; the yardstick must price them. */
  public static MarginCoins of(Universe universe, AccountSnapshot account, Yardstick yardstick) {
    TreeSet<String> counted = new TreeSet<>();
    TreeMap<InstrumentId, Money> worth = new TreeMap<>();
    for (InstrumentId id : universe.riskInstruments()) {
      if (Instrument.parse(id) instanceof Instrument.Inverse inverse
          && counted.add(inverse.settlement() + "@" + inverse.venue())) {
        BigDecimal coins = equity(inverse, account, isTraded(inverse, universe));
        BigDecimal price = yardstick.price(inverse.settlement(), inverse.venue()).orThrow();
        worth.put(id, new Money(coins.multiply(price, Decimals.PRECISION), yardstick.currency()));
      }
    }
    return new MarginCoins(worth, yardstick.currency());
  }

  private static boolean isTraded(Instrument.Inverse inverse, Universe universe) {
    return universe.tradedInstruments().stream()
        .map(Instrument::parse)
        .anyMatch(
            other ->
                other instanceof Instrument.Spot
                    && other.venue().equals(inverse.venue())
                    && other.base().equals(inverse.settlement()));
  }

  private static BigDecimal equity(
      Instrument.Inverse inverse, AccountSnapshot account, boolean isTraded) {
    VenueId venue = inverse.venue();
    BigDecimal coins = isTraded ? BigDecimal.ZERO : account.collateral(venue, inverse.settlement());
    for (VenuePosition position : account.positions()) {
      if (Instrument.parse(position.instrument()).venue().equals(venue)
          && position.settlement().equals(inverse.settlement())) {
        coins = coins.add(position.unrealizedPnl());
      }
    }
    return coins;
  }

  /** What the coins are worth that count with an instrument, in NAV currency; zero for all but inverse contracts. */
  public Money with(InstrumentId instrument) {
    return worth.getOrDefault(instrument, Money.zero(nav));
  }
}
