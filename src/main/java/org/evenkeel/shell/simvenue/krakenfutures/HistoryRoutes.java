package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.OrderStatus;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** The account's history: executions and order events page by a token, the account log by id. Thread-safe. */
final class HistoryRoutes {

  private static final int MOST = 1000;
  private static final String ACCOUNT = "0c000000-0000-4000-8000-000000000001";

  private final SimExchange exchange;
  private final Contracts contracts;
  private final OrderJson json;

  HistoryRoutes(SimExchange exchange, Contracts contracts) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.json = new OrderJson(contracts);
  }

  void addTo(Map<String, Route> routes) {
    String base = "GET /api/history/v3/";
    routes.put(base + "account-log", Route.history(3, this::log));
    routes.put(base + "executions", Route.history(1, this::executions));
    routes.put(base + "orders", Route.history(1, this::orders));
  }

  private ObjectNode log(Asked asked, long atMs) {
    long since = asked.whole("since").orElse(0L);
    long from = asked.whole("from").orElse(1L);
    long count = Math.max(1, asked.whole("count").orElse(500L));
    List<ObjectNode> rows = LogBook.of(exchange, contracts);
    if (!isAscending(asked)) {
      Collections.reverse(rows);
    }
    ObjectNode answer = Json.object().put("accountUid", ACCOUNT);
    ArrayNode logs = answer.putArray("logs");
    rows.stream()
        .filter(row -> row.path("id").asLong() >= from)
        .filter(row -> Instant.parse(row.path("date").asText()).toEpochMilli() >= since)
        .limit(count)
        .forEach(logs::add);
    return answer;
  }

  private static boolean isAscending(Asked asked) {
    return asked.text("sort").orElse("desc").equals("asc");
  }

  private ObjectNode executions(Asked asked, long atMs) {
    List<SimTrade> trades = new ArrayList<>();
    wanted(asked).forEach(info -> trades.addAll(exchange.trades(info.id(), 1)));
    trades.sort(Comparator.comparingLong(SimTrade::tranId));
    List<ObjectNode> elements = new ArrayList<>();
    for (SimTrade trade : trades) {
      SimOrder order = exchange.order(trade.series(), trade.orderId()).orElseThrow();
      if (KrakenForced.isOnlyLogged(order)) {
        continue;
      }
      ObjectNode element = element(elements.size(), trade.timeMs());
      ObjectNode execution =
          element.putObject("event").putObject("execution").putObject("execution");
      execution
          .put("uid", json.execution(trade))
          .put("timestamp", trade.timeMs())
          .put("quantity", Json.plain(trade.qty()))
          .put("price", Json.plain(trade.price()))
          .put("markPrice", Json.plain(trade.price()))
          .put("limitFilled", false)
          .put("executionType", trade.maker() ? "maker" : "taker")
          .put("usdValue", Json.plain(trade.quoteQty()));
      execution.set("order", json.historical(order));
      execution.putObject("orderData").put("fee", Json.plain(trade.fee()));
      elements.add(element);
    }
    return page(asked, elements);
  }

  private ObjectNode orders(Asked asked, long atMs) {
    List<SimOrder> orders = new ArrayList<>();
    wanted(asked).forEach(info -> orders.addAll(exchange.orders(info.id())));
    orders.removeIf(KrakenForced::isOnlyLogged);
    orders.sort(Comparator.comparingLong(SimOrder::updatedMs).thenComparingLong(SimOrder::orderId));
    List<ObjectNode> elements = new ArrayList<>();
    for (SimOrder order : orders) {
      ObjectNode element = element(elements.size(), order.updatedMs());
      Optional<String> rejection = OrderJson.rejection(order);
      String kind =
          rejection.isPresent()
              ? "OrderRejected"
              : order.status().isOpen()
                  ? "OrderPlaced"
                  : order.status() == OrderStatus.FILLED ? "" : "OrderCancelled";
      if (!kind.isEmpty()) {
        ObjectNode event = element.putObject("event").putObject(kind);
        event.set("order", json.historical(order));
        event.put("reason", kind.equals("OrderRejected") ? "rejected" : "");
        rejection.ifPresent(why -> event.put("orderError", why));
        elements.add(element);
      }
    }
    return page(asked, elements);
  }

  private List<SeriesInfo> wanted(Asked asked) {
    return asked
        .text("tradeable")
        .map(symbol -> contracts.find(symbol).stream().toList())
        .orElseGet(contracts::all);
  }

  private static ObjectNode element(int index, long timeMs) {
    return Json.object()
        .put("uid", Contracts.uid(Contracts.Thing.BOOKING, 1, index + 1L))
        .put("timestamp", timeMs);
  }

  /** The token says how many events of the same question were given before. */
  private static ObjectNode page(Asked asked, List<ObjectNode> elements) {
    long since = asked.whole("since").orElse(0L);
    int count = Math.clamp(asked.whole("count").orElse((long) MOST), 1, MOST);
    List<ObjectNode> found = new ArrayList<>(elements);
    found.removeIf(element -> element.path("timestamp").asLong() < since);
    if (!isAscending(asked)) {
      Collections.reverse(found);
    }
    int skipped = asked.text("continuation_token").map(HistoryRoutes::offset).orElse(0);
    List<ObjectNode> page = found.stream().skip(skipped).limit(count).toList();
    ObjectNode answer = Json.object().put("accountUid", ACCOUNT).put("len", page.size());
    answer.putArray("elements").addAll(page);
    if (skipped + page.size() < found.size()) {
      String next = Integer.toString(skipped + page.size());
      answer.put(
          "continuationToken",
          Base64.getEncoder().encodeToString(next.getBytes(StandardCharsets.UTF_8)));
    }
    return answer;
  }

  private static int offset(String token) {
    try {
      return Integer.parseInt(
          new String(Base64.getDecoder().decode(token), StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      throw KrakenError.invalid("continuation_token");
    }
  }
}
