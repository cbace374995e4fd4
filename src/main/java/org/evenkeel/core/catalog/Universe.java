package org.evenkeel.core.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;

/**
 * Everything a portfolio may hold: its sleeves, in a fixed order, and the stablecoins of its remainder.
 *
 * @param navCurrency the currency in which the portfolio is valued, such as USDT
 * @param sleeves the risk-bearing sleeves, by name
 * @param stablecoins the coins other than the NAV currency that the remainder is spread over
 */
public record Universe(
    Currency navCurrency, List<Sleeve> sleeves, List<StablecoinShare> stablecoins) {

  public Universe {
    List<Sleeve> sorted = new ArrayList<>(sleeves);
    sorted.sort((a, b) -> a.id().compareTo(b.id()));
    sleeves = List.copyOf(sorted);
    stablecoins = List.copyOf(stablecoins);
    if (sleeves.isEmpty()) {
      throw new IllegalArgumentException("a universe needs at least one sleeve");
    }
    for (int i = 1; i < sleeves.size(); i++) {
      if (sleeves.get(i).id().equals(sleeves.get(i - 1).id())) {
        throw new IllegalArgumentException("two sleeves are named " + sleeves.get(i).id());
      }
    }
  }

  /** The instruments that bear the sleeves' risk, in order of name. */
  public List<InstrumentId> riskInstruments() {
    TreeSet<InstrumentId> all = new TreeSet<>();
    sleeves.forEach(sleeve -> sleeve.legs().forEach(leg -> all.add(leg.instrument())));
    return List.copyOf(all);
  }

  /** All instruments: those of the sleeves and the spot markets of the stablecoins, in order of name. */
  public List<InstrumentId> instruments() {
    TreeSet<InstrumentId> all = new TreeSet<>(riskInstruments());
    stablecoins.forEach(coin -> all.add(coin.instrument()));
    return List.copyOf(all);
  }
}
