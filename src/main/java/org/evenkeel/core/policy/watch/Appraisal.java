package org.evenkeel.core.policy.watch;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Ratio;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Yardstick;

/** What a sighting is worth, thing by thing; nothing that is held or ordered is left out. */
final class Appraisal {

  private final Sighting sighting;
  private final Yardstick yardstick;
  private final SortedSet<Currency> money;
  private final Optional<EngineClaim> claim;

  private Appraisal(
      Sighting sighting,
      Yardstick yardstick,
      SortedSet<Currency> money,
      Optional<EngineClaim> claim) {
    this.sighting = sighting;
    this.yardstick = yardstick;
    this.money = money;
    this.claim = claim;
  }

  static Result<Appraisal> of(Universe universe, Sighting sighting, Optional<EngineClaim> claim) {
    return Yardstick.of(universe, sighting.quotes())
        .map(yardstick -> new Appraisal(sighting, yardstick, EngineClaim.money(universe), claim));
  }

  Result<BigDecimal> nav() {
    return yardstick.nav(sighting.account()).map(Money::amount);
  }

  /** Contracts first, then coins, each in order of name. */
  Result<List<Carried>> carried() {
    return contracts().then(contracts -> coins().map(coins -> joined(contracts, coins)));
  }

  private static List<Carried> joined(List<Carried> contracts, List<Carried> coins) {
    List<Carried> all = new ArrayList<>(contracts);
    all.addAll(coins);
    return List.copyOf(all);
  }

  private Result<List<Carried>> contracts() {
    TreeSet<InstrumentId> named = new TreeSet<>();
    sighting.account().positions().forEach(position -> named.add(position.instrument()));
    sighting.working().forEach(order -> named.add(order.instrument()));
    // What only the engine speaks of is listed where the venue prices it: there is none of it.
    claim.ifPresent(
        said ->
            said.positions().keySet().stream()
                .filter(id -> worthOfOne(id) instanceof Result.Ok)
                .forEach(named::add));
    List<Carried> all = new ArrayList<>();
    for (InstrumentId id : named) {
      if (Instrument.parse(id) instanceof Instrument.Future future) {
        switch (worthOfOne(id)) {
          case Result.Ok<BigDecimal> ok ->
              all.add(
                  new Carried(
                      id.value(),
                      future.venue(),
                      sighting.account().position(id).value(),
                      left(id, Side.BUY),
                      left(id, Side.SELL),
                      ok.value()));
          case Result.Refused<BigDecimal> refused -> {
            return Result.refused(refused.refusal());
          }
        }
      }
    }
    return Result.ok(all);
  }

  private static BigDecimal value(BigDecimal amount, BigDecimal worth) {
    return Decimals.normal(amount.multiply(worth, Decimals.PRECISION));
  }

  private BigDecimal left(InstrumentId id, Side side) {
    return sighting.working().stream()
        .filter(order -> order.instrument().equals(id) && order.side() == side)
        .map(order -> order.leaves().value())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** One contract at the venue's mark, in NAV currency. */
  private Result<BigDecimal> worthOfOne(InstrumentId id) {
    Optional<InstrumentSpec> spec =
        sighting.specs().stream().filter(each -> each.id().equals(id)).findFirst();
    Optional<Quote> quote =
        sighting.quotes().stream().filter(each -> each.instrument().equals(id)).findFirst();
    if (spec.isEmpty() || quote.isEmpty()) {
      return Result.refused(
          RefusalReason.DATA_STALE,
          id + " is held or ordered, and the venue shows no specification or mark of it");
    }
    Instrument instrument = Instrument.parse(id);
    return yardstick
        .price(instrument.quote(), instrument.venue())
        .map(
            priced ->
                yardstick
                    .value(
                        spec.orElseThrow(),
                        Contracts.of(BigDecimal.ONE),
                        quote.orElseThrow().mark())
                    .amount());
  }

  /** A coin's wallets at a venue, and what is ordered of it there. */
  private record CoinAt(VenueId venue, Currency coin) implements Comparable<CoinAt> {

    @Override
    public int compareTo(CoinAt other) {
      return name().compareTo(other.name());
    }

    String name() {
      return EngineClaim.coin(coin, venue);
    }
  }

  private Result<List<Carried>> coins() {
    TreeMap<CoinAt, BigDecimal> held = new TreeMap<>();
    for (Balance balance : sighting.account().balances()) {
      held.merge(
          new CoinAt(balance.wallet().venue(), balance.currency()),
          balance.total(),
          BigDecimal::add);
    }
    Map<CoinAt, BigDecimal> bought = ordered(Side.BUY);
    Map<CoinAt, BigDecimal> sold = ordered(Side.SELL);
    TreeSet<CoinAt> owned = new TreeSet<>(bought.keySet());
    owned.addAll(sold.keySet());
    held.forEach(
        (coin, amount) -> {
          if (amount.signum() != 0) {
            owned.add(coin);
          }
        });
    TreeSet<CoinAt> all = new TreeSet<>(owned);
    all.addAll(claimed());
    all.removeIf(coin -> money.contains(coin.coin()));
    List<Carried> carried = new ArrayList<>();
    for (CoinAt coin : all) {
      switch (yardstick.price(coin.coin(), coin.venue())) {
        case Result.Ok<BigDecimal> ok ->
            carried.add(
                new Carried(
                    coin.name(),
                    coin.venue(),
                    held.getOrDefault(coin, BigDecimal.ZERO),
                    bought.getOrDefault(coin, BigDecimal.ZERO),
                    sold.getOrDefault(coin, BigDecimal.ZERO),
                    ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          if (owned.contains(coin)) {
            return Result.refused(refused.refusal());
          }
        }
      }
    }
    return Result.ok(carried);
  }

  private Map<CoinAt, BigDecimal> ordered(Side side) {
    TreeMap<CoinAt, BigDecimal> ordered = new TreeMap<>();
    for (WorkingOrder order : sighting.working()) {
      if (order.side() == side
          && Instrument.parse(order.instrument()) instanceof Instrument.Spot spot) {
        ordered.merge(
            new CoinAt(spot.venue(), spot.base()), order.leaves().value(), BigDecimal::add);
      }
    }
    return ordered;
  }

  private List<CoinAt> claimed() {
    return claim.stream()
        .flatMap(said -> said.coins().keySet().stream())
        .map(
            name ->
                new CoinAt(
                    VenueId.of(EngineClaim.part(name, 1)), Currency.of(EngineClaim.part(name, 0))))
        .toList();
  }

  /** What every venue and currency of settlement must hold for the worst of its contracts. */
  Result<List<Margin>> margins(List<Carried> carried, Ratio rate) {
    TreeMap<String, BigDecimal> needed = new TreeMap<>();
    TreeMap<String, Instrument.Future> pots = new TreeMap<>();
    for (Carried each : carried) {
      contractOf(each)
          .ifPresent(
              future -> {
                String pot = EngineClaim.coin(future.settlement(), future.venue());
                pots.putIfAbsent(pot, future);
                needed.merge(
                    pot, each.worst().multiply(rate.value(), Decimals.PRECISION), BigDecimal::add);
              });
    }
    List<Margin> all = new ArrayList<>();
    for (var pot : pots.entrySet()) {
      switch (equity(pot.getValue())) {
        case Result.Ok<BigDecimal> ok ->
            all.add(
                new Margin(
                    pot.getKey(), needed.getOrDefault(pot.getKey(), BigDecimal.ZERO), ok.value()));
        case Result.Refused<BigDecimal> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(all);
  }

  private Optional<Instrument.Future> contractOf(Carried each) {
    return sighting.specs().stream()
        .map(InstrumentSpec::instrument)
        .filter(instrument -> instrument.id().value().equals(each.name()))
        .filter(Instrument.Future.class::isInstance)
        .map(Instrument.Future.class::cast)
        .findFirst();
  }

  private Result<BigDecimal> equity(Instrument.Future of) {
    BigDecimal coins = sighting.account().collateral(of.venue(), of.settlement());
    BigDecimal profit =
        sighting.account().positions().stream()
            .filter(position -> isSettledWith(position, of))
            .map(VenuePosition::unrealizedPnl)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return yardstick
        .price(of.settlement(), of.venue())
        .map(price -> value(coins.add(profit), price));
  }

  private static boolean isSettledWith(VenuePosition position, Instrument.Future of) {
    return position.settlement().equals(of.settlement())
        && Instrument.parse(position.instrument()).venue().equals(of.venue());
  }
}
