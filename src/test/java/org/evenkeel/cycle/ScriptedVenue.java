package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
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
import org.evenkeel.core.catalog.Listing;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.Wallets;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.simulate.Boundaries;
import org.evenkeel.shell.simulate.VenueTruth;
import org.evenkeel.shell.simulate.VirtualClock;

/** A venue of two perpetuals and a stablecoin that answers as its script says; every call is a numbered boundary. */
final class ScriptedVenue implements Venue, MarketData {

  private static final Duration CALL = Duration.ofMillis(3);
  private static final List<InstrumentSpec> SPECS =
      List.of(
          Samples.spec(Samples.perpetual("BTC")),
          Samples.spec(Samples.perpetual("ETH")),
          Samples.usdc());

  final List<InstrumentSpec> specs = new ArrayList<>(SPECS);
  final VenueTruth truth = new VenueTruth();
  final Boundaries boundaries = new Boundaries();
  final List<OrderTicket> received = new ArrayList<>();
  final List<ClientOrderId> canceled = new ArrayList<>();
  final List<Instant> lookupTimes = new ArrayList<>();
  final TreeSet<String> unreadable = new TreeSet<>();
  final TreeMap<VenueOrderId, ClientOrderId> alsoOf = new TreeMap<>();
  final TreeMap<VenueOrderId, ExecutionCause> closedBy = new TreeMap<>();
  private final VirtualClock clock;
  private final TreeMap<InstrumentId, Deque<Behavior>> scripts = new TreeMap<>();
  private final TreeMap<InstrumentId, BigDecimal> valueFactors = new TreeMap<>();
  private VenueCapabilities.RequestExpiry expiry = VenueCapabilities.RequestExpiry.PARAM;
  private Duration clockSkew = Duration.ZERO;
  private Duration fillLag = Duration.ZERO;
  private boolean isBarHistoryEmpty = false;
  private int lostCancels = 0;
  private boolean splitsOrders = false;
  private Consumer<OrderTicket> beforeOrder = ticket -> {};

  ScriptedVenue(VirtualClock clock) {
    this.clock = clock;
    truth.prices.put(Samples.perpetual("BTC").id(), Price.of("50000"));
    truth.prices.put(Samples.perpetual("ETH").id(), Price.of("2500"));
    truth.prices.put(Samples.spot("USDC").id(), Price.of("1"));
    truth.deposit(Wallets.FUTURES, "USDT", "600000");
    truth.deposit(Wallets.SPOT, "USDT", "400000");
  }

  /** The next orders of an instrument are treated so; after that, every order fills. */
  void script(InstrumentId instrument, Behavior... behaviors) {
    scripts.computeIfAbsent(instrument, id -> new ArrayDeque<>()).addAll(List.of(behaviors));
  }

  void setExpiry(VenueCapabilities.RequestExpiry kind) {
    expiry = kind;
  }

  void setClockSkew(Duration skew) {
    clockSkew = skew;
  }

  /** How long executions stay invisible in the list of fills. */
  void setFillLag(Duration lag) {
    fillLag = lag;
  }

  void setBarHistoryEmpty(boolean empty) {
    isBarHistoryEmpty = empty;
  }

  void setSplitsOrders(boolean splits) {
    splitsOrders = splits;
  }

  /** The next requests to cancel are taken and come to nothing. */
  void loseCancels(int count) {
    lostCancels = count;
  }

  void beforeOrder(Consumer<OrderTicket> observer) {
    beforeOrder = observer;
  }

  private <T> Result<T> answer(String name, Supplier<T> call) {
    return boundaries.cross(
        name,
        () -> {
          clock.advanceTo(clock.now().plus(CALL));
          return unreadable.contains(name)
              ? Result.refused(RefusalReason.VENUE_UNAVAILABLE, name + " was not answered")
              : Result.ok(call.get());
        });
  }

  Instant time() {
    return clock.now().plus(clockSkew);
  }

  @Override
  public VenueCapabilities capabilities() {
    return new VenueCapabilities(
        Samples.BINANCE,
        false,
        36,
        VenueCapabilities.Uniqueness.NONE,
        expiry,
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(90),
        List.of("-2019"),
        List.of("-2013"),
        List.of("-2019"),
        splitsOrders,
        true);
  }

  @Override
  public Result<Instant> venueTime() {
    return answer("venueTime", this::time);
  }

  @Override
  public Result<AccountSnapshot> account() {
    return answer("account", () -> truth.account(time()));
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return boundaries.cross(
        "send",
        () -> {
          clock.advanceTo(clock.now().plus(CALL));
          beforeOrder.accept(ticket);
          received.add(ticket);
          Deque<Behavior> script = scripts.getOrDefault(ticket.instrument(), new ArrayDeque<>());
          Behavior behavior = script.isEmpty() ? Behavior.fills() : script.remove();
          return answerTo(ticket, behavior);
        });
  }

  private SendOutcome answerTo(OrderTicket ticket, Behavior behavior) {
    if (time().isAfter(ticket.validUntil())) {
      return new SendOutcome.Rejected("-1021", "outside of recvWindow");
    }
    return switch (behavior.answer()) {
      case TRUTH -> new SendOutcome.Accepted(taken(ticket, behavior));
      case LOST -> {
        taken(ticket, behavior);
        yield new SendOutcome.Unknown("read timed out");
      }
      case RENAMED -> {
        taken(ticket, behavior);
        truth.orders.remove(ticket.clientOrderId());
        yield new SendOutcome.Unknown("the answer is about another client order id");
      }
      case NEVER_ARRIVED -> new SendOutcome.Unknown("connection reset");
      case REJECTED -> new SendOutcome.Rejected(behavior.rejectCode(), "refused");
    };
  }

  /** What the venue says that contracts are worth; others than ours if a contract is of another size than we believe. */
  private BigDecimal valueOf(InstrumentId instrument, Contracts contracts) {
    return contracts
        .value()
        .multiply(truth.prices.get(instrument).value())
        .multiply(valueFactors.getOrDefault(instrument, BigDecimal.ONE));
  }

  void setValueFactor(InstrumentId instrument, BigDecimal factor) {
    valueFactors.put(instrument, factor);
  }

  private VenueOrder taken(OrderTicket ticket, Behavior behavior) {
    VenueOrderId id = truth.nextOrderId();
    Contracts wanted =
        new Contracts(
            Decimals.towardZeroToStep(
                ticket
                    .orderQty()
                    .value()
                    .multiply(new BigDecimal(behavior.fill()).movePointLeft(1)),
                new BigDecimal("0.001")));
    Contracts room = truth.position(ticket.instrument()).abs();
    Contracts filled = ticket.reduceOnly() && wanted.compareTo(room) > 0 ? room : wanted;
    truth.execute(ticket.instrument(), id, ticket.side(), filled, time());
    VenueOrder.Status status =
        filled.equals(ticket.orderQty())
            ? VenueOrder.Status.FILLED
            : behavior.timeInForce().equals("IOC")
                ? VenueOrder.Status.EXPIRED
                : VenueOrder.Status.NEW;
    VenueOrder order =
        new VenueOrder(
            ticket.clientOrderId(),
            id,
            ticket.instrument(),
            ticket.side(),
            ticket.orderQty(),
            filled,
            filled.isZero() ? BigDecimal.ZERO : truth.prices.get(ticket.instrument()).value(),
            status,
            behavior.timeInForce(),
            ticket.reduceOnly(),
            time(),
            Optional.of(ticket.limitPrice()),
            Optional.of(valueOf(ticket.instrument(), filled)));
    truth.orders.put(ticket.clientOrderId(), order);
    return order;
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    lookupTimes.add(time());
    return switch (answer("lookup", () -> Optional.ofNullable(truth.orders.get(id)))) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
    };
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return answer(
        "openOrders",
        () ->
            truth.orders.values().stream()
                .filter(order -> order.instrument().equals(instrument))
                .filter(order -> !order.status().isClosed())
                .toList());
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return answer(
        "cancel",
        () -> {
          canceled.add(id);
          if (lostCancels > 0) {
            lostCancels--;
            return true;
          }
          VenueOrder order = truth.orders.get(id);
          if (order == null || order.status().isClosed()) {
            return false;
          }
          truth.orders.put(id, closed(order));
          return true;
        });
  }

  private VenueOrder closed(VenueOrder order) {
    return new VenueOrder(
        order.clientOrderId(),
        order.venueOrderId(),
        order.instrument(),
        order.side(),
        order.orderQty(),
        order.cumQty(),
        order.avgPx(),
        VenueOrder.Status.CANCELED,
        order.timeInForce(),
        order.reduceOnly(),
        time());
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return answer(
        "fills",
        () -> {
          List<Fill> visible =
              truth.fills.stream()
                  .filter(fill -> fill.instrument().equals(instrument))
                  .filter(fill -> !fill.venueTime().plus(fillLag).isAfter(time()))
                  .filter(fill -> !fill.venueTime().isBefore(since))
                  .toList();
          int first = 0;
          for (int i = 0; i < visible.size(); i++) {
            if (from.equals(Optional.of(visible.get(i).tradeId()))) {
              first = i;
            }
          }
          return visible.subList(first, visible.size());
        });
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return answer(
        "income",
        () ->
            truth.incomes.stream()
                .filter(income -> !income.venueTime().isBefore(since))
                .filter(income -> !income.venueTime().isAfter(time()))
                .toList());
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return answer(
        "cashFlows",
        () -> truth.flows.stream().filter(flow -> !flow.venueTime().isBefore(since)).toList());
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return answer(
            "specs", () -> specs.stream().filter(spec -> instruments.contains(spec.id())).toList())
        .then(
            found ->
                found.size() == instruments.size()
                    ? Result.ok(found)
                    : Result.refused(
                        RefusalReason.INSTRUMENT_NOT_TRADING, "not listed, of " + instruments));
  }

  /** Gives an instrument another listing. */
  void list(InstrumentId id, Listing listing) {
    specs.replaceAll(spec -> spec.id().equals(id) ? spec.with(listing) : spec);
  }

  /** The venue knows an instrument no more: it has neither a specification nor a price. */
  void unlist(InstrumentId id) {
    specs.removeIf(spec -> spec.id().equals(id));
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return instruments.stream()
            .allMatch(id -> specs.stream().anyMatch(spec -> spec.id().equals(id)))
        ? answer("quotes", () -> instruments.stream().map(this::quote).toList())
        : Result.refused(RefusalReason.VENUE_UNAVAILABLE, "no such market, of " + instruments);
  }

  private Quote quote(InstrumentId id) {
    Price price = truth.prices.get(id);
    return new Quote(id, price, price, price, time(), clock.now());
  }

  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return answer(
        "bars", () -> Waves.bars(instrument, interval, isBarHistoryEmpty ? 0 : count, until));
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId id, InstrumentId instrument) {
    return answer(
        "clientIdOf",
        () ->
            truth.orders.values().stream()
                .filter(order -> order.venueOrderId().equals(id))
                .map(VenueOrder::clientOrderId)
                .findFirst()
                .or(() -> Optional.ofNullable(alsoOf.get(id))));
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId id, InstrumentId instrument) {
    return Result.ok(closedBy.getOrDefault(id, ExecutionCause.ORDER));
  }
}
