package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenkeel.core.basics.Currency;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueId;
import org.evenkeel.core.policy.watch.ExecutionCopy;
import org.evenkeel.core.policy.watch.Trace;
import org.evenkeel.cycle.watch.DropCopy;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.BinanceLink;
import org.evenkeel.shell.xchange.binance.FuturesListing;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Executions of futures out of the wallet's income, those of spot markets out of the list of all orders.
 *
 * <p>The bot reads its fills from userTrades and myTrades. The income names the trade that it comes of, with its fee and
 * without its quantity, and is silent about one that cost and realized nothing. Spot markets have no such history: there
 * the quantity of each order counts, without fees. The time of a list of orders is taken for that of their making, so a
 * day more is asked for, and an order with booked executions that is older still is asked for by its id.
 *
 * <p>Sources: USD-M documentation, "Get Income History" (COMMISSION, REALIZED_PNL and tradeId, three months); spot
 * documentation, "All orders" (orderId: orders from that one on; at most 24 hours and 1000 orders at once).
 */
final class BinanceDropCopy implements DropCopy {

  private static final int PAGE = 1000;
  private static final Duration WINDOW = Duration.ofHours(24);

  private final BinanceLink link;
  private final SignedCalls calls;
  private final IncomePages income;

  BinanceDropCopy(BinanceLink link, SignedCalls calls, IncomePages income) {
    this.link = link;
    this.calls = calls;
    this.income = income;
  }

  @Override
  public VenueId venue() {
    return link.venue();
  }

  @Override
  public Result<ExecutionCopy> executions(Question question) {
    return link.listing()
        .read()
        .then(listing -> futures(question, listing))
        .then(
            futures ->
                spot(question)
                    .map(
                        spot -> {
                          List<Trace> all = new ArrayList<>(futures);
                          all.addAll(spot);
                          return new ExecutionCopy(all, false, BigDecimal.ZERO);
                        }));
  }

  private Result<List<Trace>> futures(Question question, FuturesListing.Listing listing) {
    return income
        .ofTrades(question.since())
        .then(
            rows ->
                ReplyRules.judged(
                    "the income of trades", () -> traces(rows, names(question), listing)));
  }

  /** What has been traded may be listed no more; what the bot has booked has a name all the same. */
  private NavigableMap<String, InstrumentId> names(Question question) {
    NavigableMap<String, InstrumentId> names = new TreeMap<>();
    for (InstrumentId id : question.instruments()) {
      Symbol symbol = link.listing().symbol(id);
      if (symbol.market() == MarketKind.FUTURES) {
        names.put(symbol.text(), id);
      }
    }
    return names;
  }

  static List<Trace> traces(
      List<JsonNode> rows,
      NavigableMap<String, InstrumentId> names,
      FuturesListing.Listing listing) {
    NavigableMap<String, Trace> traces = new TreeMap<>();
    for (JsonNode row : rows) {
      String symbol = JsonFields.text(row, "symbol");
      InstrumentId id =
          Optional.ofNullable(names.get(symbol))
              .or(() -> listing.nameOf(symbol))
              .orElseThrow(
                  () -> new UnreadableReply("there is an income of " + symbol + ", not listed"));
      String trade = JsonFields.text(row, "tradeId");
      NavigableMap<Currency, BigDecimal> fees = new TreeMap<>();
      Trace before = traces.get(symbol + " " + trade);
      if (before != null) {
        before.fees().ifPresent(fees::putAll);
      }
      if (JsonFields.text(row, "incomeType").equals("COMMISSION")) {
        fees.merge(
            Currency.of(JsonFields.text(row, "asset")),
            JsonFields.decimal(row, "income").negate(),
            BigDecimal::add);
      }
      traces.put(
          symbol + " " + trade,
          Trace.ofTrade(
              id, trade, Optional.empty(), Optional.of(fees), JsonFields.time(row, "time")));
    }
    return List.copyOf(traces.values());
  }

  private Result<List<Trace>> spot(Question question) {
    List<Trace> all = new ArrayList<>();
    for (InstrumentId id : question.instruments()) {
      Symbol symbol = link.listing().symbol(id);
      if (symbol.market() == MarketKind.SPOT) {
        Result<NavigableMap<Long, Trace>> orders =
            windows(symbol, question.since().minus(WINDOW))
                .then(found -> withBooked(symbol, found, question));
        if (orders instanceof Result.Refused<NavigableMap<Long, Trace>> refused) {
          return Result.refused(refused.refusal());
        }
        orders.orThrow().values().stream()
            .filter(trace -> !trace.venueTime().isBefore(question.since()))
            .forEach(all::add);
      }
    }
    return Result.ok(List.copyOf(all));
  }

  private Result<NavigableMap<Long, Trace>> windows(Symbol symbol, Instant since) {
    NavigableMap<Long, Trace> found = new TreeMap<>();
    long now = link.estimatedVenueTime().toEpochMilli();
    long start = since.toEpochMilli();
    while (true) {
      boolean isLast = start + WINDOW.toMillis() > now;
      // The last window is left open, so that an estimate of the venue's time hides nothing.
      Long end = isLast ? null : Long.valueOf(start + WINDOW.toMillis() - 1);
      Result<NavigableMap<Long, Trace>> page = page(symbol, null, start, end, PAGE);
      while (page instanceof Result.Ok<NavigableMap<Long, Trace>> ok && ok.value().size() >= PAGE) {
        found.putAll(ok.value());
        page = page(symbol, ok.value().lastKey() + 1, null, null, PAGE);
      }
      if (page instanceof Result.Refused<NavigableMap<Long, Trace>>) {
        return page;
      }
      found.putAll(page.orThrow());
      if (isLast) {
        return Result.ok(found);
      }
      start += WINDOW.toMillis();
    }
  }

  private Result<NavigableMap<Long, Trace>> withBooked(
      Symbol symbol, NavigableMap<Long, Trace> found, Question question) {
    for (String order : question.orders().getOrDefault(symbol.id(), new TreeSet<>())) {
      boolean isNumber = order.matches("[0-9]{1,18}");
      if (isNumber && !found.containsKey(Long.valueOf(order))) {
        Result<NavigableMap<Long, Trace>> one = page(symbol, Long.valueOf(order), null, null, 1);
        if (one instanceof Result.Refused<NavigableMap<Long, Trace>>) {
          return one;
        }
        one.orThrow().headMap(Long.parseLong(order), true).forEach(found::put);
      }
    }
    return Result.ok(found);
  }

  private Result<NavigableMap<Long, Trace>> page(
      Symbol symbol, @Nullable Long from, @Nullable Long start, @Nullable Long end, int limit) {
    Reply reply =
        calls.askSpot(
            20,
            "api/v3/allOrders",
            (api, s) ->
                api.allOrders(
                    symbol.text(),
                    from,
                    start,
                    end,
                    limit,
                    s.recvWindow(),
                    s.timestamp(),
                    s.apiKey(),
                    s.signature()));
    return ReplyRules.read(
        "all orders of " + symbol.id(),
        reply,
        json -> {
          NavigableMap<Long, Trace> orders = new TreeMap<>();
          for (JsonNode row : JsonFields.array(json)) {
            orders.put(Long.valueOf(JsonFields.text(row, "orderId")), order(symbol, row));
          }
          return orders;
        });
  }

  static Trace order(Symbol symbol, JsonNode row) {
    symbol.require(JsonFields.text(row, "symbol"));
    return new Trace(
        symbol.id(),
        Trace.Kind.ORDER,
        JsonFields.text(row, "orderId"),
        Optional.of(JsonFields.decimal(row, "executedQty")),
        Optional.empty(),
        JsonFields.time(row, "time"),
        JsonFields.time(row, "updateTime"));
  }
}
