package org.evenkeel.shell.simvenue.exchange;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.Quote;
import org.evenkeel.shell.simvenue.market.SeriesId;

/**
 * The end of dated contracts: at expiry their orders are canceled and what is held is settled.
 *
 * <p>The price is the mean of the index in the last hour, looked at once a minute, on the contract's tick grid.
 * No fee is taken.
 * Source: Binance, "Delivery rules of USD-M quarterly contracts"; OKX, "Delivery of futures": both average the index over
 * the last hour.
 * Not thread-safe.
 */
final class Deliveries {

  private static final long MINUTE_MS = 60_000;
  private static final int MINUTES = 60;

  private final SimState state;
  private final Journal journal;
  private final QuoteSource quotes;
  private final Marks marks;
  private final ForcedCloses closes;
  private final Execution execution;

  Deliveries(
      SimState state,
      Journal journal,
      QuoteSource quotes,
      Marks marks,
      ForcedCloses closes,
      Execution execution) {
    this.state = state;
    this.journal = journal;
    this.quotes = quotes;
    this.marks = marks;
    this.closes = closes;
    this.execution = execution;
  }

  /** When something expires after one instant and until another. */
  List<Long> due(long afterMs, long untilMs) {
    List<Long> due = new ArrayList<>();
    for (SeriesId series : undelivered()) {
      long expiry = ContractTerm.of(series).orElseThrow().expiryMs();
      if (expiry <= untilMs) {
        due.add(Math.max(expiry, afterMs));
      }
    }
    return due;
  }

  /** Settles what has expired; what had before the account was opened is of no interest. */
  void settle(long atMs) {
    for (SeriesId series : undelivered()) {
      long expiry = ContractTerm.of(series).orElseThrow().expiryMs();
      if (expiry <= atMs) {
        deliver(series, expiry, atMs);
      }
    }
  }

  private List<SeriesId> undelivered() {
    return state.catalog().keySet().stream()
        .filter(series -> series.kind() == SeriesId.Kind.DATED)
        .filter(series -> ContractTerm.of(series).orElseThrow().expiryMs() > state.openedMs())
        .filter(series -> !state.deliveries().containsKey(series))
        .toList();
  }

  private void deliver(SeriesId series, long expiryMs, long atMs) {
    for (SimOrder order : state.book(series).open()) {
      execution.end(order, OrderStatus.CANCELED, "delivery", atMs);
    }
    BigDecimal price = meanIndex(series, expiryMs);
    BigDecimal held = state.position(series.symbol()).qty().abs();
    if (held.signum() != 0) {
      closes.close(series, held, price, OrderCause.DELIVERY, atMs);
    }
    journal.emit(new SimEvent.Delivered(atMs, series, price));
  }

  private BigDecimal meanIndex(SeriesId series, long expiryMs) {
    BigDecimal sum = BigDecimal.ZERO;
    int seen = 0;
    for (int minute = 1; minute <= MINUTES; minute++) {
      Optional<Quote> index = quotes.quote(series.index(), expiryMs - minute * MINUTE_MS);
      if (index.isPresent()) {
        sum = sum.add(index.get().mark());
        seen++;
      }
    }
    return seen == 0
        ? marks.at(series.symbol(), expiryMs - 1)
        : sum.divide(BigDecimal.valueOf(seen), MathContext.DECIMAL64);
  }
}
