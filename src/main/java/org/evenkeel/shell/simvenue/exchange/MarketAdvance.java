package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What happens while market time passes: resting orders fill, funding settles, accounts liquidate.
 *
 * <p>While anything is at stake time moves in steps of at most one market hour, so that what happens depends little on how often the caller asks.
 * At each step, in this order: resting orders, funding due, liquidation, tick.
 */
final class MarketAdvance {

  private static final long HOUR_MS = 3_600_000L;

  private final SimState state;
  private final Journal journal;
  private final QuoteSource quotes;
  private final Marks marks;
  private final Margin margin;
  private final Execution execution;
  private final LateRejects lateRejects;

  MarketAdvance(
      SimState state,
      Journal journal,
      QuoteSource quotes,
      Marks marks,
      Margin margin,
      Execution execution,
      LateRejects lateRejects) {
    this.state = state;
    this.journal = journal;
    this.quotes = quotes;
    this.marks = marks;
    this.margin = margin;
    this.execution = execution;
    this.lateRejects = lateRejects;
  }

  void advance(long fromMs, long toMs, List<FundingEvent> funding) {
    List<FundingEvent> due =
        funding.stream()
            .filter(f -> f.timeMs() <= toMs && !state.wasSettled(f.symbol(), f.timeMs()))
            .toList();
    for (long step : steps(fromMs, toMs, due)) {
      fillResting(step);
      due.stream().filter(f -> Math.max(f.timeMs(), fromMs) == step).forEach(f -> settle(f, step));
      liquidate(step);
      if (step / HOUR_MS > state.tickedMs() / HOUR_MS) {
        journal.emit(new SimEvent.Ticked(step, heldMarks(step)));
      }
    }
  }

  private SortedSet<Long> steps(long fromMs, long toMs, List<FundingEvent> due) {
    SortedSet<Long> steps = new TreeSet<>();
    due.forEach(f -> steps.add(Math.max(f.timeMs(), fromMs)));
    if (atStake()) {
      for (long hour = (fromMs / HOUR_MS + 1) * HOUR_MS; hour < toMs; hour += HOUR_MS) {
        steps.add(hour);
      }
    }
    steps.add(toMs);
    return steps;
  }

  private boolean atStake() {
    return !state.openOrders().isEmpty()
        || state.positions().values().stream().anyMatch(p -> p.qty().signum() != 0);
  }

  private void fillResting(long atMs) {
    Map<String, BigDecimal> taken = new TreeMap<>();
    for (SimOrder order : state.openOrders()) {
      OrderRequest request = order.request();
      Optional<Long> rejectedAt = lateRejects.due(order);
      if (rejectedAt.isPresent()) {
        if (rejectedAt.get() <= atMs) {
          lateRejects.done(order);
          execution.end(order, OrderStatus.EXPIRED, "rejected after it was accepted", atMs);
        }
        continue;
      }
      BigDecimal wanted = execution.cap(request, order.leavesQty());
      if (!request.mayRest() || wanted.signum() == 0) {
        String cause = request.mayRest() ? "nothing left to reduce" : "interrupted";
        execution.end(order, OrderStatus.EXPIRED, cause, atMs);
        continue;
      }
      Optional<Quote> quote = quotes.quote(order.series(), atMs);
      if (quote.isPresent()) {
        String key = order.series() + "/" + request.side();
        Book book = Book.around(quote.get(), state.info(order.series()));
        BigDecimal offered =
            Matching.available(book, request).subtract(taken.getOrDefault(key, BigDecimal.ZERO));
        BigDecimal qty = wanted.min(offered);
        if (qty.signum() > 0) {
          execution.fill(order, request.price(), qty, true, atMs);
          taken.merge(key, qty, BigDecimal::add);
        }
      }
    }
  }

  private void settle(FundingEvent funding, long atMs) {
    SeriesInfo info = state.catalog().get(SeriesId.perpetual(funding.symbol()));
    if (info == null) {
      return;
    }
    BigDecimal qty = heldAt(info.id(), funding.timeMs());
    BigDecimal mark = marks.at(funding.symbol(), funding.timeMs());
    BigDecimal worth = ContractValue.of(info).worth(qty, mark);
    BigDecimal amount = Wallets.money(worth.multiply(funding.rate())).negate();
    journal.emit(
        new SimEvent.FundingSettled(
            atMs,
            funding.timeMs(),
            funding.symbol(),
            funding.rate(),
            mark,
            qty,
            info.settlement(),
            amount,
            state.nextTranId()));
  }

  /** Funding may be learned after a later trade: it is paid on what was held when it settled. */
  private BigDecimal heldAt(SeriesId series, long timeMs) {
    BigDecimal held = state.position(series.symbol()).qty();
    for (SimTrade trade : state.book(series).trades().reversed()) {
      if (trade.timeMs() <= timeMs) {
        break;
      }
      held = held.subtract(trade.side().signed(trade.qty()));
    }
    return held;
  }

  private void liquidate(long atMs) {
    if (state.positions().values().stream().noneMatch(p -> p.qty().signum() != 0)) {
      return;
    }
    FuturesAccount account = margin.account(atMs);
    for (AssetMargin asset : account.assets()) {
      if (asset.marginBalance().compareTo(asset.maintenanceMargin()) < 0) {
        liquidate(asset, account, atMs);
      }
    }
  }

  private void liquidate(AssetMargin asset, FuturesAccount account, long atMs) {
    journal.emit(
        new SimEvent.LiquidationStarted(
            atMs, asset.asset(), asset.marginBalance(), asset.maintenanceMargin()));
    for (SimOrder order : state.openOrders()) {
      boolean perpetual = order.series().kind() == SeriesId.Kind.PERPETUAL;
      if (perpetual && state.info(order.series()).settlement().equals(asset.asset())) {
        execution.end(order, OrderStatus.EXPIRED, "liquidation", atMs);
      }
    }
    for (PositionMargin held : account.positions()) {
      if (held.asset().equals(asset.asset()) && held.position().qty().signum() != 0) {
        closeByForce(held, atMs);
      }
    }
    BigDecimal wallet = state.futures().getOrDefault(asset.asset(), BigDecimal.ZERO);
    if (wallet.signum() < 0) {
      journal.emit(
          new SimEvent.ShortfallCleared(atMs, asset.asset(), wallet.negate(), state.nextTranId()));
    }
  }

  private void closeByForce(PositionMargin held, long atMs) {
    SeriesId series = SeriesId.perpetual(held.symbol());
    BigDecimal tick = state.info(series).tickSize();
    long id = state.book(series).nextOrderId();
    Side side = held.position().qty().signum() > 0 ? Side.SELL : Side.BUY;
    BigDecimal qty = held.position().qty().abs();
    OrderRequest request = OrderRequest.market(series, "autoclose-" + id, side, qty).reducing();
    journal.emit(new SimEvent.OrderAccepted(atMs, id, request, true));
    BigDecimal price = Book.toMultiple(held.mark(), tick, RoundingMode.HALF_EVEN).max(tick);
    execution.fill(state.book(series).find(id).orElseThrow(), price, qty, false, atMs);
  }

  private Map<String, BigDecimal> heldMarks(long atMs) {
    Map<String, BigDecimal> held = new TreeMap<>();
    state
        .positions()
        .forEach(
            (symbol, position) -> {
              if (position.qty().signum() != 0) {
                held.put(symbol, marks.at(symbol, atMs));
              }
            });
    return held;
  }
}
