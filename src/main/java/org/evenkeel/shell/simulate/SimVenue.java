package org.evenkeel.shell.simulate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;

/** A venue with a truth and with views of it that lag, fail, forget and lie as a profile says. */
final class SimVenue implements Venue, MarketData {

  private final Boundaries boundaries;
  private final SimFaults faults;
  private final VenueTerms terms;
  private final VenueTruth truth = new VenueTruth();
  private final VenueMood mood;
  private final VenueLine line;
  private final SimFeed feed;
  private final SimFills fills;
  private final OrderEntry entry;
  private VenueWatch watch = VenueWatch.NOBODY;

  SimVenue(
      VirtualClock clock,
      Boundaries boundaries,
      SimFaults faults,
      VenueTerms terms,
      SplittableRandom randomness) {
    this(clock, boundaries, faults, terms, randomness, SimMarket.SPECS, SimMarket.PRICES);
  }

  /** A venue of other instruments; those beyond the list of prices have the price 1. */
  SimVenue(
      VirtualClock clock,
      Boundaries boundaries,
      SimFaults faults,
      VenueTerms terms,
      SplittableRandom randomness,
      List<InstrumentSpec> specs,
      List<String> prices) {
    this.boundaries = boundaries;
    this.faults = faults;
    this.terms = terms;
    this.mood = new VenueMood(clock);
    this.line = new VenueLine(clock, boundaries, faults, mood, randomness.split());
    this.feed = new SimFeed(line, truth, faults, mood, specs);
    this.fills = new SimFills(line, truth, terms);
    this.entry =
        new OrderEntry(clock, truth, terms, faults, mood, fills, specs, randomness.split());
    for (int i = 0; i < specs.size(); i++) {
      String price = i < prices.size() ? prices.get(i) : "1";
      truth.prices.put(specs.get(i).id(), Price.of(price));
    }
    truth.deposit(SimMarket.FUTURES, "USDT", "600000");
    truth.deposit(SimMarket.SPOT, "USDT", "400000");
  }

  void watchedBy(VenueWatch watcher) {
    watch = watcher;
    entry.watchedBy(watcher);
  }

  VenueTruth truth() {
    return truth;
  }

  VenueMood mood() {
    return mood;
  }

  Map<ClientOrderId, SimOrder> orders() {
    return entry.orders();
  }

  List<SimOrder> live() {
    return entry.live();
  }

  Instant now() {
    return line.now();
  }

  Optional<Quote> lastQuote(InstrumentId instrument) {
    return feed.lastQuote(instrument);
  }

  /** Somebody else trades on the account. */
  void tradeByHand(InstrumentId instrument, Side side, Contracts quantity) {
    truth.execute(instrument, truth.nextOrderId(), side, quantity, line.now());
    watch.onForeign(truth.fills.get(truth.fills.size() - 1));
  }

  /** Somebody cancels on the venue's page what no list of the bot explains. */
  void cancelUnless(Predicate<ClientOrderId> isExplained) {
    List.copyOf(orders().keySet()).stream().filter(isExplained.negate()).forEach(entry::cancel);
  }

  @Override
  public VenueCapabilities capabilities() {
    return terms.capabilities();
  }

  @Override
  public Result<Instant> venueTime() {
    return feed.venueTime();
  }

  @Override
  public Result<AccountSnapshot> account() {
    return line.read(
        "account",
        () ->
            faults.strikes(Fault.EMPTY_ACCOUNT)
                ? new AccountSnapshot(SimMarket.VENUE, now(), now(), List.of(), List.of())
                : haunted(truth.account(now())));
  }

  private AccountSnapshot haunted(AccountSnapshot account) {
    return mood.hasGhosts()
        ? new AccountSnapshot(
            account.venue(),
            account.venueTime(),
            account.receivedAt(),
            account.balances(),
            account.positions().stream().map(SimVenue::doubled).toList())
        : account;
  }

  private static VenuePosition doubled(VenuePosition position) {
    return new VenuePosition(
        position.instrument(),
        position.quantity().plus(position.quantity()),
        position.entryPrice(),
        position.unrealizedPnl());
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return boundaries.cross("send", () -> entry.send(ticket));
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    Result<Optional<VenueOrder>> answer = line.read("lookup", () -> shown(id));
    return switch (answer) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
    };
  }

  private Optional<VenueOrder> shown(ClientOrderId id) {
    return Optional.ofNullable(orders().get(id))
        .flatMap(order -> order.shownAt(now(), terms.forgetsUnfilled()));
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return line.read(
        "openOrders",
        () -> {
          List<VenueOrder> open = new ArrayList<>();
          for (SimOrder order : orders().values()) {
            if (order.ticket().instrument().equals(instrument)) {
              open.addAll(order.openAt(now(), terms.forgetsUnfilled()));
            }
          }
          return open;
        });
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return line.read("cancel", () -> entry.cancel(id));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return fills.since(instrument, from, since);
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return line.read(
        "income",
        () ->
            truth.incomes.stream()
                .filter(income -> !income.venueTime().isBefore(since))
                .filter(income -> !income.venueTime().isAfter(now()))
                .toList());
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return line.read(
        "cashFlows",
        () -> truth.flows.stream().filter(flow -> !flow.venueTime().isBefore(since)).toList());
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return feed.specs(instruments);
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return feed.quotes(instruments);
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return feed.bars(instrument, interval, count, until);
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return Result.ok(ExecutionCause.ORDER);
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return line.read("clientIdOf", () -> entry.clientIdOf(order));
  }
}
