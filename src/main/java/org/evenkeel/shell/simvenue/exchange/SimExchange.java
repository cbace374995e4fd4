package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * A simulated exchange for one account: spot, USD-margined perpetuals and dated futures, one-way, cross margin.
 *
 * <p>It has no clock: each call says what market time it is, and time never goes back.
 * Every change is an event handed to the {@link EventSink} before the call returns, and {@link #replay} rebuilds the same state from the lines after any crash.
 * For example buying 1 at 100 in futures with 5 times leverage needs 20 of margin and a fee of 0.05.
 * Thread-safe by one lock.
 */
public final class SimExchange {

  private final ReentrantLock lock = new ReentrantLock();
  private final ExchangeSetup setup;
  private final SimState state;
  private final Journal journal;
  private final Margin margin;
  private final OrderEntry entry;
  private final MarketAdvance advance;
  private final Execution execution;
  private final LateRejects lateRejects = new LateRejects();
  private final Pieces pieces = new Pieces();
  private long nowMs;

  private SimExchange(ExchangeSetup setup, SimState state) {
    this.setup = setup;
    this.state = state;
    this.journal = new Journal(setup.sink(), state);
    Marks marks = new Marks(setup.quotes(), state);
    this.margin = new Margin(state, setup.rules(), marks);
    this.execution = new Execution(state, journal, setup.rules(), setup.spotFeesInQuote());
    this.entry =
        new OrderEntry(
            state,
            journal,
            setup.quotes(),
            new Filters(setup.rules()),
            margin,
            execution,
            lateRejects,
            pieces);
    this.advance =
        new MarketAdvance(state, journal, setup.quotes(), marks, margin, execution, lateRejects);
    this.nowMs = state.lastMs();
  }

  /** Opens a new account with an empty history. */
  public static SimExchange open(ExchangeSetup setup, OpeningBalances opening, long atMs) {
    SimExchange exchange =
        new SimExchange(setup, new SimState(catalog(setup), setup.rules().oneWallet()));
    exchange.journal.emit(
        new SimEvent.AccountOpened(
            atMs, new TreeMap<>(opening.spot()), new TreeMap<>(opening.futures())));
    exchange.nowMs = atMs;
    return exchange;
  }

  /**
   * Rebuilds the exchange from the lines of its sink, without writing anything.
   *
   * <p>An order that a crash caught between acceptance and its immediate fills expires at the next advance.
   *
   * @throws IllegalArgumentException if there are no lines
   */
  public static SimExchange replay(ExchangeSetup setup, Iterable<String> lines) {
    SimState state = new SimState(catalog(setup), setup.rules().oneWallet());
    for (String line : lines) {
      state.apply(EventCodec.event(line));
    }
    if (!state.isOpened()) {
      throw new IllegalArgumentException("the event log does not begin with an opened account");
    }
    return new SimExchange(setup, state);
  }

  private static Map<SeriesId, SeriesInfo> catalog(ExchangeSetup setup) {
    Map<SeriesId, SeriesInfo> catalog = new TreeMap<>();
    setup.series().forEach(info -> catalog.put(info.id(), info));
    return catalog;
  }

  /** Lets market time pass; funding already settled and times already passed are ignored. */
  public void advanceTo(long toMs, List<FundingEvent> funding) {
    locked(
        () -> {
          long target = Math.max(toMs, nowMs);
          advance.advance(nowMs, target, funding);
          nowMs = target;
          return nowMs;
        });
  }

  /** Takes an order request that arrives now. */
  public Placement place(OrderRequest order, long atMs) {
    return locked(() -> entry.place(order, now(atMs)));
  }

  /** Lets every order that comes from now on be accepted without a trade and ended by the venue so many milliseconds later. */
  public void rejectNextAfter(Optional<Long> delayMs) {
    locked(
        () -> {
          lateRejects.orderNext(delayMs);
          return delayMs;
        });
  }

  /** Lets immediate orders that come from now on be executed in about so many small pieces; 1 ends it. */
  public void splitNextInto(int count) {
    locked(
        () -> {
          pieces.orderNext(count);
          return count;
        });
  }

  /** Opens, halts or restricts the trading of a series; empty when there is no such series or it was delivered. */
  public Optional<SymbolState> setState(SeriesId series, SymbolState wanted, long atMs) {
    return locked(
        () -> {
          boolean isMeant = wanted != SymbolState.PENDING && wanted != SymbolState.DELIVERED;
          SymbolState now = state.stateOf(series, now(atMs));
          boolean isLive = now != SymbolState.PENDING && now != SymbolState.DELIVERED;
          if (!state.catalog().containsKey(series) || !isMeant || !isLive) {
            return Optional.empty();
          }
          journal.emit(new SimEvent.StateSet(nowMs, series, wanted));
          return Optional.of(wanted);
        });
  }

  /** Returns whether and how a series may be traded. */
  public SymbolState state(SeriesId series, long atMs) {
    return locked(() -> state.stateOf(series, now(atMs)));
  }

  /** Closes a part of a position as the venue does for a cause; empty when nothing is held or the part is no lot. */
  public Optional<SimOrder> closeByForce(
      SeriesId series, BigDecimal part, OrderCause cause, long atMs) {
    return locked(() -> advance.closes().closePart(series, part, cause, now(atMs)));
  }

  /** Lets a part of a position be closed for a bankrupt counterparty once the mark has moved so far in its favour. */
  public Optional<BigDecimal> armAdl(SeriesId series, BigDecimal part, BigDecimal move, long atMs) {
    return locked(
        () ->
            setup
                .quotes()
                .quote(series, now(atMs))
                .map(Quote::mark)
                .map(
                    mark -> {
                      journal.emit(new SimEvent.AdlArmed(nowMs, series, part, mark, move));
                      return mark;
                    }));
  }

  /** Returns the dated contracts that were delivered, with their prices. */
  public List<SimEvent.Delivered> deliveries() {
    return locked(() -> List.copyOf(state.deliveries().values()));
  }

  /** Returns the account's leverage of a contract. */
  public int leverage(String symbol) {
    return locked(() -> margin.leverage(symbol));
  }

  /** Returns the leverage brackets of a contract. */
  public MarginTiers tiers(SeriesInfo info) {
    return MarginTiers.of(info, setup.rules());
  }

  /** Records an order request that the front refused before it became one. */
  public void recordRefusal(String clientOrderId, int code, String message, long atMs) {
    locked(
        () -> {
          journal.emit(new SimEvent.RequestRefused(now(atMs), clientOrderId, code, message));
          return code;
        });
  }

  /** Cancels an open order; empty when there is no such open order. */
  public Optional<SimOrder> cancel(SeriesId series, long orderId, long atMs) {
    return locked(
        () -> {
          Optional<SimOrder> open =
              state.book(series).find(orderId).filter(o -> o.status().isOpen());
          open.ifPresent(o -> execution.end(o, OrderStatus.CANCELED, "request", now(atMs)));
          return open.flatMap(o -> state.book(series).find(orderId));
        });
  }

  /** Sets the leverage of a perpetual; empty when outside 1 to the maximum, or when more is held than it allows. */
  public Optional<Integer> setLeverage(String symbol, int leverage, long atMs) {
    if (leverage < 1 || leverage > setup.rules().maxLeverage()) {
      return Optional.empty();
    }
    return locked(
        () -> {
          if (margin.isTooLargeAt(leverage, symbol, now(atMs))) {
            return Optional.empty();
          }
          journal.emit(new SimEvent.LeverageSet(now(atMs), symbol, leverage));
          return Optional.of(leverage);
        });
  }

  /** Moves money from spot to futures, or back when negative; empty when there is not enough. */
  public Optional<Long> transfer(String asset, BigDecimal toFutures, long atMs) {
    return locked(
        () -> {
          BigDecimal free =
              toFutures.signum() > 0 ? Wallets.free(state, asset) : futuresFree(asset, now(atMs));
          if (toFutures.signum() == 0 || toFutures.abs().compareTo(free) > 0) {
            return Optional.empty();
          }
          long tranId = state.nextTranId();
          journal.emit(new SimEvent.Transferred(now(atMs), asset, toFutures, tranId));
          return Optional.of(tranId);
        });
  }

  /** Brings money to the spot wallet from outside, or takes it there when negative; empty when there is not enough. */
  public Optional<Long> deposit(String asset, BigDecimal amount, long atMs) {
    return locked(
        () -> {
          boolean tooMuch =
              amount.signum() < 0 && amount.abs().compareTo(Wallets.free(state, asset)) > 0;
          if (amount.signum() == 0 || tooMuch) {
            return Optional.empty();
          }
          long tranId = state.nextTranId();
          journal.emit(new SimEvent.Deposited(now(atMs), asset, amount, tranId));
          return Optional.of(tranId);
        });
  }

  /** Returns what came to the spot wallet from outside and what left it, oldest first. */
  public List<SimEvent.Deposited> deposits() {
    return locked(() -> List.copyOf(state.deposits()));
  }

  /** Returns what went between the wallets, oldest first. */
  public List<SimEvent.Transferred> transfers() {
    return locked(() -> List.copyOf(state.transfers()));
  }

  private BigDecimal futuresFree(String asset, long atMs) {
    return margin.account(atMs).assets().stream()
        .filter(a -> a.asset().equals(asset))
        .map(FuturesAccount.AssetMargin::availableBalance)
        .findFirst()
        .orElse(BigDecimal.ZERO);
  }

  /** Returns an order by the venue's id. */
  public Optional<SimOrder> order(SeriesId series, long orderId) {
    return locked(() -> state.book(series).find(orderId));
  }

  /** Returns the latest order with that client id, open or closed. */
  public Optional<SimOrder> orderByClientId(SeriesId series, String clientOrderId) {
    return locked(() -> state.book(series).findByClientId(clientOrderId));
  }

  /** Returns all orders of a series, oldest first. */
  public List<SimOrder> orders(SeriesId series) {
    return locked(() -> state.book(series).orders());
  }

  /** Returns the open orders of all contracts, by series and then oldest first. */
  public List<SimOrder> openContractOrders() {
    return locked(() -> state.openOrders().stream().filter(o -> o.series().isContract()).toList());
  }

  /** Returns the open orders of a kind of series, by series and then oldest first. */
  public List<SimOrder> openOrders(SeriesId.Kind kind) {
    return locked(
        () -> state.openOrders().stream().filter(o -> o.series().kind() == kind).toList());
  }

  /** Returns the trades of a series with this id and later, oldest first; ids begin at 1. */
  public List<SimTrade> trades(SeriesId series, long fromTradeId) {
    return locked(() -> state.book(series).tradesFrom(fromTradeId));
  }

  /** Returns every change of the futures wallet, oldest first. */
  public List<IncomeRecord> income() {
    return locked(() -> List.copyOf(state.income()));
  }

  /** Returns the spot wallet, by asset. */
  public List<SpotBalance> spotBalances() {
    return locked(() -> Wallets.balances(state));
  }

  /** Returns the futures wallet with its margin figures at that market time. */
  public FuturesAccount futures(long atMs) {
    return locked(() -> margin.account(now(atMs)));
  }

  /** Returns the best bid and ask now, or empty in a gap. */
  public Optional<Quote> quote(SeriesId series, long atMs) {
    return setup.quotes().quote(series, atMs);
  }

  /** Returns what may be traded, spot before perpetuals. */
  public List<SeriesInfo> series() {
    return List.copyOf(state.catalog().values());
  }

  /** Returns the series' published limits, or empty when there is no such series. */
  public Optional<SeriesInfo> info(SeriesId series) {
    return Optional.ofNullable(state.catalog().get(series));
  }

  /** Returns fees, margin and bands. */
  public ExchangeRules rules() {
    return setup.rules();
  }

  /** Returns the market time of the last event; after a replay, where to continue. */
  public long lastMs() {
    return locked(state::lastMs);
  }

  /** Returns the market time up to which everything due was done: ask for funding after it. */
  public long tickedMs() {
    return locked(state::tickedMs);
  }

  /** Returns a SHA-256 over the whole state: equal histories, equal hashes. */
  public String stateHash() {
    return locked(() -> StateHash.of(state));
  }

  private long now(long atMs) {
    nowMs = Math.max(nowMs, atMs);
    return nowMs;
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }
}
