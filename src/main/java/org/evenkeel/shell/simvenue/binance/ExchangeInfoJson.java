package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.ContractTerm;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/** Renders what may be traded and under which filters; a series without a quote is in BREAK, and a contract that is not traded says why. */
final class ExchangeInfoJson {

  private static final String MAX_PRICE = "100000000";

  private ExchangeInfoJson() {}

  static ObjectNode spot(
      List<SeriesInfo> series,
      Function<SeriesInfo, String> status,
      ExchangeRules rules,
      long atMs) {
    ObjectNode answer = head(FrontLimits.SPOT_WEIGHT, atMs);
    ArrayNode symbols = answer.putArray("symbols");
    for (SeriesInfo info : series) {
      ObjectNode symbol = symbol(info, status.apply(info));
      symbol
          .put("quoteAssetPrecision", 8)
          .put("baseCommissionPrecision", 8)
          .put("quoteCommissionPrecision", 8)
          .put("icebergAllowed", false)
          .put("ocoAllowed", false)
          .put("quoteOrderQtyMarketAllowed", false)
          .put("isSpotTradingAllowed", true)
          .put("isMarginTradingAllowed", false);
      symbol.putArray("orderTypes").add("LIMIT").add("LIMIT_MAKER").add("MARKET");
      symbol.putArray("permissions").add("SPOT");
      ArrayNode filters = filters(symbol, info);
      filters
          .addObject()
          .put("filterType", "NOTIONAL")
          .put("minNotional", Json.fixed8(info.minNotional()))
          .put("applyMinToMarket", true)
          .put("maxNotional", "9000000.00000000")
          .put("applyMaxToMarket", false)
          .put("avgPriceMins", 5);
      String up = Json.plain(rules.spotBand());
      String down = BigDecimal.ONE.divide(rules.spotBand(), 4, RoundingMode.UP).toPlainString();
      filters
          .addObject()
          .put("filterType", "PERCENT_PRICE_BY_SIDE")
          .put("bidMultiplierUp", up)
          .put("bidMultiplierDown", down)
          .put("askMultiplierUp", up)
          .put("askMultiplierDown", down)
          .put("avgPriceMins", 5);
      symbols.add(symbol);
    }
    return answer;
  }

  static ObjectNode futures(
      List<SeriesInfo> series,
      Function<SeriesInfo, String> status,
      ExchangeRules rules,
      long atMs) {
    ObjectNode answer = head(FrontLimits.FUTURES_WEIGHT, atMs).put("futuresType", "U_MARGINED");
    ArrayNode assets = answer.putArray("assets");
    TreeSet<String> quotes = new TreeSet<>();
    series.forEach(info -> quotes.add(info.quote()));
    quotes.forEach(q -> assets.addObject().put("asset", q).put("marginAvailable", true));
    ArrayNode symbols = answer.putArray("symbols");
    for (SeriesInfo info : series) {
      ObjectNode symbol = symbol(info, status.apply(info));
      Optional<ContractTerm> term = ContractTerm.of(info.id());
      symbol
          .put("pair", info.id().pair())
          .put("contractType", ContractStatus.type(info.id(), atMs))
          .put("deliveryDate", term.map(ContractTerm::expiryMs).orElse(4133404800000L))
          .put("onboardDate", term.map(ContractTerm::onboardMs).orElse(1569398400000L))
          .put("maintMarginPercent", percent(rules.maintenanceRate()))
          .put("requiredMarginPercent", "5.0000")
          .put("marginAsset", info.quote())
          .put("pricePrecision", Json.decimals(info.tickSize()))
          .put("quantityPrecision", Json.decimals(info.lotSize()))
          .put("underlyingType", "COIN")
          .put("liquidationFee", rules.liquidationFee().toPlainString())
          .put("marketTakeBound", rules.futuresBand().toPlainString());
      symbol.putArray("orderTypes").add("LIMIT").add("MARKET");
      symbol.putArray("timeInForce").add("GTC").add("IOC").add("FOK").add("GTX");
      ArrayNode filters = filters(symbol, info);
      filters
          .addObject()
          .put("filterType", "MIN_NOTIONAL")
          .put("notional", Json.plain(info.minNotional()));
      filters
          .addObject()
          .put("filterType", "PERCENT_PRICE")
          .put("multiplierUp", BigDecimal.ONE.add(rules.futuresBand()).toPlainString())
          .put("multiplierDown", BigDecimal.ONE.subtract(rules.futuresBand()).toPlainString())
          .put("multiplierDecimal", "4");
      symbols.add(symbol);
    }
    return answer;
  }

  private static ObjectNode head(int weight, long atMs) {
    ObjectNode answer = Json.object().put("timezone", "UTC").put("serverTime", atMs);
    ArrayNode limits = answer.putArray("rateLimits");
    limits
        .addObject()
        .put("rateLimitType", "REQUEST_WEIGHT")
        .put("interval", "MINUTE")
        .put("intervalNum", 1)
        .put("limit", weight);
    answer.putArray("exchangeFilters");
    return answer;
  }

  private static ObjectNode symbol(SeriesInfo info, String status) {
    return Json.object()
        .put("symbol", info.id().symbol())
        .put("status", status)
        .put("baseAsset", info.base())
        .put("baseAssetPrecision", 8)
        .put("quoteAsset", info.quote())
        .put("quotePrecision", 8);
  }

  private static ArrayNode filters(ObjectNode symbol, SeriesInfo info) {
    ArrayNode filters = symbol.putArray("filters");
    filters
        .addObject()
        .put("filterType", "PRICE_FILTER")
        .put("minPrice", Json.plain(info.tickSize()))
        .put("maxPrice", MAX_PRICE)
        .put("tickSize", Json.plain(info.tickSize()));
    for (String type : List.of("LOT_SIZE", "MARKET_LOT_SIZE")) {
      filters
          .addObject()
          .put("filterType", type)
          .put("minQty", Json.plain(info.minQty()))
          .put("maxQty", Json.plain(info.maxQty()))
          .put("stepSize", Json.plain(info.lotSize()));
    }
    return filters;
  }

  private static String percent(BigDecimal fraction) {
    return fraction.multiply(BigDecimal.valueOf(100)).setScale(4).toPlainString();
  }
}
