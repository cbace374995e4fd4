package org.evenkeel.shell.simulate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;

/**
 * A venue with a truth and with views of it that lag, fail and lie as a profile says.
 *
 * <p>Orders are executed at once or not at all, as IOC orders are; requests may be lost, late or answered with nothing.
 * Whatever it does, it refuses a request that arrives after its signed expiry: that is the one thing the protocol may
 * rely on.
 */
final class SimVenue implements Venue, MarketData {

  static final Duration TRUSTED_LAG = Duration.ofSeconds(5);
  private static final Duration FORGETS_UNFILLED = Duration.ofMinutes(30);
  private static final Duration CLIENT_TIMEOUT = Duration.ofSeconds(3);
  private static final List<InstrumentSpec> SPECS = SimMarket.specs();

  private final VirtualClock clock;
  private final Boundaries boundaries;
  private final SplittableRandom random;
  private final VenueTruth truth = new VenueTruth();
  private final Map<ClientOrderId, SimOrder> orders = new LinkedHashMap<>();
  private final Map<TradeId, Duration> fillLags = new TreeMap<>();
  private final SimFaults faults;
  private Instant ghostsUntil = Instant.EPOCH;
  private VenueWatch watch = VenueWatch.NOBODY;

  SimVenue(
      VirtualClock clock, Boundaries boundaries, SimFaults faults, SplittableRandom randomness) {
    this.clock = clock;
    this.boundaries = boundaries;
    this.faults = faults;
    this.random = randomness;
    for (int i = 0; i < SPECS.size(); i++) {
      String price = i < SimMarket.PRICES.size() ? SimMarket.PRICES.get(i) : "1";
      truth.prices.put(SPECS.get(i).id(), Price.of(price));
    }
    truth.deposit(Wallet.FUTURES, "USDT", "600000");
    truth.deposit(Wallet.SPOT, "USDT", "400000");
  }

  void watchedBy(VenueWatch watcher) {
    watch = watcher;
  }

  VenueTruth truth() {
    return truth;
  }

  Map<ClientOrderId, SimOrder> orders() {
    return orders;
  }

  @Override
  public VenueCapabilities capabilities() {
    return new VenueCapabilities(
        SimMarket.VENUE,
        36,
        VenueCapabilities.Uniqueness.NONE,
        VenueCapabilities.RequestExpiry.PARAM,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        TRUSTED_LAG,
        FORGETS_UNFILLED,
        Duration.ofDays(90),
        List.of("-2019", "-2022", "-1021"),
        List.of("-2013"),
        List.of("-2019"));
  }

  private <T> Result<T> read(String name, Supplier<T> call) {
    return boundaries.cross(
        name,
        () -> {
          clock.advanceTo(clock.now().plusMillis(3 + random.nextInt(20)));
          if (faults.strikes(Fault.READ_FAILS)) {
            return Result.refused(RefusalReason.VENUE_UNAVAILABLE, name + " was not answered");
          }
          return Result.ok(call.get());
        });
  }

  private Instant time() {
    return clock.now();
  }

  @Override
  public Result<Instant> venueTime() {
    return read("venueTime", this::time);
  }

  @Override
  public Result<AccountSnapshot> account() {
    return read(
        "account",
        () ->
            faults.strikes(Fault.EMPTY_ACCOUNT)
                ? new AccountSnapshot(SimMarket.VENUE, time(), time(), List.of(), List.of())
                : haunted(truth.account(time())));
  }

  /** From now on, for some time, positions are shown twice as large as they are. */
  void haunt(Duration howLong) {
    ghostsUntil = clock.now().plus(howLong);
  }

  void exorcise() {
    ghostsUntil = Instant.EPOCH;
  }

  private AccountSnapshot haunted(AccountSnapshot account) {
    if (!clock.now().isBefore(ghostsUntil)) {
      return account;
    }
    return new AccountSnapshot(
        account.venue(),
        account.venueTime(),
        account.receivedAt(),
        account.balances(),
        account.positions().stream()
            .map(
                position ->
                    new VenuePosition(
                        position.instrument(),
                        position.quantity().plus(position.quantity()),
                        position.entryPrice(),
                        position.unrealizedPnl()))
            .toList());
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return boundaries.cross(
        "send",
        () -> {
          watch.onSend(ticket);
          return sent(ticket);
        });
  }

  private SendOutcome sent(OrderTicket ticket) {
    clock.advanceTo(clock.now().plusMillis(3 + random.nextInt(50)));
    if (faults.strikes(Fault.NEVER_ARRIVES)) {
      return new SendOutcome.Unknown("connection reset");
    }
    if (faults.strikes(Fault.LATE_ARRIVAL)) {
      clock.at(clock.now().plusMillis(random.nextInt(20_000)), () -> taken(ticket));
      clock.advanceTo(clock.now().plus(CLIENT_TIMEOUT));
      return new SendOutcome.Unknown("read timed out");
    }
    if (faults.strikes(Fault.DEFINITIVE_REJECT)) {
      return new SendOutcome.Rejected("-2019", "margin is insufficient");
    }
    if (faults.strikes(Fault.AMBIGUOUS_CODE)) {
      if (random.nextBoolean()) {
        taken(ticket);
      }
      return new SendOutcome.Unknown("code -1007: the status of the request is not known");
    }
    SendOutcome outcome = taken(ticket);
    if (faults.strikes(Fault.LOST_ACK)) {
      clock.advanceTo(clock.now().plus(CLIENT_TIMEOUT));
      return new SendOutcome.Unknown("read timed out");
    }
    if (faults.strikes(Fault.SLOW_ACK)) {
      clock.advanceTo(clock.now().plusMillis(random.nextInt(9_000)));
    }
    return outcome;
  }

  /** What the venue does when a request reaches it. */
  private SendOutcome taken(OrderTicket ticket) {
    Instant now = time();
    if (now.isAfter(ticket.validUntil())) {
      return new SendOutcome.Rejected("-1021", "outside of the time for which it was signed");
    }
    Contracts position = truth.position(ticket.instrument());
    boolean reduces =
        position.value().signum() * ticket.side().signed(ticket.orderQty()).value().signum() < 0;
    if (ticket.reduceOnly() && !reduces) {
      return new SendOutcome.Rejected("-2022", "reduce-only order is rejected");
    }
    boolean losesItsLife = faults.strikes(Fault.DROPPED_FLAG);
    SimOrder order = new SimOrder(ticket, truth.nextOrderId(), losesItsLife ? "GTC" : "IOC", now);
    order.delay(lag(Fault.ORDER_LAG), lag(Fault.STATUS_LAG));
    orders.put(ticket.clientOrderId(), order);
    watch.onAccepted(ticket);
    VenueOrder acknowledged = order.truth();
    if (faults.strikes(Fault.ASYNC_REJECT)) {
      order.become(VenueOrder.Status.REJECTED, Contracts.ZERO, now);
      return new SendOutcome.Accepted(acknowledged);
    }
    execute(order, now, losesItsLife);
    boolean isAcknowledgedFirst = random.nextInt(4) == 0;
    return new SendOutcome.Accepted(isAcknowledgedFirst ? acknowledged : order.truth());
  }

  private Duration lag(Fault kind) {
    return faults.strikes(kind)
        ? Duration.ofMillis(random.nextLong(TRUSTED_LAG.toMillis() / 2))
        : Duration.ZERO;
  }

  private void execute(SimOrder order, Instant now, boolean rests) {
    OrderTicket ticket = order.ticket();
    BigDecimal wanted = ticket.orderQty().value();
    if (faults.strikes(Fault.MISSED_FILL)) {
      wanted = BigDecimal.ZERO;
    } else if (faults.strikes(Fault.PARTIAL_FILL)) {
      BigDecimal lot = spec(ticket.instrument()).lotSize();
      wanted =
          Decimals.towardZeroToStep(
              wanted.multiply(BigDecimal.valueOf(1 + random.nextInt(99), 2)), lot);
    }
    Contracts room = truth.position(ticket.instrument()).abs();
    Contracts quantity = new Contracts(wanted);
    Contracts filled = ticket.reduceOnly() && quantity.compareTo(room) > 0 ? room : quantity;
    int before = truth.fills.size();
    truth.execute(ticket.instrument(), order.id(), ticket.side(), filled, now);
    for (Fill fill : truth.fills.subList(before, truth.fills.size())) {
      fillLags.put(fill.tradeId(), lag(Fault.FILL_LAG));
    }
    boolean isFull = filled.equals(ticket.orderQty());
    order.become(
        isFull
            ? VenueOrder.Status.FILLED
            : !rests
                ? VenueOrder.Status.EXPIRED
                : filled.isZero() ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED,
        filled,
        now);
  }

  private static InstrumentSpec spec(InstrumentId id) {
    return SPECS.stream().filter(spec -> spec.id().equals(id)).findFirst().orElseThrow();
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    Result<Optional<VenueOrder>> answer = read("lookup", () -> shown(id));
    return switch (answer) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
    };
  }

  private Optional<VenueOrder> shown(ClientOrderId id) {
    return Optional.ofNullable(orders.get(id))
        .flatMap(order -> order.shownAt(time(), FORGETS_UNFILLED));
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return read(
        "openOrders",
        () -> {
          List<VenueOrder> open = new ArrayList<>();
          for (SimOrder order : orders.values()) {
            if (order.ticket().instrument().equals(instrument)) {
              order
                  .shownAt(time(), FORGETS_UNFILLED)
                  .filter(shown -> !shown.status().isClosed())
                  .ifPresent(open::add);
            }
          }
          return open;
        });
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return read(
        "cancel",
        () -> {
          SimOrder order = orders.get(id);
          if (order == null || order.isClosed()) {
            return false;
          }
          order.become(VenueOrder.Status.CANCELED, order.filled(), time());
          return true;
        });
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return read(
        "fills",
        () -> {
          List<Fill> visible = new ArrayList<>();
          for (Fill fill : truth.fills) {
            Duration hidden = fillLags.getOrDefault(fill.tradeId(), Duration.ZERO);
            if (fill.instrument().equals(instrument)
                && !fill.venueTime().plus(hidden).isAfter(time())
                && !fill.venueTime().isBefore(since)) {
              visible.add(fill);
            }
          }
          int first = 0;
          for (int i = 0; i < visible.size(); i++) {
            if (from.equals(Optional.of(visible.get(i).tradeId()))) {
              first = i;
            }
          }
          return List.copyOf(visible.subList(first, visible.size()));
        });
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return read(
        "income",
        () ->
            truth.incomes.stream()
                .filter(income -> !income.venueTime().isBefore(since))
                .filter(income -> !income.venueTime().isAfter(time()))
                .toList());
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return read(
        "cashFlows",
        () -> truth.flows.stream().filter(flow -> !flow.venueTime().isBefore(since)).toList());
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return read(
        "specs", () -> SPECS.stream().filter(spec -> instruments.contains(spec.id())).toList());
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return read(
        "quotes",
        () ->
            instruments.stream()
                .map(
                    id -> {
                      Price price = truth.prices.getOrDefault(id, Price.of("1"));
                      return new Quote(id, price, price, price, time(), faults.hostTime(time()));
                    })
                .toList());
  }

  /** The same bars whatever has happened: waves of different length, so that the covariance has full rank. */
  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return read("bars", () -> SimBars.series(instrument, interval, count, until));
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return read(
        "clientIdOf",
        () ->
            orders.values().stream()
                .filter(known -> known.id().equals(order))
                .map(known -> known.ticket().clientOrderId())
                .findFirst());
  }
}
