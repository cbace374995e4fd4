package org.evenkeel.core.catalog;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.SleeveClass;
import org.evenkeel.core.basics.SleeveId;
import org.evenkeel.core.basics.VenueId;

/**
 * Everything a portfolio may hold: its sleeves, in a fixed order, and the stablecoins of its remainder.
 *
 * <p>Stablecoins are quoted in the NAV currency; a leg may be quoted in another currency that one of the rates prices.
 *
 * @param navCurrency the currency in which the portfolio is valued, such as USDT
 * @param sleeves the risk-bearing sleeves, by name
 * @param stablecoins the coins other than the NAV currency that the remainder at their venue is spread over
 * @param rules what the weights obey beside the budgets
 * @param rates where the prices of other quote currencies come from
 * @param rolls the legs that are held in one dated contract after the other
 */
public record Universe(
    Currency navCurrency,
    List<Sleeve> sleeves,
    List<StablecoinShare> stablecoins,
    WeightRules rules,
    List<RateSource> rates,
    Rolls rolls) {

  /** A universe none of whose legs is rolled. */
  public Universe(
      Currency navCurrency,
      List<Sleeve> sleeves,
      List<StablecoinShare> stablecoins,
      WeightRules rules,
      List<RateSource> rates) {
    this(navCurrency, sleeves, stablecoins, rules, rates, Rolls.NONE);
  }

  private static final List<InstrumentId> NONE = List.of();

  /** A universe whose weights obey nothing but the budgets, all of it quoted in the NAV currency. */
  public Universe(Currency navCurrency, List<Sleeve> sleeves, List<StablecoinShare> stablecoins) {
    this(navCurrency, sleeves, stablecoins, WeightRules.none(), List.of());
  }

  public Universe {
    List<Sleeve> sorted = new ArrayList<>(sleeves);
    sorted.sort((a, b) -> a.id().compareTo(b.id()));
    sleeves = List.copyOf(sorted);
    stablecoins = List.copyOf(stablecoins);
    rates = List.copyOf(rates);
    if (sleeves.isEmpty()) {
      throw new IllegalArgumentException("a universe needs at least one sleeve");
    }
    for (int i = 1; i < sleeves.size(); i++) {
      if (sleeves.get(i).id().equals(sleeves.get(i - 1).id())) {
        throw new IllegalArgumentException("two sleeves are named " + sleeves.get(i).id());
      }
    }
    for (RateSource rate : rates) {
      requireRate(navCurrency, rate);
    }
    for (Sleeve sleeve : sleeves) {
      for (Leg leg : sleeve.legs()) {
        requireLeg(navCurrency, rates, leg);
      }
    }
    requireAlternatives(navCurrency, rates, sleeves);
    requireStablecoins(navCurrency, sleeves, stablecoins);
    requireKnown(sleeves, rules);
  }

  /** A rule for a name that nothing has would be without effect, and nobody would know. */
  private static void requireKnown(List<Sleeve> sleeves, WeightRules rules) {
    for (SleeveId id : rules.sleeves().keySet()) {
      if (sleeves.stream().noneMatch(sleeve -> sleeve.id().equals(id))) {
        throw new IllegalArgumentException(
            "there is a rule for the sleeve " + id + ", but no such sleeve");
      }
    }
    for (SleeveClass name : rules.classes().keySet()) {
      if (sleeves.stream().noneMatch(sleeve -> sleeve.sleeveClass().equals(name))) {
        throw new IllegalArgumentException(
            "there is a rule for the class " + name + ", but no sleeve has it");
      }
    }
  }

  private static void requireRate(Currency navCurrency, RateSource rate) {
    Instrument first = Instrument.parse(rate.instruments().get(0));
    boolean isPrice =
        switch (rate) {
          case RateSource.SpotMarket spot ->
              (first.quote().equals(navCurrency) && first.base().equals(rate.currency()))
                  || (first.base().equals(navCurrency) && first.quote().equals(rate.currency()));
          case RateSource.IndexCross cross -> first.quote().equals(navCurrency);
        };
    if (!isPrice) {
      throw new IllegalArgumentException(
          rate.instruments() + " do not price " + rate.currency() + " in " + navCurrency);
    }
  }

  private static void requireLeg(Currency navCurrency, List<RateSource> rates, Leg leg) {
    Currency quote = Instrument.parse(leg.instrument()).quote();
    if (rates.stream().noneMatch(rate -> rate.currency().equals(quote))) {
      requireQuotedIn(navCurrency, leg.instrument());
    }
    if (Instrument.parse(leg.instrument()) instanceof Instrument.Spot && leg.ratio().signum() < 0) {
      throw new IllegalArgumentException(
          leg.instrument() + " has ratio " + leg.ratio() + ", but coins cannot be held short");
    }
  }

  /** What is held of an instrument must belong to one leg: otherwise nobody could say which one is to move. */
  private static void requireAlternatives(
      Currency navCurrency, List<RateSource> rates, List<Sleeve> sleeves) {
    TreeMap<InstrumentId, Integer> uses = new TreeMap<>();
    for (Sleeve sleeve : sleeves) {
      for (Leg leg : sleeve.legs()) {
        leg.instruments().forEach(id -> uses.merge(id, 1, Integer::sum));
        leg.alternatives().forEach(id -> requireLeg(navCurrency, rates, new Leg(id, leg.ratio())));
      }
    }
    for (Sleeve sleeve : sleeves) {
      for (Leg leg : sleeve.legs()) {
        for (InstrumentId id : leg.alternatives().isEmpty() ? NONE : leg.instruments()) {
          if (uses.getOrDefault(id, 0) > 1) {
            throw new IllegalArgumentException(
                id + " belongs to a leg with alternatives and to another leg");
          }
          requireOwnCoins(id, uses.keySet());
        }
      }
    }
  }

  /** Coins behind two contracts, or behind a contract and a leg of coins, could not be told apart while positions move. */
  private static void requireOwnCoins(InstrumentId id, Set<InstrumentId> all) {
    if (Instrument.parse(id) instanceof Instrument.Inverse inverse) {
      for (InstrumentId other : all) {
        inverse
            .coinFault(Instrument.parse(other))
            .ifPresent(
                fault -> {
                  throw new IllegalArgumentException(fault);
                });
      }
    }
  }

  /** A coin that were a leg too, or named twice, would have two targets. */
  private static void requireStablecoins(
      Currency navCurrency, List<Sleeve> sleeves, List<StablecoinShare> stablecoins) {
    TreeSet<InstrumentId> taken = new TreeSet<>();
    sleeves.forEach(sleeve -> sleeve.legs().forEach(leg -> taken.addAll(leg.instruments())));
    TreeMap<VenueId, Ratio> sums = new TreeMap<>();
    for (StablecoinShare coin : stablecoins) {
      requireQuotedIn(navCurrency, coin.instrument());
      if (!(Instrument.parse(coin.instrument()) instanceof Instrument.Spot)) {
        throw new IllegalArgumentException(
            "the stablecoin " + coin.instrument() + " needs a spot market");
      }
      if (!taken.add(coin.instrument())) {
        throw new IllegalArgumentException(
            "the stablecoin " + coin.instrument() + " is named twice or is a leg too");
      }
      sums.merge(Instrument.parse(coin.instrument()).venue(), coin.share(), Ratio::plus);
    }
    sums.forEach(
        (venue, sum) -> {
          if (sum.compareTo(Ratio.ONE) > 0) {
            throw new IllegalArgumentException(
                "the stablecoins' shares at " + venue + " add up to " + sum);
          }
        });
  }

  private static void requireQuotedIn(Currency navCurrency, InstrumentId instrument) {
    if (!Instrument.parse(instrument).quote().equals(navCurrency)) {
      throw new IllegalArgumentException(
          instrument + " is not quoted in " + navCurrency + ", and no rate prices its currency");
    }
  }

  /**
   * The universe of the other sleeves; stablecoins stay.
   *
   * @throws IllegalArgumentException if no sleeve is left
   */
  public Universe without(SortedSet<SleeveId> excluded) {
    List<Sleeve> left = sleeves.stream().filter(sleeve -> !excluded.contains(sleeve.id())).toList();
    TreeMap<InstrumentId, InstrumentId> beside = new TreeMap<>(rolls.beside());
    beside.values().retainAll(legs(left));
    return new Universe(
        navCurrency,
        left,
        stablecoins,
        WeightRules.none(),
        rates,
        new Rolls(rolls.rules(), beside, rolls.reasons()));
  }

  private static SortedSet<InstrumentId> legs(List<Sleeve> sleeves) {
    TreeSet<InstrumentId> all = new TreeSet<>();
    sleeves.forEach(sleeve -> sleeve.legs().forEach(leg -> all.add(leg.instrument())));
    return all;
  }

  private static SortedSet<InstrumentId> alternatives(List<Sleeve> sleeves) {
    TreeSet<InstrumentId> all = new TreeSet<>();
    sleeves.forEach(sleeve -> sleeve.legs().forEach(leg -> all.addAll(leg.alternatives())));
    return all;
  }

  /** The instruments by whose prices the sleeves' risk is estimated: the first of every leg, in order of name. */
  public List<InstrumentId> estimatedInstruments() {
    return List.copyOf(legs(sleeves));
  }

  /** The instruments in which a leg may be held instead of its first, in order of name. */
  public List<InstrumentId> alternatives() {
    TreeSet<InstrumentId> all = new TreeSet<>(alternatives(sleeves));
    legs(sleeves).forEach(all::remove);
    return List.copyOf(all);
  }

  /** The instruments that may bear the sleeves' risk: of legs, their alternatives and the contracts beside them, in order of name. */
  public List<InstrumentId> riskInstruments() {
    TreeSet<InstrumentId> all = new TreeSet<>(legs(sleeves));
    all.addAll(alternatives(sleeves));
    all.addAll(rolls.beside().keySet());
    return List.copyOf(all);
  }

  /** The universe with other sleeves of the same names. */
  public Universe with(List<Sleeve> others) {
    return new Universe(navCurrency, others, stablecoins, rules, rates, rolls);
  }

  /** Every leg that is rolled in the contract that ends next, on a day, UTC, with the one after it beside it. */
  public Universe live(LocalDate today) {
    TreeMap<InstrumentId, InstrumentId> carriers = new TreeMap<>();
    TreeMap<InstrumentId, InstrumentId> beside = new TreeMap<>();
    for (RollRule rule : rolls.rules()) {
      InstrumentId near = rule.near(today);
      carriers.put(rule.first(), near);
      beside.put(rule.after(near), near);
    }
    return carriedBy(carriers, new Rolls(rolls.rules(), beside));
  }

  /**
   * The same with other contracts of the rolled legs.
   *
   * @param carriers by the first contract of each rule the one that the leg is held in
   */
  public Universe carriedBy(SortedMap<InstrumentId, InstrumentId> carriers, Rolls others) {
    List<Sleeve> carried =
        sleeves.stream()
            .map(
                sleeve ->
                    new Sleeve(
                        sleeve.id(),
                        sleeve.sleeveClass(),
                        sleeve.riskBudget(),
                        sleeve.legs().stream().map(leg -> carriedBy(carriers, leg)).toList()))
            .toList();
    return new Universe(navCurrency, carried, stablecoins, rules, rates, others);
  }

  private Leg carriedBy(SortedMap<InstrumentId, InstrumentId> carriers, Leg leg) {
    return rolls
        .rule(leg.instrument())
        .map(
            rule ->
                new Leg(
                    carriers.getOrDefault(rule.first(), leg.instrument()),
                    leg.ratio(),
                    leg.alternatives()))
        .orElse(leg);
  }

  /** The instruments that may be traded: those of the sleeves and the spot markets of the stablecoins, in order of name. */
  public List<InstrumentId> tradedInstruments() {
    TreeSet<InstrumentId> all = new TreeSet<>(riskInstruments());
    stablecoins.forEach(coin -> all.add(coin.instrument()));
    return List.copyOf(all);
  }

  /** The coins that are cash: the NAV currency and the stablecoins. */
  public SortedSet<Currency> coins() {
    TreeSet<Currency> coins = new TreeSet<>();
    coins.add(navCurrency);
    stablecoins.forEach(share -> coins.add(Instrument.parse(share.instrument()).base()));
    return coins;
  }

  /** All instruments: those of the sleeves, the spot markets of the stablecoins and what the rates need, in order of name. */
  public List<InstrumentId> instruments() {
    TreeSet<InstrumentId> all = new TreeSet<>(tradedInstruments());
    rates.forEach(rate -> all.addAll(rate.instruments()));
    return List.copyOf(all);
  }
}
