package org.evenkeel.shell.simvenue.kraken;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.evenkeel.shell.simvenue.exchange.OrderType;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.exchange.SimTrade;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Renders orders, trades and ledger entries: decimals are text, times are seconds with a fraction. Thread-safe. */
final class SpotJson {

  private final Pairs pairs;

  SpotJson(Pairs pairs) {
    this.pairs = pairs;
  }

  String txid(SimOrder order) {
    return pairs.id('O', order.series(), order.orderId());
  }

  String tradeId(SimTrade trade) {
    return pairs.id('T', trade.series(), trade.tradeId());
  }

  static String words(SimOrder order, SeriesInfo info) {
    return side(order)
        + " "
        + Json.plain(order.request().qty())
        + " "
        + Pairs.shortName(info)
        + " @ "
        + type(order)
        + " "
        + Json.plain(order.request().price());
  }

  private static String side(SimOrder order) {
    return order.request().side().name().toLowerCase(Locale.ROOT);
  }

  private static String type(SimOrder order) {
    return order.request().type() == OrderType.MARKET ? "market" : "limit";
  }

  ObjectNode order(SimOrder order) {
    SeriesInfo info = pairs.info(order.series());
    ObjectNode node =
        Json.object()
            .putNull("refid")
            .put("cl_ord_id", order.request().clientOrderId())
            .put(
                "status",
                switch (order.status()) {
                  case NEW, PARTIALLY_FILLED -> "open";
                  case FILLED -> "closed";
                  case CANCELED, EXPIRED -> "canceled";
                })
            .put("opentm", seconds(order.createdMs()))
            .put("starttm", 0)
            .put("expiretm", 0)
            .put("vol", Json.plain(order.request().qty()))
            .put("vol_exec", Json.plain(order.cumQty()))
            .put("cost", Json.plain(order.cumQuote()))
            .put("price", Json.plain(order.avgPx()))
            .put("misc", "")
            .put("oflags", order.request().timeInForce() == TimeInForce.GTX ? "fciq,post" : "fciq");
    node.putObject("descr")
        .put("pair", Pairs.shortName(info))
        .put("type", side(order))
        .put("ordertype", type(order))
        .put("price", Json.plain(order.request().price()))
        .put("price2", "0")
        .put("leverage", "none")
        .put("order", words(order, info));
    return order.status().isOpen() ? node : node.put("closetm", seconds(order.updatedMs()));
  }

  /** The fee is in money: an exchange that speaks this dialect must take it so. */
  ObjectNode trade(SimTrade trade) {
    SeriesInfo info = pairs.info(trade.series());
    if (!trade.feeAsset().equals(info.quote())) {
      throw new IllegalStateException("Kraken takes its fees in the quote currency");
    }
    return Json.object()
        .put("ordertxid", pairs.id('O', trade.series(), trade.orderId()))
        .put("pair", Pairs.longName(info))
        .put("time", seconds(trade.timeMs()))
        .put("type", trade.side().name().toLowerCase(Locale.ROOT))
        .put("ordertype", "limit")
        .put("price", Json.plain(trade.price()))
        .put("cost", Json.plain(trade.quoteQty()))
        .put("fee", Json.plain(trade.fee()))
        .put("vol", Json.plain(trade.qty()))
        .put("margin", "0")
        .put("misc", "")
        .put("trade_id", trade.tradeId())
        .put("maker", trade.maker());
  }

  ObjectNode ledger(String type, long id, String asset, BigDecimal amount, long atMs) {
    return Json.object()
        .put("refid", Pairs.id('L', 0, id))
        .put("time", seconds(atMs))
        .put("type", type)
        .put("subtype", "")
        .put("aclass", "currency")
        .put("asset", Pairs.asset(asset))
        .put("amount", Json.plain(amount))
        .put("fee", "0")
        .put("balance", "0");
  }

  /** Both entries of a trade: what came and what went, each with the fee that was taken of it. */
  List<ObjectNode> ledger(SimTrade trade, SeriesInfo info) {
    return List.of(
        entry(trade, info.base(), trade.side().signed(trade.qty())),
        entry(trade, info.quote(), trade.side().opposite().signed(trade.quoteQty())));
  }

  private ObjectNode entry(SimTrade trade, String asset, BigDecimal amount) {
    BigDecimal fee = trade.feeAsset().equals(asset) ? trade.fee() : BigDecimal.ZERO;
    return ledger("trade", 0, asset, amount, trade.timeMs())
        .put("refid", tradeId(trade))
        .put("fee", Json.plain(fee));
  }

  private static BigDecimal seconds(long atMs) {
    return BigDecimal.valueOf(atMs, 3);
  }
}
