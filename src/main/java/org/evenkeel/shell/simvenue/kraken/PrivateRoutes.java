package org.evenkeel.shell.simvenue.kraken;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Placement;
import org.evenkeel.shell.simvenue.exchange.RejectReason;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimEvent;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Orders, trades, balances and the ledger.
 *
 * <p>The acknowledgment of an order says its id only. Trades and the ledger come fifty at a time, newest first.
 * Thread-safe.
 */
final class PrivateRoutes {

  private static final int PAGE = 50;
  private static final long LONGEST_DEADLINE_MS = 60_000;

  private final SimExchange exchange;
  private final Pairs pairs;
  private final SpotJson json;
  private long cancelAllAt = Long.MAX_VALUE;

  PrivateRoutes(SimExchange exchange, Pairs pairs) {
    this.exchange = exchange;
    this.pairs = pairs;
    this.json = new SpotJson(pairs);
  }

  void addTo(Map<String, KrakenDesk.Action> routes) {
    String base = "POST /0/private/";
    routes.put(base + "AddOrder", this::add);
    routes.put(base + "QueryOrders", this::query);
    routes.put(base + "OpenOrders", this::open);
    routes.put(base + "ClosedOrders", this::closed);
    routes.put(base + "CancelOrder", this::cancel);
    routes.put(base + "CancelAllOrdersAfter", this::after);
    routes.put(base + "GetApiKeyInfo", (asked, at) -> keyInfo());
    routes.put(base + "BalanceEx", (asked, at) -> balances());
    routes.put(base + "QueryTrades", this::queryTrades);
    routes.put(base + "TradesHistory", this::trades);
    routes.put(base + "Ledgers", this::ledgers);
    routes.put(base + "WalletTransfer", this::transfer);
  }

  /** A key that trades and reads, from this host alone and without an end. */
  private static ObjectNode keyInfo() {
    ObjectNode key = Json.object().put("apiKeyName", "evenkeel").put("iban", "AA00 SIMU LATE D001");
    ArrayNode rights = key.putArray("permissions");
    List.of(
            "query-funds",
            "query-open-trades",
            "query-closed-trades",
            "modify-trades",
            "close-trades",
            "query-ledger")
        .forEach(rights::add);
    key.putArray("ipAllowlist").add("127.0.0.1");
    return key.put("nonceWindow", 0)
        .put("validUntil", "0")
        .put("queryFrom", "0")
        .put("queryTo", "0");
  }

  private ObjectNode add(Map<String, String> asked, long atMs) {
    SeriesInfo info = pairs.require(asked.getOrDefault("pair", ""));
    deadline(asked, atMs);
    Side side =
        switch (asked.getOrDefault("type", "")) {
          case "buy" -> Side.BUY;
          case "sell" -> Side.SELL;
          default -> throw SpotError.arguments("type");
        };
    TimeInForce life = life(asked);
    String id = asked.getOrDefault("cl_ord_id", "");
    if (id.length() > 18 && !id.matches("[0-9a-fA-F-]{32,36}")) {
      throw SpotError.arguments("cl_ord_id");
    }
    BigDecimal volume = KrakenDesk.decimal(asked, "volume");
    OrderRequest order =
        switch (asked.getOrDefault("ordertype", "")) {
          case "limit" ->
              OrderRequest.limit(
                  info.id(), id, side, life, volume, KrakenDesk.decimal(asked, "price"));
          case "market" -> OrderRequest.market(info.id(), id, side, volume);
          default -> throw SpotError.arguments("ordertype");
        };
    boolean yields =
        switch (asked.getOrDefault("stptype", "cancel-newest")) {
          case "cancel-newest" -> true;
          case "cancel-oldest", "cancel-both" -> false;
          default -> throw SpotError.arguments("stptype");
        };
    return switch (exchange.place(yields ? order.yielding() : order, atMs)) {
      case Placement.Rejected no -> throw new KrakenDesk.Logged(word(no.reason()));
      case Placement.Accepted yes -> {
        ObjectNode answer = Json.object();
        answer.putObject("descr").put("order", SpotJson.words(yes.order(), info));
        answer.putArray("txid").add(json.txid(yes.order()));
        yield answer.put("cl_ord_id", id);
      }
    };
  }

  /** How long it may live; a flag makes it post-only, which goes with limit orders that rest. */
  private static TimeInForce life(Map<String, String> asked) {
    boolean isPostOnly = List.of(asked.getOrDefault("oflags", "").split(",", -1)).contains("post");
    TimeInForce life =
        switch (asked.getOrDefault("timeinforce", "GTC")) {
          case "GTC" -> isPostOnly ? TimeInForce.GTX : TimeInForce.GTC;
          case "IOC" -> TimeInForce.IOC;
          default -> throw SpotError.arguments("timeinforce");
        };
    boolean mayBePostOnly =
        life == TimeInForce.GTX && asked.getOrDefault("ordertype", "").equals("limit");
    if (isPostOnly && !mayBePostOnly) {
      throw SpotError.arguments("oflags");
    }
    return life;
  }

  private static void deadline(Map<String, String> asked, long atMs) {
    String text = asked.getOrDefault("deadline", "");
    if (text.isEmpty()) {
      return;
    }
    try {
      long deadline = Instant.parse(text).toEpochMilli();
      if (deadline - atMs > LONGEST_DEADLINE_MS) {
        throw SpotError.arguments("deadline");
      }
      if (deadline < atMs) {
        throw new SpotError("EService:Deadline elapsed");
      }
    } catch (DateTimeParseException e) {
      throw SpotError.arguments("deadline");
    }
  }

  private static String word(RejectReason reason) {
    return switch (reason) {
      case UNKNOWN_SYMBOL -> "EQuery:Unknown asset pair";
      case MARKET_BREAK, HALTED, SETTLING, NOT_LISTED, DELIVERED, POSITION_TOO_LARGE ->
          "EService:Market in cancel_only mode";
      case ONLY_POST -> "EService:Market in post_only mode";
      case QTY_NOT_POSITIVE, QTY_PRECISION, QTY_STEP, QTY_TOO_LARGE ->
          "EGeneral:Invalid arguments:volume";
      case QTY_TOO_SMALL -> "EOrder:Order minimum not met";
      case PRICE_NOT_POSITIVE, PRICE_PRECISION, PRICE_TOO_HIGH, PRICE_TOO_LOW ->
          "EOrder:Invalid price";
      case PRICE_TICK -> "EOrder:Tick size check failed";
      case NOTIONAL_TOO_SMALL -> "EOrder:Cost minimum not met";
      case DUPLICATE_CLIENT_ID -> "EOrder:Client order id already in use";
      case REDUCE_ONLY -> "EOrder:Reduce only:No position exists";
      case MARGIN_INSUFFICIENT, BALANCE_INSUFFICIENT -> "EOrder:Insufficient funds";
      case POST_ONLY_WOULD_TAKE -> "EOrder:Post only order";
    };
  }

  private Optional<SimOrder> byTxid(String txid) {
    return pairs.named('O', txid).flatMap(named -> exchange.order(named.series(), named.number()));
  }

  private ObjectNode query(Map<String, String> asked, long atMs) {
    ObjectNode answer = Json.object();
    for (String txid : asked.getOrDefault("txid", "").split(",", -1)) {
      SimOrder order = byTxid(txid).orElseThrow(() -> new SpotError("EOrder:Unknown order"));
      answer.set(txid, json.order(order));
    }
    return answer;
  }

  private ObjectNode open(Map<String, String> asked, long atMs) {
    return orders(asked, "open", true);
  }

  private ObjectNode closed(Map<String, String> asked, long atMs) {
    return orders(asked, "closed", false);
  }

  private ObjectNode orders(Map<String, String> asked, String name, boolean isOpen) {
    ObjectNode answer = Json.object();
    ObjectNode list = answer.putObject(name);
    String id = asked.getOrDefault("cl_ord_id", "");
    pairs.all().stream()
        .flatMap(info -> exchange.orders(info.id()).stream())
        .filter(o -> o.status().isOpen() == isOpen)
        .filter(o -> id.isEmpty() || o.request().clientOrderId().equals(id))
        .sorted(Comparator.comparingLong(SimOrder::updatedMs).reversed())
        .limit(PAGE)
        .forEach(o -> list.set(json.txid(o), json.order(o)));
    return answer;
  }

  private ObjectNode cancel(Map<String, String> asked, long atMs) {
    String id = asked.getOrDefault("cl_ord_id", "");
    Optional<SimOrder> open =
        asked.containsKey("txid")
            ? byTxid(asked.get("txid"))
            : exchange.openOrders(SeriesId.Kind.SPOT).stream()
                .filter(o -> o.request().clientOrderId().equals(id))
                .findFirst();
    return open.flatMap(o -> exchange.cancel(o.series(), o.orderId(), atMs))
        .map(o -> Json.object().put("count", 1))
        .orElseThrow(() -> new SpotError("EOrder:Unknown order"));
  }

  private synchronized ObjectNode after(Map<String, String> asked, long atMs) {
    long seconds = KrakenDesk.whole(asked, "timeout", 0);
    cancelAllAt = seconds == 0 ? Long.MAX_VALUE : atMs + seconds * 1000;
    return Json.object()
        .put("currentTime", Instant.ofEpochMilli(atMs).toString())
        .put("triggerTime", seconds == 0 ? "0" : Instant.ofEpochMilli(cancelAllAt).toString());
  }

  /** Cancels everything once the countdown has run out. */
  synchronized void expire(long atMs) {
    if (cancelAllAt <= atMs) {
      cancelAllAt = Long.MAX_VALUE;
      exchange
          .openOrders(SeriesId.Kind.SPOT)
          .forEach(o -> exchange.cancel(o.series(), o.orderId(), atMs));
    }
  }

  private ObjectNode balances() {
    ObjectNode answer = Json.object();
    for (SpotBalance balance : exchange.spotBalances()) {
      answer
          .putObject(Pairs.asset(balance.asset()))
          .put("balance", Json.plain(balance.free().add(balance.locked())))
          .put("hold_trade", Json.plain(balance.locked()));
    }
    return answer;
  }

  private ObjectNode queryTrades(Map<String, String> asked, long atMs) {
    ObjectNode answer = Json.object();
    for (String id : asked.getOrDefault("txid", "").split(",", -1)) {
      SimTrade trade =
          pairs
              .named('T', id)
              .flatMap(n -> exchange.trades(n.series(), n.number()).stream().findFirst())
              .orElseThrow(() -> new SpotError("EQuery:Unknown trade"));
      answer.set(id, json.trade(trade));
    }
    return answer;
  }

  private ObjectNode trades(Map<String, String> asked, long atMs) {
    long start = KrakenDesk.whole(asked, "start", 0) * 1000;
    List<SimTrade> trades = new ArrayList<>();
    pairs.all().forEach(info -> trades.addAll(exchange.trades(info.id(), 1)));
    trades.removeIf(trade -> trade.timeMs() <= start);
    trades.sort(
        Comparator.comparingLong(SimTrade::timeMs).thenComparingLong(SimTrade::tradeId).reversed());
    ObjectNode answer = Json.object();
    ObjectNode page = answer.putObject("trades");
    trades.stream()
        .skip(KrakenDesk.whole(asked, "ofs", 0))
        .limit(PAGE)
        .forEach(trade -> page.set(json.tradeId(trade), json.trade(trade)));
    return answer.put("count", trades.size());
  }

  private ObjectNode ledgers(Map<String, String> asked, long atMs) {
    long start = KrakenDesk.whole(asked, "start", 0) * 1000;
    String type = asked.getOrDefault("type", "all");
    List<ObjectNode> rows = new ArrayList<>();
    for (SimEvent.Deposited d : exchange.deposits()) {
      String kind = d.amount().signum() > 0 ? "deposit" : "withdrawal";
      rows.add(json.ledger(kind, d.tranId(), d.asset(), d.amount(), d.atMs()));
    }
    for (SimEvent.Transferred t : exchange.transfers()) {
      rows.add(json.ledger("transfer", t.tranId(), t.asset(), t.toFutures().negate(), t.atMs()));
    }
    for (SeriesInfo info : pairs.all()) {
      exchange.trades(info.id(), 1).forEach(trade -> rows.addAll(json.ledger(trade, info)));
    }
    rows.removeIf(
        row ->
            row.path("time").decimalValue().movePointRight(3).longValue() <= start
                || !(type.equals("all") || row.path("type").asText().equals(type)));
    ObjectNode answer = Json.object();
    ObjectNode page = answer.putObject("ledger");
    rows.reversed().stream()
        .skip(KrakenDesk.whole(asked, "ofs", 0))
        .limit(PAGE)
        .forEach(row -> page.set(entryId(row), row));
    return answer.put("count", rows.size());
  }

  /** The two entries of a trade have the same reference. */
  private static String entryId(ObjectNode row) {
    String reference = row.path("refid").asText();
    return row.path("type").asText().equals("trade")
        ? reference + "-" + row.path("asset").asText()
        : reference;
  }

  private ObjectNode transfer(Map<String, String> asked, long atMs) {
    if (!asked.getOrDefault("from", "").equals("Spot Wallet")) {
      throw SpotError.arguments("from");
    }
    if (!asked.getOrDefault("to", "").equals("Futures Wallet")) {
      throw SpotError.arguments("to");
    }
    if (asked.getOrDefault("asset", "").isEmpty()) {
      throw SpotError.arguments("asset");
    }
    if (KrakenDesk.decimal(asked, "amount").signum() <= 0) {
      throw SpotError.arguments("amount");
    }
    long id =
        exchange
            .transfer(
                Pairs.ours(asked.getOrDefault("asset", "")),
                KrakenDesk.decimal(asked, "amount"),
                atMs)
            .orElseThrow(() -> new SpotError("EFunding:Insufficient funds"));
    return Json.object().put("refid", Pairs.id('L', 0, id));
  }
}
