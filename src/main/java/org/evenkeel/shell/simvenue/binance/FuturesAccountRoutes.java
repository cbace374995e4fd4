package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.exchange.IncomeRecord;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * Account, positions, income and settings of the USD-M futures API.
 *
 * <p>One-way positions and cross margin only: asking for the present setting gets Binance's "no need to change", asking for another is refused.
 * Thread-safe.
 */
final class FuturesAccountRoutes {

  private final SimExchange exchange;
  private final Lookup lookup;

  FuturesAccountRoutes(SimExchange exchange) {
    this.exchange = exchange;
    this.lookup = new Lookup(exchange, SeriesId.Kind.PERPETUAL);
  }

  void addTo(Map<String, Route> routes) {
    routes.put(
        "GET /fapi/v2/account",
        Route.signed(5, (r, at) -> FuturesAccountJson.accountV2(exchange.futures(at))));
    routes.put("GET /fapi/v3/account", Route.signed(5, (r, at) -> accountV3(at)));
    routes.put("GET /fapi/v2/balance", Route.signed(5, this::balance));
    routes.put("GET /fapi/v3/balance", Route.signed(5, this::balance));
    routes.put("GET /fapi/v2/positionRisk", Route.signed(5, this::positionsV2));
    routes.put("GET /fapi/v3/positionRisk", Route.signed(5, this::positionsV3));
    routes.put("GET /fapi/v1/income", Route.signed(30, this::income));
    routes.put("POST /fapi/v1/leverage", Route.signed(1, this::leverage));
    routes.put("GET /fapi/v1/leverageBracket", Route.signed(1, this::brackets));
    routes.put("POST /fapi/v1/marginType", Route.signed(1, this::marginType));
    routes.put(
        "GET /fapi/v1/positionSide/dual",
        Route.signed(30, (r, at) -> Json.object().put("dualSidePosition", false)));
    routes.put("POST /fapi/v1/positionSide/dual", Route.signed(1, this::positionSide));
    routes.put(
        "GET /fapi/v1/multiAssetsMargin",
        Route.signed(30, (r, at) -> Json.object().put("multiAssetsMargin", false)));
    routes.put("GET /fapi/v1/accountConfig", Route.signed(5, this::accountConfig));
    routes.put("GET /fapi/v1/symbolConfig", Route.signed(5, this::symbolConfig));
    routes.put("GET /fapi/v1/commissionRate", Route.signed(20, this::commission));
  }

  private JsonNode accountV3(long atMs) {
    return FuturesAccountJson.accountV3(exchange.futures(atMs), inUse(exchange.futures(atMs)));
  }

  private JsonNode balance(ApiRequest request, long atMs) {
    return FuturesAccountJson.balance(exchange.futures(atMs));
  }

  private JsonNode positionsV2(ApiRequest request, long atMs) {
    return positions(request, exchange.futures(atMs), false);
  }

  private JsonNode positionsV3(ApiRequest request, long atMs) {
    return positions(request, exchange.futures(atMs), true);
  }

  private JsonNode positions(ApiRequest request, FuturesAccount account, boolean onlyInUse) {
    List<String> wanted = lookup.named(request).stream().map(i -> i.id().symbol()).toList();
    Set<String> inUse = inUse(account);
    ArrayNode answer = Json.array();
    account.positions().stream()
        .filter(p -> wanted.contains(p.symbol()) && (!onlyInUse || inUse.contains(p.symbol())))
        .forEach(
            p ->
                answer.add(
                    FuturesAccountJson.positionRisk(
                        p, account, exchange.tiers(lookup.info(SeriesId.contract(p.symbol()))))));
    return answer;
  }

  private Set<String> inUse(FuturesAccount account) {
    Set<String> ordered =
        exchange.openContractOrders().stream()
            .map(o -> o.series().symbol())
            .collect(Collectors.toSet());
    return account.positions().stream()
        .filter(p -> p.position().qty().signum() != 0 || ordered.contains(p.symbol()))
        .map(PositionMargin::symbol)
        .collect(Collectors.toSet());
  }

  private JsonNode income(ApiRequest request, long atMs) {
    int limit = request.limit(100, 1000);
    TradeWindow window = TradeWindow.futures(request, atMs);
    List<IncomeRecord> wanted =
        exchange.income().stream()
            .filter(r -> request.text("incomeType").map(word(r)::equals).orElse(true))
            .filter(r -> request.text("symbol").map(r.symbol()::equals).orElse(true))
            .toList();
    ArrayNode answer = Json.array();
    for (IncomeRecord r : window.page(wanted, IncomeRecord::timeMs, limit)) {
      answer
          .addObject()
          .put("symbol", r.symbol())
          .put("incomeType", word(r))
          .put("income", Json.fixed8(r.amount()))
          .put("asset", r.asset())
          .put("info", word(r))
          .put("time", r.timeMs())
          .put("tranId", r.tranId())
          .put("tradeId", r.tradeId() == 0 ? "" : Long.toString(r.tradeId()));
    }
    return answer;
  }

  /** The venue's word for a kind of income, spelled as the venue does. */
  private static String word(IncomeRecord income) {
    return switch (income.type()) {
      case DELIVERY -> "DELIVERED_SETTELMENT";
      case TRANSFER, REALIZED_PNL, FUNDING_FEE, COMMISSION, INSURANCE_CLEAR -> income.type().name();
    };
  }

  private JsonNode leverage(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    long wanted = request.whole("leverage").orElseThrow(() -> ApiError.missing("leverage"));
    int leverage =
        exchange
            .setLeverage(info.id().symbol(), (int) Math.min(wanted, Integer.MAX_VALUE), atMs)
            .orElseThrow(() -> ApiError.of(-4028, "Leverage " + wanted + " is not valid"));
    return Json.object()
        .put("symbol", info.id().symbol())
        .put("leverage", leverage)
        .put("maxNotionalValue", exchange.tiers(info).mostAt(leverage).toPlainString());
  }

  private JsonNode brackets(ApiRequest request, long atMs) {
    ArrayNode answer = Json.array();
    for (SeriesInfo info : lookup.named(request)) {
      ArrayNode brackets =
          answer.addObject().put("symbol", info.id().symbol()).putArray("brackets");
      for (MarginTiers.Tier tier : exchange.tiers(info).tiers()) {
        brackets
            .addObject()
            .put("bracket", tier.number())
            .put("initialLeverage", tier.maxLeverage())
            .put("notionalCap", tier.cap().longValueExact())
            .put("notionalFloor", tier.floor().longValueExact())
            .put("maintMarginRatio", tier.rate())
            .put("cum", tier.amount());
      }
    }
    return answer;
  }

  private JsonNode marginType(ApiRequest request, long atMs) {
    lookup.one(request);
    boolean same = Set.of("CROSSED", "CROSS").contains(request.required("marginType"));
    throw same
        ? ApiError.of(-4046, "No need to change margin type.")
        : ApiError.of(-4067, "Position side cannot be changed if there exists open orders.");
  }

  private JsonNode positionSide(ApiRequest request, long atMs) {
    throw request.required("dualSidePosition").equals("false")
        ? ApiError.of(-4059, "No need to change position side.")
        : ApiError.of(-4068, "Position side cannot be changed if there exists position.");
  }

  private JsonNode accountConfig(ApiRequest request, long atMs) {
    return Json.object()
        .put("feeTier", 0)
        .put("canTrade", true)
        .put("canDeposit", true)
        .put("canWithdraw", false)
        .put("dualSidePosition", false)
        .put("updateTime", 0)
        .put("multiAssetsMargin", false)
        .put("tradeGroupId", -1);
  }

  private JsonNode symbolConfig(ApiRequest request, long atMs) {
    List<String> wanted = lookup.named(request).stream().map(i -> i.id().symbol()).toList();
    ArrayNode answer = Json.array();
    for (PositionMargin p : exchange.futures(atMs).positions()) {
      if (wanted.contains(p.symbol())) {
        answer
            .addObject()
            .put("symbol", p.symbol())
            .put("marginType", "CROSSED")
            .put("isAutoAddMargin", false)
            .put("leverage", p.leverage())
            .put("maxNotionalValue", "1000000000");
      }
    }
    return answer;
  }

  private JsonNode commission(ApiRequest request, long atMs) {
    ObjectNode answer = Json.object().put("symbol", lookup.one(request).id().symbol());
    return answer
        .put("makerCommissionRate", Json.plain(exchange.rules().futuresMaker()))
        .put("takerCommissionRate", Json.plain(exchange.rules().futuresTaker()));
  }
}
