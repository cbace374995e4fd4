package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.RejectReason;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Orders and fills.
 *
 * <p>A refused order is an answer of success whose sendStatus says otherwise; the state of an order that ended is shown
 * for five seconds.
 * Thread-safe.
 */
final class OrderRoutes {

  private static final long SHOWN_MS = 5_000;
  private static final int FILLS = 100;
  private static final int LONGEST_ID = 100;

  private final SimExchange exchange;
  private final Contracts contracts;
  private final OrderJson json;

  OrderRoutes(SimExchange exchange, Contracts contracts) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.json = new OrderJson(contracts);
  }

  void addTo(Map<String, Route> routes) {
    String base = "/derivatives/api/v3/";
    routes.put("POST " + base + "sendorder", Route.signed(10, this::send));
    routes.put("POST " + base + "orders/status", Route.signed(1, this::states));
    routes.put("POST " + base + "cancelorder", Route.signed(10, this::cancel));
    routes.put("GET " + base + "openorders", Route.signed(2, this::open));
    routes.put("GET " + base + "fills", Route.signed(2, this::fills));
  }

  private ObjectNode send(Asked asked, long atMs) {
    String type = asked.required("orderType");
    SeriesInfo info =
        contracts.find(asked.required("symbol")).orElseThrow(() -> KrakenError.invalid("symbol"));
    Side side =
        switch (asked.required("side")) {
          case "buy" -> Side.BUY;
          case "sell" -> Side.SELL;
          default -> throw KrakenError.invalid("side");
        };
    BigDecimal size = asked.decimal("size");
    String id = asked.text("cliOrdId").orElse("");
    if (id.length() > LONGEST_ID) {
      exchange.recordRefusal(id, 0, "clientOrderIdTooLong", atMs);
      return refused("clientOrderIdTooLong", id, atMs);
    }
    boolean isLate = asked.time("processBefore").filter(t -> t.toEpochMilli() < atMs).isPresent();
    if (isLate) {
      exchange.recordRefusal(id, 0, "wouldProcessAfterSpecifiedTime", atMs);
      return refused("wouldProcessAfterSpecifiedTime", id, atMs);
    }
    Optional<TimeInForce> life = life(type);
    if (life.isEmpty() && !type.equals("mkt")) {
      exchange.recordRefusal(id, 0, "invalidOrderType", atMs);
      return refused("invalidOrderType", id, atMs);
    }
    OrderRequest order =
        life.map(
                time ->
                    OrderRequest.limit(info.id(), id, side, time, size, asked.decimal("limitPrice"))
                        .endingIfItWouldTake())
            .orElseGet(() -> OrderRequest.market(info.id(), id, side, size));
    boolean reduces = asked.flag("reduceOnly");
    return switch (exchange.place(reduces ? order.reducing() : order, atMs)) {
      case Placement.Rejected no -> refused(word(no.reason()), id, atMs);
      case Placement.Accepted yes -> {
        ObjectNode answer = Json.object();
        answer.set("sendStatus", json.sendStatus(yes.order(), yes.trades(), atMs));
        yield answer;
      }
    };
  }

  private static Optional<TimeInForce> life(String type) {
    return switch (type) {
      case "ioc" -> Optional.of(TimeInForce.IOC);
      case "fok" -> Optional.of(TimeInForce.FOK);
      case "lmt" -> Optional.of(TimeInForce.GTC);
      case "post" -> Optional.of(TimeInForce.GTX);
      default -> Optional.empty();
    };
  }

  private static ObjectNode refused(String status, String id, long atMs) {
    ObjectNode answer = Json.object();
    answer
        .putObject("sendStatus")
        .put("status", status)
        .put("cliOrdId", id)
        .put("receivedTime", OrderJson.time(atMs))
        .putArray("orderEvents");
    return answer;
  }

  private static String word(RejectReason reason) {
    return switch (reason) {
      case UNKNOWN_SYMBOL, NOT_LISTED, DELIVERED -> "marketInactive";
      case MARKET_BREAK, HALTED, SETTLING -> "marketSuspended";
      case ONLY_POST -> "marketIsPostOnly";
      case POSITION_TOO_LARGE -> "maxPositionViolation";
      case QTY_NOT_POSITIVE, QTY_PRECISION, QTY_STEP, QTY_TOO_SMALL, QTY_TOO_LARGE -> "invalidSize";
      case PRICE_NOT_POSITIVE, PRICE_PRECISION, PRICE_TICK -> "invalidPrice";
      case PRICE_TOO_HIGH, PRICE_TOO_LOW -> "outsidePriceCollar";
      case NOTIONAL_TOO_SMALL -> "tooManySmallOrders";
      case DUPLICATE_CLIENT_ID -> "clientOrderIdAlreadyExist";
      case REDUCE_ONLY -> "wouldNotReducePosition";
      case MARGIN_INSUFFICIENT, BALANCE_INSUFFICIENT -> "insufficientAvailableFunds";
      case POST_ONLY_WOULD_TAKE -> "postWouldExecute";
    };
  }

  private ObjectNode states(Asked asked, long atMs) {
    List<SimOrder> found = new ArrayList<>();
    for (String id : list(asked.text("cliOrdIds"))) {
      byClientId(id).ifPresent(found::add);
    }
    for (String uid : list(asked.text("orderIds"))) {
      byUid(uid).ifPresent(found::add);
    }
    ObjectNode answer = Json.object();
    ArrayNode orders = answer.putArray("orders");
    found.stream()
        .filter(o -> o.status().isOpen() || atMs - o.updatedMs() <= SHOWN_MS)
        .forEach(o -> orders.add(json.state(o)));
    return answer;
  }

  private static List<String> list(Optional<String> text) {
    return text.map(t -> List.of(t.split(",", -1))).orElse(List.of());
  }

  private Optional<SimOrder> byClientId(String id) {
    return contracts.all().stream()
        .flatMap(info -> exchange.orderByClientId(info.id(), id).stream())
        .max(Comparator.comparingLong(SimOrder::createdMs));
  }

  private Optional<SimOrder> byUid(String uid) {
    return contracts
        .order(uid.toLowerCase(Locale.ROOT))
        .flatMap(named -> exchange.order(named.series().id(), named.number()));
  }

  private ObjectNode cancel(Asked asked, long atMs) {
    Optional<SimOrder> order =
        asked
            .text("order_id")
            .flatMap(this::byUid)
            .or(() -> asked.text("cliOrdId").flatMap(this::byClientId));
    Optional<SimOrder> canceled =
        order.flatMap(o -> exchange.cancel(o.series(), o.orderId(), atMs));
    ObjectNode answer = Json.object();
    ObjectNode status = answer.putObject("cancelStatus").put("receivedTime", OrderJson.time(atMs));
    boolean wasFilled = order.isPresent() && order.get().leavesQty().signum() == 0;
    status.put("status", canceled.isPresent() ? "cancelled" : wasFilled ? "filled" : "notFound");
    canceled.ifPresent(o -> status.put("order_id", json.uid(o)));
    status.putArray("orderEvents");
    return answer;
  }

  private ObjectNode open(Asked asked, long atMs) {
    ObjectNode answer = Json.object();
    ArrayNode open = answer.putArray("openOrders");
    exchange.openContractOrders().forEach(o -> open.add(json.open(o)));
    return answer;
  }

  private SimOrder orderOf(SimTrade trade) {
    return exchange.order(trade.series(), trade.orderId()).orElseThrow();
  }

  private ObjectNode fills(Asked asked, long atMs) {
    long before = asked.time("lastFillTime").map(t -> t.toEpochMilli()).orElse(Long.MAX_VALUE);
    List<SimTrade> trades = new ArrayList<>();
    contracts.all().forEach(info -> trades.addAll(exchange.trades(info.id(), 1)));
    trades.removeIf(t -> KrakenForced.isOnlyLogged(orderOf(t)));
    ObjectNode answer = Json.object();
    ArrayNode fills = answer.putArray("fills");
    trades.stream()
        .filter(t -> t.timeMs() < before)
        .sorted(Comparator.comparingLong(SimTrade::tranId).reversed())
        .limit(FILLS)
        .forEach(t -> fills.add(json.fill(t, orderOf(t))));
    return answer;
  }
}
