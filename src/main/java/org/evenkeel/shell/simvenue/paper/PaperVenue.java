package org.evenkeel.shell.simvenue.paper;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.TradeId;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.data.AccountSnapshot;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.CashFlow;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.core.settle.Fill;
import org.evenkeel.core.settle.Income;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.cycle.Venue;
import org.evenkeel.cycle.VenueSetup;
import org.evenkeel.shell.simvenue.binance.RejectionCodes;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.RejectReason;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * A simulated account that trades on live public prices: the rehearsal's matching core, kept in an event log.
 *
 * <p>Orders take what the live book is assumed to hold, pay the venue's fees, and positions pay the venue's real funding;
 * what cannot be priced live is refused with the venue's code for a closed market.
 * For example buying and selling 1 BTC at 20000.0 / 20000.2 loses 0.2 of spread and about 20 of fees.
 *
 * <p>Whatever the log throws is thrown on, because then nothing is known; the account is read anew at the next call.
 * Thread-safe by one lock.
 */
public final class PaperVenue implements Venue, VenueSetup {

  /** Binance: the request arrives outside of its receive window. */
  private static final int CODE_OUTSIDE_WINDOW = -1021;

  /** Binance: a parameter was sent that the endpoint does not take. */
  private static final int CODE_UNWANTED_PARAMETER = -1106;

  /** The code of an order that was provably never sent, as the live adapter has it. */
  private static final String NOT_SENT = "NOT_SENT";

  private final ReentrantLock lock = new ReentrantLock();
  private final PaperSettings settings;
  private final Clock clock;
  private final LiveQuotes quotes;
  private final PaperAccount account;

  /** A venue over an account that the log remembers; nothing is read or written before the first use. */
  public PaperVenue(
      PaperSettings settings, MarketData market, FundingFeed feed, EventLog log, Clock clock) {
    this.settings = settings;
    this.clock = clock;
    this.quotes = new LiveQuotes(settings, market, clock);
    this.account = new PaperAccount(settings, market, feed, quotes, log, clock);
  }

  @Override
  public VenueCapabilities capabilities() {
    return settings.capabilities();
  }

  @Override
  public Result<Boolean> prepare(List<InstrumentId> instruments, int leverage) {
    if (leverage < 1 || leverage > settings.rules().maxLeverage()) {
      return Result.refused(
          RefusalReason.INVALID_INPUT,
          "the leverage must lie in 1.." + settings.rules().maxLeverage() + ", found " + leverage);
    }
    return locked(
        () -> {
          account.wantLeverage(instruments, leverage);
          return Result.ok(true);
        });
  }

  @Override
  public Result<Instant> venueTime() {
    return Result.ok(Instant.ofEpochMilli(nowMs()));
  }

  @Override
  public Result<AccountSnapshot> account() {
    return locked(
        () ->
            account
                .current()
                .then(opened -> upToDate(opened, Optional.empty()))
                .map(opened -> PaperReports.account(opened, settings, nowMs())));
  }

  @Override
  public SendOutcome send(OrderTicket ticket) {
    return locked(
        () ->
            switch (account.withNewestLimits()) {
              case Result.Refused<PaperAccount.Opened> refused ->
                  new SendOutcome.Rejected(NOT_SENT, refused.refusal().detail());
              case Result.Ok<PaperAccount.Opened> ok -> arrived(ticket, ok.value());
            });
  }

  private SendOutcome arrived(OrderTicket ticket, PaperAccount.Opened opened) {
    SimExchange exchange = opened.exchange();
    SeriesId series = Naming.series(ticket.instrument());
    if (series.kind() == SeriesId.Kind.SPOT && ticket.reduceOnly()) {
      return refused(
          exchange, ticket, CODE_UNWANTED_PARAMETER, "the spot market has no reduce-only orders");
    }
    Result<PaperAccount.Opened> ready =
        opened.catalog().isTrading(ticket.instrument())
            ? upToDate(opened, Optional.of(ticket.instrument()))
            : Result.refused(
                RefusalReason.INSTRUMENT_NOT_TRADING, ticket.instrument() + " does not trade now");
    if (clock.now().isAfter(ticket.validUntil())) {
      return refused(
          exchange,
          ticket,
          CODE_OUTSIDE_WINDOW,
          "Timestamp for this request is outside of the recvWindow.");
    }
    return switch (ready) {
      case Result.Refused<PaperAccount.Opened> no -> {
        RejectionCodes.Refusal said =
            RejectionCodes.of(
                series.kind(), new Placement.Rejected(RejectReason.MARKET_BREAK, "no quote"));
        yield refused(exchange, ticket, said.code(), said.text() + " " + no.refusal().detail());
      }
      case Result.Ok<PaperAccount.Opened> ok -> placed(ticket, series, exchange);
    };
  }

  private SendOutcome refused(SimExchange exchange, OrderTicket ticket, int code, String text) {
    exchange.recordRefusal(ticket.clientOrderId().value(), code, text, nowMs());
    return new SendOutcome.Rejected(Integer.toString(code), text);
  }

  private SendOutcome placed(OrderTicket ticket, SeriesId series, SimExchange exchange) {
    return switch (exchange.place(request(ticket, series), nowMs())) {
      case Placement.Accepted accepted ->
          new SendOutcome.Accepted(PaperReports.order(ticket.instrument(), accepted.order()));
      case Placement.Rejected rejected -> {
        RejectionCodes.Refusal said = RejectionCodes.of(series.kind(), rejected);
        yield new SendOutcome.Rejected(
            Integer.toString(said.code()), said.text() + " (" + rejected.detail() + ")");
      }
    };
  }

  private static OrderRequest request(OrderTicket ticket, SeriesId series) {
    return new OrderRequest(
        series,
        ticket.clientOrderId().value(),
        switch (ticket.side()) {
          case BUY -> Side.BUY;
          case SELL -> Side.SELL;
        },
        OrderType.LIMIT,
        switch (ticket.timeInForce()) {
          case IOC -> TimeInForce.IOC;
          case GTX -> TimeInForce.GTX;
        },
        ticket.orderQty().value(),
        ticket.limitPrice().value(),
        ticket.reduceOnly(),
        true,
        false);
  }

  /** Lets everything happen that was due until now; refused if that needs a price or funding that cannot be had. */
  private Result<PaperAccount.Opened> upToDate(
      PaperAccount.Opened opened, Optional<InstrumentId> wanted) {
    SimExchange exchange = opened.exchange();
    Instant now = clock.now();
    TreeSet<InstrumentId> needed = new TreeSet<>(opened.heldPerpetuals(now.toEpochMilli()));
    wanted.ifPresent(needed::add);
    return quotes
        .refresh(needed)
        .then(fresh -> opened.funding().since(exchange.tickedMs(), opened.tradedPerpetuals(), now))
        .map(
            due -> {
              account.applyLeverage(opened, nowMs());
              exchange.advanceTo(nowMs(), due);
              return opened;
            });
  }

  @Override
  public Lookup lookup(ClientOrderId id, InstrumentId instrument) {
    return locked(
        () ->
            switch (account.current()) {
              case Result.Refused<PaperAccount.Opened> refused ->
                  new Lookup.Unreadable(refused.refusal().detail());
              case Result.Ok<PaperAccount.Opened> ok ->
                  find(traded(ok.value(), id, instrument), id, instrument)
                      .map(order -> PaperReports.order(instrument, order))
                      .<Lookup>map(Lookup.Found::new)
                      .orElseGet(Lookup.NotVisible::new);
            });
  }

  /** What rests may have been traded with since: the newest book says so, where it can be had. */
  private PaperAccount.Opened traded(
      PaperAccount.Opened opened, ClientOrderId id, InstrumentId instrument) {
    boolean rests =
        find(opened, id, instrument).filter(order -> order.status().isOpen()).isPresent();
    if (rests
        && upToDate(opened, Optional.of(instrument)) instanceof Result.Ok<PaperAccount.Opened> ok) {
      return ok.value();
    }
    return opened;
  }

  private static Optional<SimOrder> find(
      PaperAccount.Opened opened, ClientOrderId id, InstrumentId instrument) {
    return opened.exchange().orderByClientId(Naming.series(instrument), id.value());
  }

  @Override
  public Result<List<VenueOrder>> openOrders(InstrumentId instrument) {
    SeriesId series = Naming.series(instrument);
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        opened.exchange().openOrders(series.kind()).stream()
                            .filter(order -> order.series().equals(series))
                            .map(order -> PaperReports.order(instrument, order))
                            .toList()));
  }

  @Override
  public Result<Boolean> cancel(ClientOrderId id, InstrumentId instrument) {
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        find(opened, id, instrument)
                            .flatMap(
                                order ->
                                    opened
                                        .exchange()
                                        .cancel(order.series(), order.orderId(), nowMs()))
                            .isPresent()));
  }

  @Override
  public Result<List<Fill>> fills(InstrumentId instrument, Optional<TradeId> from, Instant since) {
    long firstId = from.map(id -> Long.parseLong(id.value())).orElse(1L);
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        opened.exchange().trades(Naming.series(instrument), firstId).stream()
                            .filter(trade -> from.isPresent() || isSince(trade, since))
                            .map(trade -> PaperReports.fill(instrument, trade))
                            .toList()));
  }

  private static boolean isSince(SimTrade trade, Instant since) {
    return !Instant.ofEpochMilli(trade.timeMs()).isBefore(since);
  }

  @Override
  public Result<List<Income>> income(Instant since) {
    return locked(
        () ->
            account
                .current()
                .then(opened -> upToDate(opened, Optional.empty()))
                .map(
                    opened ->
                        PaperReports.incomes(
                            opened.exchange().income(), settings.capabilities().venue(), since)));
  }

  @Override
  public Result<List<CashFlow>> cashFlows(Instant since) {
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        PaperReports.flows(
                            opened.exchange(), settings.capabilities().venue(), since)));
  }

  private long nowMs() {
    return clock.now().toEpochMilli();
  }

  private <T> T locked(Supplier<T> action) {
    lock.lock();
    try {
      return action.get();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public Result<ExecutionCause> causeOf(VenueOrderId order, InstrumentId instrument) {
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        opened
                            .exchange()
                            .order(Naming.series(instrument), Long.parseLong(order.value()))
                            .map(PaperVenue::cause)
                            .orElse(ExecutionCause.ORDER)));
  }

  private static ExecutionCause cause(SimOrder order) {
    return switch (order.cause()) {
      case CLIENT -> ExecutionCause.ORDER;
      case LIQUIDATION, PARTIAL_LIQUIDATION -> ExecutionCause.LIQUIDATION;
      case ADL -> ExecutionCause.ADL;
      case DELIVERY -> ExecutionCause.DELIVERY;
    };
  }

  @Override
  public Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order, InstrumentId instrument) {
    return locked(
        () ->
            account
                .current()
                .map(
                    opened ->
                        opened
                            .exchange()
                            .order(Naming.series(instrument), Long.parseLong(order.value()))
                            .map(PaperReports::clientId)));
  }
}
