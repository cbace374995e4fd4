package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.policy.LockCause;
import org.evenkeel.core.policy.LockFinding;
import org.evenkeel.core.route.Attempt;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Bookkeeping;
import org.evenkeel.core.settle.Reconciliation;

/**
 * Makes ledger and venue agree by reading, never by inventing: resolves open orders, books fills, funding and flows, compares.
 *
 * <p>What still disagrees after {@link #READINGS} readings locks what it is about until it is gone.
 *
 * <p>Single-threaded.
 */
public final class Reconciler {

  /** A funding payment between two readings explains itself at the next one. */
  private static final int READINGS = 3;

  private static final Duration BETWEEN_READINGS = Duration.ofMillis(500);

  private final Strategy strategy;
  private final Venues venues;
  private final MarketData market;
  private final Journal journal;
  private final SpecBook specs;
  private final FillIntake intake;
  private final Resolver resolver;
  private final Clock clock;
  private final Alerts alerts;
  private final Strangers strangers;
  private final FlowIntake flows;
  private final AdoptedOrders adopted;
  private List<InstrumentId> instruments;

  public Reconciler(
      Strategy strategy,
      Venues venues,
      MarketData market,
      Journal journal,
      SpecBook specs,
      FillIntake intake,
      Resolver resolver,
      Clock clock,
      Alerts alerts) {
    this.strategy = strategy;
    this.instruments = strategy.universe().instruments();
    this.venues = venues;
    this.market = market;
    this.journal = journal;
    this.specs = specs;
    this.intake = intake;
    this.resolver = resolver;
    this.clock = clock;
    this.alerts = alerts;
    this.strangers = new Strangers(journal);
    this.adopted = new AdoptedOrders(journal, clock, alerts);
    this.flows =
        new FlowIntake(
            journal.accounting(), new OwnTransfers(journal.transferRecords(), clock), alerts);
  }

  /** How much is read where nothing seems amiss. */
  public enum Depth {
    /** Fills, funding and flows are read only if a wallet or position differs: any that is missing would move one. */
    QUICK,
    /** Fills, funding, flows and open orders of every instrument are read in any case. */
    FULL
  }

  /** Where news goes. */
  Alerts alerts() {
    return alerts;
  }

  /** The account as last read, or the reason why it could not be read. */
  public Result<AccountSnapshot> reconcile(String nonce, Depth depth) {
    return LiveContracts.booked(strategy.universe(), clock.now(), market, journal.ledger())
        .then(
            booked -> {
              instruments = booked;
              return specs.ensure(market, booked);
            })
        .then(known -> openings())
        .then(openings -> resolveAndCompare(openings, nonce, depth));
  }

  /** The moment from which the ledger counts at each venue. */
  private Result<SortedMap<VenueId, Instant>> openings() {
    TreeMap<VenueId, Instant> openings = new TreeMap<>();
    for (Venue venue : venues.all()) {
      switch (opening(venue)) {
        case Result.Ok<Instant> ok -> openings.put(venue.capabilities().venue(), ok.value());
        case Result.Refused<Instant> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(openings);
  }

  /**
   * The moment from which the ledger counts at a venue; books the opening balances when it is new to the database.
   *
   * <p>There is nothing yet that could contradict a wrong answer, so the account must show something, twice the same.
   */
  private Result<Instant> opening(Venue venue) {
    Optional<Instant> opening = journal.openingTime(venue.capabilities().venue());
    if (opening.isPresent()) {
      return Result.ok(opening.orElseThrow());
    }
    return venue
        .account()
        .then(first -> confirmed(venue, first))
        .then(
            account ->
                strangers
                    .traded(venue, instrumentsAt(venue), clock.now())
                    .map(found -> opened(account, found)));
  }

  private List<InstrumentId> instrumentsAt(Venue venue) {
    return Venues.tradedAt(venue, instruments);
  }

  private Result<AccountSnapshot> confirmed(Venue venue, AccountSnapshot first) {
    if (first.balances().stream().allMatch(balance -> balance.total().signum() == 0)) {
      return Result.refused(
          RefusalReason.INSUFFICIENT_FUNDS,
          "the account at "
              + venue.capabilities().venue()
              + " shows no money at all; transfer some to it, or check which account the key belongs to");
    }
    clock.sleep(BETWEEN_READINGS);
    return venue
        .venueTime()
        .then(between -> venue.account().then(second -> unchanged(first, second, between)));
  }

  /**
   * The account at a moment that the venue itself told between two equal readings.
   *
   * <p>An estimate of its time would not do: one that is ahead would hide executions for ever.
   */
  private static Result<AccountSnapshot> unchanged(
      AccountSnapshot first, AccountSnapshot second, Instant between) {
    return holdings(first).equals(holdings(second))
        ? Result.ok(second.at(between))
        : Result.refused(
            RefusalReason.VENUE_UNAVAILABLE,
            "two readings of the opening balances differ: "
                + holdings(first)
                + " and "
                + holdings(second));
  }

  private static SortedMap<String, BigDecimal> holdings(AccountSnapshot account) {
    TreeMap<String, BigDecimal> holdings = new TreeMap<>();
    account
        .balances()
        .forEach(
            balance ->
                holdings.merge(
                    balance.wallet() + "/" + balance.currency(),
                    Decimals.normal(balance.total()),
                    BigDecimal::add));
    account
        .positions()
        .forEach(
            position ->
                holdings.put(
                    position.instrument().value(), Decimals.normal(position.quantity().value())));
    return holdings;
  }

  private Instant opened(AccountSnapshot account, List<LockFinding> neighbours) {
    journal.together(
        "open the books",
        () -> {
          neighbours.forEach(found -> journal.locks().hold(found, clock.now()));
          return journal.book(Bookkeeping.opening(account));
        });
    alerts.note("opening", "opening balances booked: " + account.balances());
    return account.venueTime();
  }

  private Result<AccountSnapshot> resolveAndCompare(
      SortedMap<VenueId, Instant> openings, String nonce, Depth depth) {
    for (Attempt attempt : journal.openAttempts()) {
      Attempt after = resolver.follow(attempt, strategy.execution().resolveTimeout());
      if (after.state().isTerminal()) {
        alerts.clear("order " + after.ticket().clientOrderId());
      }
    }
    boolean mustRead = depth == Depth.FULL;
    for (int reading = 1; ; reading++) {
      Result<AccountSnapshot> account =
          (mustRead ? readAll(openings, reading > 1) : Result.ok(true))
              .then(read -> venues.account());
      if (account instanceof Result.Refused<AccountSnapshot>) {
        return account;
      }
      List<LockFinding> differences = Reconciliation.compare(journal.ledger(), account.orThrow());
      if (differences.isEmpty() || reading >= READINGS) {
        return strangers(nonce, depth, differences)
            .then(
                found -> {
                  flows.announce();
                  intake.tellCorrections(alerts);
                  report(found, differences, depth);
                  return account;
                });
      }
      mustRead = true;
      clock.sleep(BETWEEN_READINGS);
    }
  }

  private Result<Boolean> readAll(SortedMap<VenueId, Instant> openings, boolean isMissing) {
    for (Map.Entry<VenueId, Instant> opening : openings.entrySet()) {
      Result<Boolean> read = readAll(venues.at(opening.getKey()), opening.getValue(), isMissing);
      if (read instanceof Result.Refused<Boolean>) {
        return read;
      }
    }
    return Result.ok(true);
  }

  private Result<Boolean> readAll(Venue venue, Instant opening, boolean isMissing) {
    for (InstrumentId instrument : instrumentsAt(venue)) {
      Result<Boolean> fills =
          isMissing ? intake.searchAgain(instrument, opening) : intake.ingest(instrument, opening);
      if (fills instanceof Result.Refused<Boolean>) {
        return fills;
      }
    }
    return intake
        .ingestIncome(venue.capabilities().venue(), opening)
        .then(booked -> flows.ingest(venue, opening))
        .map(booked -> true);
  }

  /**
   * Locks what was found. What only persons clear is added; the rest stands exactly as long as it is found.
   *
   * <p>Where open orders are not read, what was found before still holds.
   */
  private void report(List<LockFinding> strangers, List<LockFinding> differences, Depth depth) {
    EnumSet<LockCause> causes = EnumSet.of(LockCause.POSITION_DIFFERS, LockCause.BALANCE_DIFFERS);
    List<LockFinding> found = new ArrayList<>(differences);
    if (depth == Depth.FULL) {
      causes.add(LockCause.FOREIGN_ORDER);
      strangers.stream()
          .filter(finding -> finding.cause() == LockCause.FOREIGN_ORDER)
          .forEach(found::add);
    }
    journal.locks().keep(causes, found, clock.now());
    for (LockFinding finding : strangers) {
      if (finding.cause() != LockCause.FOREIGN_ORDER) {
        journal.locks().hold(finding, clock.now());
      }
    }
  }

  private Result<List<LockFinding>> strangers(
      String nonce, Depth depth, List<LockFinding> differences) {
    List<LockFinding> found = new ArrayList<>();
    if (depth == Depth.QUICK) {
      return Result.ok(found);
    }
    for (InstrumentId instrument : instruments) {
      switch (venues.of(instrument).openOrders(instrument)) {
        case Result.Ok<List<VenueOrder>> open -> {
          for (VenueOrder order : open.value()) {
            Optional<LockFinding> stranger = strangers.open(nonce, order);
            stranger.ifPresent(found::add);
            if (stranger.isPresent() && strangers.isUndead(order.clientOrderId())) {
              venues.of(instrument).cancel(order.clientOrderId(), instrument);
            }
          }
          adopted.seen(instrument, open.value(), differences);
        }
        case Result.Refused<List<VenueOrder>> refused -> {
          return Result.refused(refused.refusal());
        }
      }
    }
    return Result.ok(found);
  }
}
