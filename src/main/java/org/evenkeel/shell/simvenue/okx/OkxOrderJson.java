package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Locale;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/** Orders and fills as OKX writes them: everything is text, what does not apply is empty. Stateless. */
final class OkxOrderJson {

  private OkxOrderJson() {}

  static ObjectNode acknowledged(Listed listed, SimOrder order, long atMs) {
    return Json.object()
        .put("clOrdId", order.request().clientOrderId())
        .put("ordId", listed.ordId(order))
        .put("tag", "")
        .put("ts", Long.toString(atMs))
        .put("sCode", "0")
        .put("sMsg", "");
  }

  static ObjectNode order(Listed listed, SimOrder order, String tradeMode) {
    OrderRequest request = order.request();
    boolean isMarket = request.type() == OrderType.MARKET;
    boolean hasFill = order.cumQty().signum() != 0;
    return Json.object()
        .put("instType", listed.instType())
        .put("instId", listed.instId())
        .put("ordId", listed.ordId(order))
        .put("clOrdId", OkxForced.clientId(order))
        .put("tag", "")
        .put("px", isMarket ? "" : Json.plain(request.price()))
        .put("sz", Json.plain(listed.size(request.qty())))
        .put("ordType", ordType(request))
        .put("side", request.side().name().toLowerCase(Locale.ROOT))
        .put("posSide", listed.isContract() ? "net" : "")
        .put("tdMode", tradeMode)
        .put("tgtCcy", listed.isContract() ? "" : "base_ccy")
        .put("accFillSz", Json.plain(listed.size(order.cumQty())))
        .put("avgPx", hasFill ? Json.plain(order.avgPx()) : "")
        .put("state", state(order))
        .put("cancelSource", cancelSource(order))
        .put("lever", "")
        .put("reduceOnly", Boolean.toString(request.reduceOnly()))
        .put("category", OkxForced.category(order))
        .put("cTime", Long.toString(order.createdMs()))
        .put("uTime", Long.toString(order.updatedMs()));
  }

  private static String ordType(OrderRequest request) {
    if (request.type() == OrderType.MARKET) {
      return "market";
    }
    return switch (request.timeInForce()) {
      case GTC -> "limit";
      case GTX -> "post_only";
      case IOC -> "ioc";
      case FOK -> "fok";
    };
  }

  private static String state(SimOrder order) {
    return switch (order.status()) {
      case NEW -> "live";
      case PARTIALLY_FILLED -> "partially_filled";
      case FILLED -> "filled";
      case CANCELED, EXPIRED -> "canceled";
    };
  }

  /** Published codes: 1 by the user, 14 the rest of an immediate order, 31 post-only that would take, 32 own order. */
  private static String cancelSource(SimOrder order) {
    return switch (order.status()) {
      case NEW, PARTIALLY_FILLED, FILLED -> "";
      case CANCELED -> "1";
      case EXPIRED ->
          switch (order.endedBecause()) {
            case SimOrder.WOULD_TAKE -> "31";
            case SimOrder.MEETS_OWN -> "32";
            default -> order.request().mayRest() ? "0" : "14";
          };
    };
  }

  static ObjectNode fill(Listed listed, SimTrade trade, String clientOrderId) {
    return Json.object()
        .put("instType", listed.instType())
        .put("instId", listed.instId())
        .put("tradeId", Long.toString(trade.tradeId()))
        .put("ordId", listed.ordId(trade.orderId()))
        .put("clOrdId", clientOrderId)
        .put("billId", Long.toString(billId(trade)))
        .put("subType", trade.side().name().equals("BUY") ? "1" : "2")
        .put("tag", "")
        .put("fillPx", Json.plain(trade.price()))
        .put("fillSz", Json.plain(listed.size(trade.qty())))
        .put("fillPnl", Json.plain(trade.realizedPnl()))
        .put("fillTime", Long.toString(trade.timeMs()))
        .put("side", trade.side().name().toLowerCase(Locale.ROOT))
        .put("posSide", listed.isContract() ? "net" : "")
        .put("execType", trade.maker() ? "M" : "T")
        .put("feeCcy", trade.feeAsset())
        .put("fee", Json.plain(charged(trade)))
        .put("ts", Long.toString(trade.timeMs()));
  }

  /** The bill of a trade; a second one, of a spot trade's other coin, follows it. */
  static long billId(SimTrade trade) {
    return 2 * trade.tranId();
  }

  /** A fee that was paid is negative. */
  static BigDecimal charged(SimTrade trade) {
    return trade.fee().negate();
  }
}
