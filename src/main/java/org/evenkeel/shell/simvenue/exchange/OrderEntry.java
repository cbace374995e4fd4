package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.Placement.Accepted;
import org.evenkeel.shell.simvenue.exchange.Placement.Rejected;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** The life of an order request at the moment it arrives: checks, acceptance, immediate fills. */
final class OrderEntry {

  private final SimState state;
  private final Journal journal;
  private final QuoteSource quotes;
  private final Filters filters;
  private final Margin margin;
  private final Execution execution;
  private final LateRejects lateRejects;
  private final Pieces pieces;

  OrderEntry(
      SimState state,
      Journal journal,
      QuoteSource quotes,
      Filters filters,
      Margin margin,
      Execution execution,
      LateRejects lateRejects,
      Pieces pieces) {
    this.state = state;
    this.journal = journal;
    this.quotes = quotes;
    this.filters = filters;
    this.margin = margin;
    this.execution = execution;
    this.lateRejects = lateRejects;
    this.pieces = pieces;
  }

  Placement place(OrderRequest order, long atMs) {
    journal.emit(new SimEvent.OrderReceived(atMs, order));
    SeriesInfo info = state.catalog().get(order.series());
    if (info == null) {
      return refuse(
          order, new Rejected(RejectReason.UNKNOWN_SYMBOL, order.series().symbol()), atMs);
    }
    Optional<Rejected> closed = state(order, atMs);
    if (closed.isPresent()) {
      return refuse(order, closed.get(), atMs);
    }
    Optional<Quote> quote = quotes.quote(order.series(), atMs);
    if (quote.isEmpty()) {
      return refuse(order, new Rejected(RejectReason.MARKET_BREAK, "no quote"), atMs);
    }
    Book book = Book.around(quote.get(), info);
    Optional<Rejected> rejected =
        filters
            .check(order, info, quote.get())
            .or(() -> clientId(order))
            .or(() -> reduceOnly(order))
            .or(() -> postOnly(order, book))
            .or(() -> funds(order, info, quote.get(), book, atMs));
    return rejected.isPresent() ? refuse(order, rejected.get(), atMs) : accept(order, book, atMs);
  }

  private Optional<Rejected> state(OrderRequest order, long atMs) {
    SymbolState now = state.stateOf(order.series(), atMs);
    Optional<RejectReason> reason =
        switch (now) {
          case TRADING -> Optional.empty();
          case PENDING -> Optional.of(RejectReason.NOT_LISTED);
          case HALTED -> Optional.of(RejectReason.HALTED);
          case DELIVERED -> Optional.of(RejectReason.DELIVERED);
          case POST_ONLY ->
              order.timeInForce() == TimeInForce.GTX
                  ? Optional.empty()
                  : Optional.of(RejectReason.ONLY_POST);
          case SETTLING ->
              order.reduceOnly() ? Optional.empty() : Optional.of(RejectReason.SETTLING);
        };
    return reason.map(why -> new Rejected(why, order.series().symbol() + " is " + now));
  }

  private Rejected refuse(OrderRequest order, Rejected why, long atMs) {
    journal.emit(
        new SimEvent.OrderRefused(
            atMs, order.series(), order.clientOrderId(), why.reason(), why.detail()));
    return why;
  }

  private Accepted accept(OrderRequest order, Book book, long atMs) {
    OrderBookkeeping own = state.book(order.series());
    long id = own.nextOrderId();
    journal.emit(new SimEvent.OrderAccepted(atMs, id, order, OrderCause.CLIENT));
    SimOrder accepted = own.find(id).orElseThrow();
    if (lateRejects.take(accepted, atMs)) {
      return new Accepted(accepted, List.of());
    }
    boolean meetsOwn = own.open().stream().anyMatch(resting -> order.meets(resting.request()));
    if (order.yieldsToOwn() && meetsOwn) {
      execution.end(accepted, OrderStatus.EXPIRED, SimOrder.MEETS_OWN, atMs);
      return new Accepted(own.find(id).orElseThrow(), List.of());
    }
    if (wouldTake(order, book)) {
      execution.end(accepted, OrderStatus.EXPIRED, SimOrder.WOULD_TAKE, atMs);
      return new Accepted(own.find(id).orElseThrow(), List.of());
    }
    List<Matching.Fill> fills = Matching.take(book, order, execution.cap(order, order.qty()));
    boolean killed =
        order.timeInForce() == TimeInForce.FOK && Matching.total(fills).compareTo(order.qty()) < 0;
    List<SimTrade> trades = new ArrayList<>();
    if (!killed) {
      pieces
          .cut(fills, state.info(order.series()).lotSize())
          .forEach(f -> trades.add(execution.fill(accepted, f.price(), f.qty(), false, atMs)));
    }
    SimOrder after = own.find(id).orElseThrow();
    if (after.status().isOpen()) {
      boolean nothingToDo = execution.cap(order, after.leavesQty()).signum() == 0;
      if (!order.mayRest() || nothingToDo) {
        execution.end(
            after, OrderStatus.EXPIRED, killed ? "not fillable at once" : "unfilled part", atMs);
      }
    }
    return new Accepted(own.find(id).orElseThrow(), List.copyOf(trades));
  }

  private Optional<Rejected> clientId(OrderRequest order) {
    return state
        .openByClientId(order.series().kind(), order.clientOrderId())
        .map(o -> new Rejected(RejectReason.DUPLICATE_CLIENT_ID, "open order " + o.orderId()));
  }

  private Optional<Rejected> reduceOnly(OrderRequest order) {
    boolean refused = order.reduceOnly() && execution.cap(order, order.qty()).signum() == 0;
    return refused
        ? Optional.of(new Rejected(RejectReason.REDUCE_ONLY, "nothing to reduce"))
        : Optional.empty();
  }

  private static Optional<Rejected> postOnly(OrderRequest order, Book book) {
    return wouldTake(order, book) && !order.endsIfItWouldTake()
        ? Optional.of(new Rejected(RejectReason.POST_ONLY_WOULD_TAKE, "would trade at once"))
        : Optional.empty();
  }

  private static boolean wouldTake(OrderRequest order, Book book) {
    return order.timeInForce() == TimeInForce.GTX && Matching.crosses(book, order);
  }

  private Optional<Rejected> funds(
      OrderRequest order, SeriesInfo info, Quote quote, Book book, long atMs) {
    return switch (order.series().kind()) {
      case SPOT -> balance(order, info, book, atMs);
      case PERPETUAL, DATED -> margin(order, info, quote, book, atMs);
    };
  }

  private Optional<Rejected> balance(OrderRequest order, SeriesInfo info, Book book, long atMs) {
    BigDecimal needed =
        order.side() == Side.SELL
            ? order.qty()
            : order.type() == OrderType.LIMIT
                ? order
                    .qty()
                    .multiply(order.price())
                    .setScale(Position.MONEY_SCALE, RoundingMode.UP)
                : Matching.notional(Matching.take(book, order, order.qty()));
    String given = Wallets.givenAsset(order.side(), info);
    BigDecimal free = Wallets.free(state, given).min(margin.notPledged(given, atMs));
    return needed.compareTo(free) > 0
        ? Optional.of(new Rejected(RejectReason.BALANCE_INSUFFICIENT, needed + " of " + free))
        : Optional.empty();
  }

  private Optional<Rejected> margin(
      OrderRequest order, SeriesInfo info, Quote quote, Book book, long atMs) {
    if (order.reduceOnly()) {
      return Optional.empty();
    }
    String symbol = order.series().symbol();
    BigDecimal closing = state.position(symbol).reducible(order.side()).min(order.qty());
    BigDecimal opening = order.qty().subtract(closing);
    BigDecimal price = worstPrice(order, info, quote, book);
    BigDecimal after = state.position(symbol).qty().add(order.side().signed(order.qty()));
    Optional<String> tooLarge =
        opening.signum() > 0 ? margin.tooLarge(info, after, price) : Optional.empty();
    if (tooLarge.isPresent()) {
      return Optional.of(new Rejected(RejectReason.POSITION_TOO_LARGE, tooLarge.get()));
    }
    BigDecimal available =
        margin
            .account(atMs)
            .asset(info.settlement())
            .availableBalance()
            .add(margin.freedBy(symbol, closing, atMs));
    BigDecimal needed = margin.needed(order, opening, price);
    boolean opensTooMuch = opening.signum() > 0 && needed.compareTo(available) > 0;
    return opensTooMuch
        ? Optional.of(new Rejected(RejectReason.MARGIN_INSUFFICIENT, needed + " of " + available))
        : Optional.empty();
  }

  /** The price that asks for the most margin: of an inverse contract a low one. */
  private static BigDecimal worstPrice(
      OrderRequest order, SeriesInfo info, Quote quote, Book book) {
    ContractValue contract = ContractValue.of(info);
    if (order.type() == OrderType.LIMIT) {
      BigDecimal touch = order.side() == Side.BUY ? quote.ask() : quote.bid();
      boolean isBound = (order.side() == Side.BUY) == (contract == ContractValue.LINEAR);
      return isBound ? order.price() : contract.dearest(order.price(), touch);
    }
    List<Matching.Fill> fills = Matching.take(book, order, order.qty());
    return fills.isEmpty() ? quote.mark() : contract.dearest(fills.getLast().price(), quote.mark());
  }
}
