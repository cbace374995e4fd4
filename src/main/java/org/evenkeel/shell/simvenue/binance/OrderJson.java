package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.OrderStatus;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Renders orders and trades the way each of Binance's two APIs does. Stateless. */
final class OrderJson {

  private OrderJson() {}

  static ObjectNode spotOrder(SimOrder order) {
    return spotCore(order)
        .put("stopPrice", Json.fixed8(BigDecimal.ZERO))
        .put("icebergQty", Json.fixed8(BigDecimal.ZERO))
        .put("time", order.createdMs())
        .put("updateTime", order.updatedMs())
        .put("isWorking", true)
        .put("workingTime", order.createdMs())
        .put("origQuoteOrderQty", Json.fixed8(BigDecimal.ZERO))
        .put("selfTradePreventionMode", order.request().yieldsToOwn() ? "EXPIRE_TAKER" : "NONE");
  }

  static ObjectNode spotAck(SimOrder order) {
    return Json.object()
        .put("symbol", order.series().symbol())
        .put("orderId", order.orderId())
        .put("orderListId", -1)
        .put("clientOrderId", order.request().clientOrderId())
        .put("transactTime", order.createdMs());
  }

  static ObjectNode spotResult(SimOrder order) {
    return spotCore(order)
        .put("transactTime", order.updatedMs())
        .put("workingTime", order.createdMs())
        .put("selfTradePreventionMode", order.request().yieldsToOwn() ? "EXPIRE_TAKER" : "NONE");
  }

  static ObjectNode spotFull(SimOrder order, List<SimTrade> trades) {
    ArrayNode fills = Json.array();
    for (SimTrade t : trades) {
      fills
          .addObject()
          .put("price", Json.fixed8(t.price()))
          .put("qty", Json.fixed8(t.qty()))
          .put("commission", Json.fixed8(t.fee()))
          .put("commissionAsset", t.feeAsset())
          .put("tradeId", t.tradeId());
    }
    ObjectNode full = spotResult(order);
    full.set("fills", fills);
    return full;
  }

  static ObjectNode spotCanceled(SimOrder order) {
    return spotCore(order)
        .put("origClientOrderId", order.request().clientOrderId())
        .put("transactTime", order.updatedMs())
        .put("selfTradePreventionMode", order.request().yieldsToOwn() ? "EXPIRE_TAKER" : "NONE");
  }

  private static ObjectNode spotCore(SimOrder order) {
    OrderRequest r = order.request();
    boolean postOnly = r.timeInForce() == TimeInForce.GTX;
    return Json.object()
        .put("symbol", order.series().symbol())
        .put("orderId", order.orderId())
        .put("orderListId", -1)
        .put("clientOrderId", r.clientOrderId())
        .put("price", Json.fixed8(r.price()))
        .put("origQty", Json.fixed8(r.qty()))
        .put("executedQty", Json.fixed8(order.cumQty()))
        .put("cummulativeQuoteQty", Json.fixed8(order.cumQuote()))
        .put("status", order.status().name())
        .put(
            "timeInForce",
            postOnly || r.type() == OrderType.MARKET ? "GTC" : r.timeInForce().name())
        .put("type", postOnly ? "LIMIT_MAKER" : r.type().name())
        .put("side", r.side().name());
  }

  static ObjectNode spotTrade(SimTrade t) {
    return Json.object()
        .put("symbol", t.series().symbol())
        .put("id", t.tradeId())
        .put("orderId", t.orderId())
        .put("orderListId", -1)
        .put("price", Json.fixed8(t.price()))
        .put("qty", Json.fixed8(t.qty()))
        .put("quoteQty", Json.fixed8(t.quoteQty()))
        .put("commission", Json.fixed8(t.fee()))
        .put("commissionAsset", t.feeAsset())
        .put("time", t.timeMs())
        .put("isBuyer", t.side() == Side.BUY)
        .put("isMaker", t.maker())
        .put("isBestMatch", true);
  }

  static ObjectNode futuresOrder(SimOrder order, SeriesInfo info) {
    return futures(order, info, order.status(), order.cumQty(), order.cumQuote(), order.avgPx())
        .put("time", order.createdMs());
  }

  /** Renders the answer that only says the order was received, as Binance does unless asked. */
  static ObjectNode futuresAck(SimOrder order, SeriesInfo info) {
    return futures(order, info, OrderStatus.NEW, BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO)
        .put("cumQty", Json.inSteps(BigDecimal.ZERO, info.lotSize()));
  }

  static ObjectNode futuresResult(SimOrder order, SeriesInfo info) {
    return futures(order, info, order.status(), order.cumQty(), order.cumQuote(), order.avgPx())
        .put("cumQty", Json.inSteps(order.cumQty(), info.lotSize()));
  }

  private static ObjectNode futures(
      SimOrder order,
      SeriesInfo info,
      OrderStatus status,
      BigDecimal cumQty,
      BigDecimal cumQuote,
      BigDecimal avgPx) {
    OrderRequest r = order.request();
    String life = r.type() == OrderType.MARKET ? "GTC" : r.timeInForce().name();
    return Json.object()
        .put("orderId", order.orderId())
        .put("symbol", order.series().symbol())
        .put("status", status.name())
        .put("clientOrderId", r.clientOrderId())
        .put("price", Json.inSteps(r.price(), info.tickSize()))
        .put("avgPrice", Json.fixed8(avgPx))
        .put("origQty", Json.inSteps(r.qty(), info.lotSize()))
        .put("executedQty", Json.inSteps(cumQty, info.lotSize()))
        .put("cumQuote", Json.plain(cumQuote))
        .put("timeInForce", life)
        .put("type", r.type().name())
        .put("reduceOnly", r.reduceOnly())
        .put("closePosition", false)
        .put("side", r.side().name())
        .put("positionSide", "BOTH")
        .put("stopPrice", "0")
        .put("workingType", "CONTRACT_PRICE")
        .put("priceProtect", false)
        .put("origType", r.type().name())
        .put("priceMatch", "NONE")
        .put("selfTradePreventionMode", order.request().yieldsToOwn() ? "EXPIRE_TAKER" : "NONE")
        .put("goodTillDate", 0)
        .put("updateTime", order.updatedMs());
  }

  static ObjectNode futuresTrade(SimTrade t, SeriesInfo info) {
    boolean buyer = t.side() == Side.BUY;
    return Json.object()
        .put("symbol", t.series().symbol())
        .put("id", t.tradeId())
        .put("orderId", t.orderId())
        .put("side", t.side().name())
        .put("price", Json.inSteps(t.price(), info.tickSize()))
        .put("qty", Json.inSteps(t.qty(), info.lotSize()))
        .put("realizedPnl", Json.fixed8(t.realizedPnl()))
        .put("marginAsset", info.quote())
        .put("quoteQty", Json.plain(t.quoteQty()))
        .put("commission", Json.fixed8(t.fee()))
        .put("commissionAsset", t.feeAsset())
        .put("time", t.timeMs())
        .put("positionSide", "BOTH")
        .put("buyer", buyer)
        .put("maker", t.maker());
  }
}
