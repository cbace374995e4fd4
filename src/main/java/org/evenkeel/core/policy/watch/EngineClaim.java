package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.Universe;

/**
 * What the engine has written down last of what it holds: a word to compare with, and nothing that is reckoned with.
 *
 * @param positions contracts by instrument; what is missing is said to be flat
 * @param coins amounts by currency and venue, such as 'BTC@okx'; what is missing is said to be none
 */
public record EngineClaim(
    SortedMap<InstrumentId, BigDecimal> positions, SortedMap<String, BigDecimal> coins) {

  public EngineClaim {
    positions = Collections.unmodifiableSortedMap(new TreeMap<>(positions));
    coins = Collections.unmodifiableSortedMap(new TreeMap<>(coins));
  }

  /** The same without what is money in a universe: how much of that there is bears no risk. */
  EngineClaim withoutMoney(Universe universe) {
    TreeMap<String, BigDecimal> risky = new TreeMap<>(coins);
    SortedSet<Currency> money = money(universe);
    risky.keySet().removeIf(name -> money.contains(Currency.of(part(name, 0))));
    return new EngineClaim(positions, risky);
  }

  /** What bears no risk of its own: the yardstick, stablecoins, and what instruments are quoted in. */
  static SortedSet<Currency> money(Universe universe) {
    TreeSet<Currency> money = new TreeSet<>();
    money.add(universe.navCurrency());
    universe.stablecoins().forEach(coin -> money.add(Instrument.parse(coin.instrument()).base()));
    universe.riskInstruments().forEach(id -> money.add(Instrument.parse(id).quote()));
    return money;
  }

  /** Currency or venue of a coin's name. */
  static String part(String name, int number) {
    return name.split("@", -1)[number];
  }

  /** The name of a coin at a venue. */
  public static String coin(Currency currency, VenueId venue) {
    return currency + "@" + venue;
  }
}
