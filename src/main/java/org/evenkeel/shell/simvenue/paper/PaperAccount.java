package org.evenkeel.shell.simvenue.paper;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.catalog.InstrumentSpec;
import org.evenkeel.cycle.Clock;
import org.evenkeel.cycle.EventLog;
import org.evenkeel.cycle.FundingFeed;
import org.evenkeel.cycle.MarketData;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.exchange.SeriesInLog;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.jspecify.annotations.Nullable;

/**
 * The simulated exchange as its log has it, read anew whenever the log holds what this process did not write.
 *
 * <p>That covers a restart, an append whose outcome is unknown, and another process that led in the meantime.
 * An append that fails throws what the log throws; the event then either is in the log and read back, or did not happen.
 *
 * <p>Not thread-safe: the venue guards it.
 */
final class PaperAccount {

  private final PaperSettings settings;
  private final MarketData market;
  private final LiveQuotes quotes;
  private final FundingFeed feed;
  private final EventLog log;
  private final Clock clock;
  private final SortedMap<String, Integer> leverage = new TreeMap<>();
  private @Nullable Opened opened;
  private long written;

  /** The exchange, what its series are called, and what it knows of funding. */
  record Opened(SimExchange exchange, Catalog catalog, FundingDue funding) {

    /** The perpetuals that are held or were ever traded. */
    List<InstrumentId> tradedPerpetuals() {
      return catalog.namesOf(
          catalog.names().keySet().stream()
              .filter(id -> id.kind() == SeriesId.Kind.PERPETUAL)
              .filter(id -> !exchange.trades(id, 1).isEmpty())
              .toList());
    }

    /** The perpetuals with an open position. */
    List<InstrumentId> heldPerpetuals(long atMs) {
      return catalog.namesOf(
          exchange.futures(atMs).positions().stream()
              .filter(p -> p.position().qty().signum() != 0)
              .map(p -> SeriesId.contract(p.symbol()))
              .filter(id -> id.kind() == SeriesId.Kind.PERPETUAL)
              .toList());
    }
  }

  PaperAccount(
      PaperSettings settings,
      MarketData market,
      FundingFeed feed,
      LiveQuotes quotes,
      EventLog log,
      Clock clock) {
    this.settings = settings;
    this.market = market;
    this.feed = feed;
    this.quotes = quotes;
    this.log = log;
    this.clock = clock;
  }

  /** The leverage to be set with the next change of the account. */
  void wantLeverage(List<InstrumentId> instruments, int wanted) {
    for (InstrumentId id : instruments) {
      SeriesId series = Naming.series(id);
      if (series.isContract()) {
        leverage.put(series.symbol(), wanted);
      }
    }
  }

  /** The account; opened with its first balances if the log is empty. */
  Result<Opened> current() {
    Opened known = opened;
    if (known != null && log.size() == written) {
      return Result.ok(known);
    }
    return load();
  }

  /** The same, with the venue's newest limits: they decide whether an order is acceptable. */
  Result<Opened> withNewestLimits() {
    return current()
        .then(
            known ->
                market
                    .specs(settings.instruments())
                    .then(specs -> isSame(specs, known) ? Result.ok(known) : load()));
  }

  private static boolean isSame(List<InstrumentSpec> specs, Opened known) {
    return specs.equals(known.catalog().specs());
  }

  private Result<Opened> load() {
    opened = null;
    List<String> lines = log.lines();
    return Catalog.read(market, settings, SeriesInLog.of(lines))
        .map(catalog -> replayed(catalog, lines));
  }

  private Opened replayed(Catalog catalog, List<String> lines) {
    written = lines.size();
    ExchangeSetup setup =
        new ExchangeSetup(settings.rules(), catalog.infos(), quotes, this::append);
    SimExchange exchange =
        lines.isEmpty()
            ? SimExchange.open(setup, settings.opening(), clock.now().toEpochMilli())
            : SimExchange.replay(setup, lines);
    endInterrupted(exchange);
    Opened fresh = new Opened(exchange, catalog, new FundingDue(feed));
    opened = fresh;
    return fresh;
  }

  private void append(String line) {
    log.append(line);
    written++;
  }

  /** Nothing rests on a paper book, so an open order is one that a crash caught in the middle. */
  private void endInterrupted(SimExchange exchange) {
    for (SeriesId.Kind kind : SeriesId.Kind.values()) {
      for (SimOrder order : exchange.openOrders(kind)) {
        exchange.cancel(order.series(), order.orderId(), clock.now().toEpochMilli());
      }
    }
  }

  /** Sets the leverage that was asked for where it is another one. */
  void applyLeverage(Opened account, long atMs) {
    for (PositionMargin position : account.exchange().futures(atMs).positions()) {
      Integer wanted = leverage.get(position.symbol());
      if (wanted != null && wanted != position.leverage()) {
        account.exchange().setLeverage(position.symbol(), wanted, atMs);
      }
    }
  }
}
