package org.evenkeel.cycle.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Refusal;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Universe;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.policy.watch.EngineClaim;
import org.evenkeel.core.policy.watch.Sighting;
import org.evenkeel.core.policy.watch.WorkingOrder;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.MarketData;

/**
 * One look at all venues: accounts, working orders, and marks of what is there.
 *
 * <p>Working orders are asked for by instrument: those of the universe, those that are held, and those that a venue lists
 * for the whole account. A part that cannot be
 * read refuses the whole, with its venue. Single-threaded.
 */
final class Lookout {

  /** By the venue's own clock; marks of contracts are published every second or so. */
  private static final Duration OLDEST_MARK = Duration.ofSeconds(60);

  private final Universe universe;
  private final List<Eye> eyes;
  private final MarketData market;
  private final Clock clock;

  Lookout(Universe universe, List<Eye> eyes, MarketData market, Clock clock) {
    this.universe = universe;
    this.eyes = List.copyOf(eyes);
    this.market = market;
    this.clock = clock;
  }

  Result<Sighting> look(Optional<EngineClaim> claim) {
    return accounts()
        .then(account -> working(account).then(working -> market(account, working, claim)));
  }

  /** Every instrument that an order may work in, as far as anybody here can name it, or a venue lists it. */
  List<InstrumentId> watched(Optional<AccountSnapshot> account) {
    SortedSet<InstrumentId> watched = named(account);
    // A list that cannot be read must not keep what can be named from being canceled.
    for (Eye eye : eyes) {
      if (eye.ordered() instanceof Result.Ok<List<InstrumentId>> ok) {
        watched.addAll(ok.value());
      }
    }
    return List.copyOf(watched);
  }

  private SortedSet<InstrumentId> named(Optional<AccountSnapshot> account) {
    TreeSet<InstrumentId> named = new TreeSet<>(listed());
    account.ifPresent(
        held -> held.positions().forEach(position -> named.add(position.instrument())));
    named.removeIf(id -> eyeOf(id).isEmpty());
    return named;
  }

  Optional<Eye> eyeOf(InstrumentId id) {
    return eyes.stream()
        .filter(eye -> eye.venue().equals(Instrument.parse(id).venue()))
        .findFirst();
  }

  /** The universe's instruments today, without the next contracts of rolled legs that are not listed yet. */
  private List<InstrumentId> listed() {
    Universe live = universe.live(LocalDate.ofInstant(clock.now(), ZoneOffset.UTC));
    List<InstrumentId> listed = new ArrayList<>(live.instruments());
    listed.removeIf(
        id ->
            live.rolls().beside().containsKey(id)
                && market.specs(List.of(id)) instanceof Result.Refused<List<InstrumentSpec>> no
                && no.refusal().reason() == RefusalReason.INSTRUMENT_NOT_TRADING);
    return listed;
  }

  Result<AccountSnapshot> accounts() {
    List<AccountSnapshot> accounts = new ArrayList<>();
    for (Eye eye : eyes) {
      switch (eye.account()) {
        case Result.Ok<AccountSnapshot> ok -> accounts.add(ok.value());
        case Result.Refused<AccountSnapshot> refused -> {
          return Result.refused(at(eye, "account", refused.refusal()));
        }
      }
    }
    return Result.ok(AccountSnapshot.joined(accounts));
  }

  private Result<List<WorkingOrder>> working(AccountSnapshot account) {
    List<WorkingOrder> working = new ArrayList<>();
    SortedSet<InstrumentId> watched = named(Optional.of(account));
    for (Eye eye : eyes) {
      switch (eye.ordered()) {
        case Result.Ok<List<InstrumentId>> ok -> watched.addAll(ok.value());
        case Result.Refused<List<InstrumentId>> refused -> {
          return Result.refused(at(eye, "open orders of the account", refused.refusal()));
        }
      }
    }
    for (InstrumentId id : watched) {
      Eye eye = eyeOf(id).orElseThrow();
      switch (eye.openOrders(id)) {
        case Result.Ok<List<VenueOrder>> ok ->
            ok.value().stream()
                .filter(order -> !order.status().isClosed())
                .forEach(order -> working.add(working(order)));
        case Result.Refused<List<VenueOrder>> refused -> {
          return Result.refused(at(eye, "open orders of " + id, refused.refusal()));
        }
      }
    }
    return Result.ok(working);
  }

  private static WorkingOrder working(VenueOrder order) {
    return new WorkingOrder(
        order.instrument(), order.side(), order.orderQty().minus(order.cumQty()));
  }

  private static Refusal at(Eye eye, String what, Refusal why) {
    return Refusal.of(why.reason(), what + " at " + eye.venue() + ": " + why.detail());
  }

  private Result<Sighting> market(
      AccountSnapshot account, List<WorkingOrder> working, Optional<EngineClaim> claim) {
    TreeSet<InstrumentId> contracts = new TreeSet<>();
    account.positions().forEach(position -> contracts.add(position.instrument()));
    working.stream()
        .map(WorkingOrder::instrument)
        .filter(Instrument::isFuture)
        .forEach(contracts::add);
    for (InstrumentId id : onlyClaimed(contracts, claim)) {
      switch (market.specs(List.of(id))) {
        case Result.Ok<List<InstrumentSpec>> ok -> contracts.add(id);
        case Result.Refused<List<InstrumentSpec>> refused -> {
          // A contract that is gone has no mark; what the engine says of it is told as it stands.
          if (refused.refusal().reason() != RefusalReason.INSTRUMENT_NOT_TRADING) {
            return Result.refused(refused.refusal());
          }
        }
      }
    }
    TreeSet<InstrumentId> priced = new TreeSet<>(contracts);
    priced.addAll(moneyMarkets());
    priced.addAll(coinMarkets(account, working));
    return specs(List.copyOf(contracts))
        .then(
            specs ->
                quotes(List.copyOf(priced))
                    .then(quotes -> fresh(quotes, account.venueTime()))
                    .map(quotes -> new Sighting(account, working, specs, quotes)));
  }

  /** A frozen feed repeats old marks: what was held at one time is not worth what was paid at another. */
  private static Result<List<Quote>> fresh(List<Quote> quotes, Instant accountTime) {
    for (Quote quote : quotes) {
      Duration age = Duration.between(quote.venueTime(), accountTime);
      if (Instrument.isFuture(quote.instrument()) && age.compareTo(OLDEST_MARK) > 0) {
        return Result.refused(
            RefusalReason.DATA_STALE,
            "the mark of " + quote.instrument() + " is " + age.toSeconds() + " s old");
      }
    }
    return Result.ok(quotes);
  }

  private List<InstrumentId> onlyClaimed(Set<InstrumentId> contracts, Optional<EngineClaim> claim) {
    return claim.stream()
        .flatMap(said -> said.positions().keySet().stream())
        .filter(id -> !contracts.contains(id) && eyeOf(id).isPresent())
        .toList();
  }

  private Result<List<InstrumentSpec>> specs(List<InstrumentId> ids) {
    return ids.isEmpty() ? Result.ok(List.of()) : market.specs(ids);
  }

  private Result<List<Quote>> quotes(List<InstrumentId> ids) {
    return ids.isEmpty() ? Result.ok(List.of()) : market.quotes(ids);
  }

  private List<InstrumentId> moneyMarkets() {
    TreeSet<InstrumentId> markets = new TreeSet<>();
    universe.stablecoins().forEach(coin -> markets.add(coin.instrument()));
    universe.rates().forEach(rate -> markets.addAll(rate.instruments()));
    return List.copyOf(markets);
  }

  /** The spot markets by which coins are priced that are held or ordered. */
  private List<InstrumentId> coinMarkets(AccountSnapshot account, List<WorkingOrder> working) {
    TreeSet<Currency> coins = new TreeSet<>();
    account.balances().forEach(balance -> coins.add(balance.currency()));
    working.forEach(order -> coins.add(Instrument.parse(order.instrument()).base()));
    return universe.riskInstruments().stream()
        .filter(
            id ->
                Instrument.parse(id) instanceof Instrument.Spot spot && coins.contains(spot.base()))
        .toList();
  }
}
