package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/**
 * Orders and fills of the trading account.
 *
 * <p>Like the venue it forgets: orders canceled without a fill first, then other closed ones, which the lists of seven
 * days and of three months still have.
 * Thread-safe.
 */
final class OkxTradeRoutes {

  private final SimExchange exchange;
  private final OkxInstruments instruments;
  private final OkxManner manner;
  private final OkxOrderForm form;

  OkxTradeRoutes(SimExchange exchange, OkxInstruments instruments, OkxManner manner) {
    this.exchange = exchange;
    this.instruments = instruments;
    this.manner = manner;
    this.form = new OkxOrderForm(manner.accountLevel());
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put("POST /api/v5/trade/order", OkxRoute.signed(60, this::place));
    routes.put("GET /api/v5/trade/order", OkxRoute.signed(60, this::query));
    routes.put("POST /api/v5/trade/cancel-order", OkxRoute.signed(60, this::cancel));
    routes.put("GET /api/v5/trade/orders-pending", OkxRoute.signed(60, this::open));
    routes.put(
        "GET /api/v5/trade/orders-history",
        OkxRoute.signed(40, (r, at) -> closed(r, at, manner.billsKept())));
    routes.put(
        "GET /api/v5/trade/orders-history-archive",
        OkxRoute.signed(20, (r, at) -> closed(r, at, manner.archiveKept())));
    routes.put(
        "GET /api/v5/trade/fills",
        OkxRoute.signed(60, (r, at) -> fills(r, at, manner.fillsKept())));
    routes.put(
        "GET /api/v5/trade/fills-history",
        OkxRoute.signed(10, (r, at) -> fills(r, at, manner.archiveKept())));
  }

  private ArrayNode place(OkxRequest request, long atMs) {
    Listed listed =
        instruments
            .find(request.required("instId"))
            .orElseThrow(() -> OkxError.row("51001", "Instrument ID does not exist."));
    requireInTime(request, atMs);
    OrderRequest order = form.order(request, listed, exchange.quote(listed.info().id(), atMs));
    return switch (exchange.place(order, atMs)) {
      case Placement.Rejected r -> throw OkxCodes.of(r).alreadyLogged();
      case Placement.Accepted a ->
          Json.array().add(OkxOrderJson.acknowledged(listed, a.order(), atMs));
    };
  }

  /** A request that came after its deadline is not processed. */
  private static void requireInTime(OkxRequest request, long atMs) {
    Optional<String> expiry = request.http().header("expTime").filter(text -> !text.isEmpty());
    if (expiry.isPresent() && !expiry.get().matches("[0-9]{1,18}")) {
      throw OkxError.rowParameter("expTime");
    }
    if (expiry.isPresent() && atMs > Long.parseLong(expiry.get())) {
      throw OkxError.row("51149", "Order timed out. Please try again later.");
    }
  }

  private Optional<SimOrder> named(OkxRequest request, Listed listed) {
    Optional<Long> ordId = request.whole("ordId");
    Optional<String> clientId = request.text("clOrdId");
    if (ordId.isEmpty() && clientId.isEmpty()) {
      throw OkxError.of("51003", "Either client order ID or order ID is required.");
    }
    return ordId.isPresent()
        ? ordId.flatMap(listed::orderId).flatMap(id -> exchange.order(listed.info().id(), id))
        : clientId.flatMap(id -> exchange.orderByClientId(listed.info().id(), id));
  }

  private ArrayNode query(OkxRequest request, long atMs) {
    Listed listed = instruments.asked(request);
    SimOrder order =
        named(request, listed)
            .filter(o -> isKept(o, atMs, manner.ordersKept()) && !OkxForced.isOnlyABill(o))
            .orElseThrow(OkxError::noSuchOrder);
    return Json.array().add(row(listed, order));
  }

  private ObjectNode row(Listed listed, SimOrder order) {
    boolean isCross = listed.isContract() || manner.accountLevel().equals("3");
    return OkxOrderJson.order(listed, order, isCross ? "cross" : "cash");
  }

  private boolean isKept(SimOrder order, long atMs, Duration kept) {
    long age = atMs - order.updatedMs();
    boolean noEffect = order.cumQty().signum() == 0;
    return order.status().isOpen()
        || (age <= kept.toMillis() && (!noEffect || age <= manner.unfilledKept().toMillis()));
  }

  private ArrayNode cancel(OkxRequest request, long atMs) {
    Listed listed =
        instruments
            .find(request.required("instId"))
            .orElseThrow(() -> OkxError.row("51001", "Instrument ID does not exist."));
    SimOrder canceled =
        named(request, listed)
            .flatMap(o -> exchange.cancel(listed.info().id(), o.orderId(), atMs))
            .orElseThrow(
                () ->
                    OkxError.row(
                        "51400",
                        "Order cancellation failed as the order has been filled, canceled or does"
                            + " not exist."));
    return Json.array().add(OkxOrderJson.acknowledged(listed, canceled, atMs));
  }

  private Stream<Listed> asked(OkxRequest request) {
    if (request.text("instId").isPresent()) {
      instruments.asked(request);
    }
    return instruments.all().stream()
        .filter(l -> request.text("instType").map(l.instType()::equals).orElse(true))
        .filter(l -> request.text("instId").map(l.instId()::equals).orElse(true));
  }

  private ArrayNode open(OkxRequest request, long atMs) {
    return orders(request, order -> order.status().isOpen());
  }

  private ArrayNode closed(OkxRequest request, long atMs, Duration kept) {
    request.required("instType");
    return orders(request, o -> !o.status().isOpen() && isKept(o, atMs, kept));
  }

  /** Newest first, those before the order 'after'. */
  private ArrayNode orders(OkxRequest request, Predicate<SimOrder> isAsked) {
    record Row(Listed listed, SimOrder order, long ordId) {}

    long after = request.whole("after").orElse(Long.MAX_VALUE);
    ArrayNode rows = Json.array();
    asked(request)
        .flatMap(
            listed ->
                exchange.orders(listed.info().id()).stream()
                    .filter(isAsked.and(o -> !OkxForced.isOnlyABill(o)))
                    .map(o -> new Row(listed, o, Long.parseLong(listed.ordId(o)))))
        .filter(row -> row.ordId() < after)
        .sorted(Comparator.comparingLong(Row::ordId).reversed())
        .limit(request.limit())
        .forEach(row -> rows.add(row(row.listed(), row.order())));
    return rows;
  }

  private boolean isOnlyABill(SimTrade trade) {
    return exchange
        .order(trade.series(), trade.orderId())
        .map(OkxForced::isOnlyABill)
        .orElse(false);
  }

  /** Newest first, those before the bill 'after'. */
  private ArrayNode fills(OkxRequest request, long atMs, Duration kept) {
    record Row(Listed listed, SimTrade trade) {}

    long after = request.whole("after").orElse(Long.MAX_VALUE);
    long begin = Math.max(request.whole("begin").orElse(0L), atMs - kept.toMillis());
    long end = request.whole("end").orElse(atMs);
    List<Row> found =
        asked(request)
            .flatMap(
                listed ->
                    exchange.trades(listed.info().id(), 1).stream()
                        .filter(trade -> !isOnlyABill(trade))
                        .map(trade -> new Row(listed, trade)))
            .filter(r -> OkxOrderJson.billId(r.trade()) < after)
            .filter(r -> r.trade().timeMs() >= begin && r.trade().timeMs() <= end)
            .sorted(Comparator.comparingLong((Row r) -> r.trade().tranId()).reversed())
            .limit(request.limit())
            .toList();
    ArrayNode rows = Json.array();
    for (Row row : found) {
      String clientId =
          exchange
              .order(row.listed().info().id(), row.trade().orderId())
              .map(OkxForced::clientId)
              .orElse("");
      rows.add(OkxOrderJson.fill(row.listed(), row.trade(), clientId));
    }
    return rows;
  }
}
