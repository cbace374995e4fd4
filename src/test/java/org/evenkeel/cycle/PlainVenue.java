package org.evenkeel.cycle;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Money;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.catalog.Instrument;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.core.catalog.Samples;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.Bar;
import org.evenkeel.core.data.BarSeries;
import org.evenkeel.core.data.MarginView;
import org.evenkeel.core.data.Quote;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.shell.simulate.VirtualClock;

/** A venue of any name that fills everything at its price; its ids of orders and trades are the same at every such venue. */
final class PlainVenue implements Venue, MarketData {

  private static final BigDecimal FEE = new BigDecimal("0.0004");
  private static final Duration CALL = Duration.ofMillis(3);

  /** An order and the venue's time at which it came. */
  record Received(OrderTicket ticket, Instant at) {}

  final VenueId name;
  final Map<InstrumentId, Price> prices = new TreeMap<>();
  final Map<ClientOrderId, VenueOrder> orders = new LinkedHashMap<>();
  final List<Received> received = new ArrayList<>();
  final List<Fill> fills = new ArrayList<>();
  final List<Income> incomes = new ArrayList<>();

  /** Questions that get no answer, by method. */
  final TreeSet<String> unreadable = new TreeSet<>();

  /** Instruments whose orders get lost on the way. */
  final TreeSet<InstrumentId> lost = new TreeSet<>();

  /** What it asks for the size of a position; nothing is told unless a test does. */
  Function<List<InstrumentId>, Result<MarginView>> margins =
      futures -> Result.ok(MarginView.untold(futures, "not of this venue"));

  boolean isSilent = false;
  private final boolean isUnified;
  private final Duration ahead;
  private final Duration life;
  private final Duration backendTimeout;
  private final VirtualClock clock;
  private final TreeMap<Wallet, TreeMap<Currency, BigDecimal>> wallets = new TreeMap<>();
  final TreeMap<InstrumentId, Contracts> positions = new TreeMap<>();
  private final TreeMap<InstrumentId, BigDecimal> entries = new TreeMap<>();
  private int sequence = 0;

  PlainVenue(
      VenueId name,
      boolean isUnified,
      Duration ahead,
      Duration life,
      Duration backendTimeout,
      VirtualClock clock) {
    this.name = name;
    this.isUnified = isUnified;
    this.ahead = ahead;
    this.life = life;
    this.backendTimeout = backendTimeout;
    this.clock = clock;
  }

  @Override
  public Result<MarginView> margins(List<InstrumentId> futures) {
    return margins.apply(futures);
  }

  Instant time() {
    return clock.now().plus(ahead);
  }

  void deposit(Wallet wallet, Money amount) {
    wallets
        .computeIfAbsent(wallet, w -> new TreeMap<>())
        .merge(amount.currency(), amount.amount(), BigDecimal::add);
  }

  /** A funding payment to the wallet that carries futures. */
  void pay(String id, String amount) {
    Wallet wallet = isUnified ? Wallet.unified(name) : Wallet.futures(name);
    Money money = Money.of(amount, "USDT");
    incomes.add(new Income(wallet, id, Income.Kind.FUNDING, "FUNDING_FEE", money, "", time()));
    deposit(wallet, money);
  }

  Contracts position(InstrumentId instrument) {
    return positions.getOrDefault(instrument, Contracts.ZERO);
  }

  AccountSnapshot truth() {
    List<Balance> balances = new ArrayList<>();
    wallets.forEach(
        (wallet, coins) ->
            coins.forEach((coin, total) -> balances.add(new Balance(wallet, coin, total, total))));
    balances.removeIf(balance -> balance.total().signum() == 0);
    List<VenuePosition> open = new ArrayList<>();
    positions.forEach(
        (id, held) -> {
          if (!held.isZero()) {
            BigDecimal entry = entries.getOrDefault(id, BigDecimal.ZERO);
            BigDecimal gain = price(id).value().subtract(entry).multiply(held.value());
            open.add(new VenuePosition(id, held, entry, gain));
          }
        });
    return new AccountSnapshot(name, time(), clock.now(), balances, open);
  }

  private Price price(InstrumentId id) {
    return Optional.ofNullable(prices.get(id)).orElseThrow();
  }

  private <T> Result<T> answer(String question, Supplier<T> call) {
    clock.advanceTo(clock.now().plus(CALL));
    return isSilent || unreadable.contains(question)
        ? Result.refused(RefusalReason.VENUE_UNAVAILABLE, name + " did not answer " + question)
        : Result.ok(call.get());
  }

  @Override
  public VenueCapabilities capabilities() {
    return new VenueCapabilities(
        name,
        isUnified,
        36,
        VenueCapabilities.Uniqueness.NONE,
        VenueCapabilities.RequestExpiry.PARAM,
        life,
        backendTimeout,
        Duration.ofSeconds(5),
        Duration.ofDays(3),
        Duration.ofDays(90),
        List.of(),
        List.of(),
        List.of(),
        false,
        false);
  }

  @Override
  public Result<Instant> venueTime() {
    return answer("venueTime", this::time);
  }

  @Override
  public Result<AccountSnapshot> account() {
    return answer("account", this::truth);
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    clock.advanceTo(clock.now().plus(CALL));
    received.add(new Received(ticket, time()));
    if (isSilent || lost.contains(ticket.instrument())) {
      return new SendOutcome.Unknown("connection reset");
    }
    return time().isAfter(ticket.validUntil())
        ? new SendOutcome.Rejected("-1021", "too late")
        : new SendOutcome.Accepted(executed(ticket));
  }

  private VenueOrder executed(OrderTicket ticket) {
    InstrumentId id = ticket.instrument();
    Instrument instrument = Instrument.parse(id);
    Price price = price(id);
    Contracts signed = ticket.side().signed(ticket.orderQty());
    BigDecimal worth = signed.value().multiply(price.value());
    Money fee = Money.of(Decimals.text(worth.abs().multiply(FEE)), "USDT");
    Wallet wallet = Wallet.of(instrument, isUnified);
    BigDecimal profit =
        switch (instrument) {
          case Instrument.Spot spot -> {
            deposit(wallet, new Money(signed.value(), spot.base()));
            deposit(wallet, new Money(worth.negate(), spot.quote()));
            yield BigDecimal.ZERO;
          }
          case Instrument.Future future -> moved(id, signed, price);
        };
    deposit(wallet, new Money(profit, Samples.USDT));
    deposit(wallet, fee.negated());
    sequence++;
    VenueOrderId number = VenueOrderId.of(String.valueOf(1000 + sequence));
    fills.add(
        new Fill(
            id,
            TradeId.of(String.valueOf(5000 + sequence)),
            number,
            ticket.side(),
            ticket.orderQty(),
            price,
            fee,
            new Money(profit, Samples.USDT),
            false,
            time()));
    VenueOrder order =
        new VenueOrder(
            ticket.clientOrderId(),
            number,
            id,
            ticket.side(),
            ticket.orderQty(),
            ticket.orderQty(),
            price.value(),
            VenueOrder.Status.FILLED,
            "IOC",
            ticket.reduceOnly(),
            time(),
            Optional.of(ticket.limitPrice()),
            Optional.of(worth.abs()));
    orders.put(ticket.clientOrderId(), order);
    return order;
  }

  /** Moves a position and returns the profit; tests close what was opened at one price. */
  private BigDecimal moved(InstrumentId id, Contracts change, Price price) {
    Contracts before = position(id);
    positions.put(id, before.plus(change));
    if (before.value().signum() * change.value().signum() >= 0) {
      entries.put(id, price.value());
      return BigDecimal.ZERO;
    }
    BigDecimal entry = entries.getOrDefault(id, price.value());
    return price.value().subtract(entry).multiply(change.value().negate());
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return switch (answer("lookup", () -> Optional.ofNullable(orders.get(id)))) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
    };
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    return answer("openOrders", List::of);
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return answer("cancel", () -> false);
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    return answer(
        "fills",
        () ->
            fills.stream()
                .filter(fill -> fill.instrument().equals(instrument))
                .filter(fill -> !fill.venueTime().isBefore(since))
                .toList());
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return answer(
        "income", () -> incomes.stream().filter(i -> !i.venueTime().isBefore(since)).toList());
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return answer("cashFlows", List::of);
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return Result.ok(ExecutionCause.ORDER);
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return answer(
        "clientIdOf",
        () ->
            orders.values().stream()
                .filter(known -> known.venueOrderId().equals(order))
                .map(VenueOrder::clientOrderId)
                .findFirst());
  }

  @Override
  public Result<List<InstrumentSpec>> specs(List<InstrumentId> instruments) {
    return answer("specs", () -> instruments.stream().map(PlainVenue::spec).toList());
  }

  private static InstrumentSpec spec(InstrumentId id) {
    Instrument instrument = Instrument.parse(id);
    return switch (instrument) {
      case Instrument.Spot spot -> Samples.spec(spot, "0.0001", "1", "5");
      case Instrument.Future future -> Samples.spec(future);
    };
  }

  @Override
  public Result<List<Quote>> quotes(List<InstrumentId> instruments) {
    return answer(
        "quotes",
        () ->
            instruments.stream()
                .map(id -> new Quote(id, price(id), price(id), price(id), time(), clock.now()))
                .toList());
  }

  /** Two waves of different length, so that the covariance has full rank. */
  @Override
  public Result<BarSeries> bars(
      InstrumentId instrument, Duration interval, int count, Instant until) {
    return answer(
        "bars",
        () -> {
          List<Bar> bars = new ArrayList<>();
          long last = Math.floorDiv(until.toEpochMilli(), interval.toMillis());
          for (long n = last - count; n < last; n++) {
            Instant open = Instant.ofEpochMilli(n * interval.toMillis());
            Price close = Price.of(wave(instrument, n));
            bars.add(
                new Bar(open, open.plus(interval), close, close, close, close, BigDecimal.ONE));
          }
          return new BarSeries(instrument, interval, bars);
        });
  }

  private static BigDecimal wave(InstrumentId instrument, long n) {
    boolean isBtc = instrument.value().startsWith("BTC");
    double phase = isBtc ? n * 1.3 : n * 2.1 + 0.4;
    double size = isBtc ? 0.01 : 0.02;
    return BigDecimal.valueOf(Math.round(1e6 * (1 + size * Math.sin(phase)))).movePointLeft(2);
  }
}
