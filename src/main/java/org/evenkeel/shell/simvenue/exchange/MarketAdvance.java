package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.shell.simvenue.market.FundingEvent;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * What happens while market time passes: resting orders fill, funding settles, accounts liquidate.
 *
 * <p>While anything is at stake time moves in steps of at most one market hour, so that what happens depends little on how often the caller asks.
 * At each step, in this order: resting orders, funding due, auto-deleveraging, liquidation, delivery, tick.
 */
final class MarketAdvance {

  private static final long HOUR_MS = 3_600_000L;

  private final SimState state;
  private final Journal journal;
  private final QuoteSource quotes;
  private final Marks marks;
  private final ForcedCloses closes;
  private final Deliveries deliveries;
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
    this.execution = execution;
    this.closes = new ForcedCloses(state, journal, marks, margin, execution);
    this.deliveries = new Deliveries(state, journal, quotes, marks, closes, execution);
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
      closes.deleverage(step);
      closes.liquidate(step);
      deliveries.settle(step);
      if (step / HOUR_MS > state.tickedMs() / HOUR_MS) {
        journal.emit(new SimEvent.Ticked(step, heldMarks(step)));
      }
    }
  }

  /** The venue's own hand on positions. */
  ForcedCloses closes() {
    return closes;
  }

  private SortedSet<Long> steps(long fromMs, long toMs, List<FundingEvent> due) {
    SortedSet<Long> steps = new TreeSet<>();
    due.forEach(f -> steps.add(Math.max(f.timeMs(), fromMs)));
    if (atStake()) {
      for (long hour = (fromMs / HOUR_MS + 1) * HOUR_MS; hour < toMs; hour += HOUR_MS) {
        steps.add(hour);
      }
    }
    steps.addAll(deliveries.due(fromMs, toMs));
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
      Optional<Quote> quote =
          state.stateOf(order.series(), atMs).fills()
              ? quotes.quote(order.series(), atMs)
              : Optional.empty();
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
