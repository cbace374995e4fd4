package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The spot account, key permissions and transfers between the wallets.
 *
 * <p>The key may read and trade and never withdraw, as a bot's key should.
 * Thread-safe.
 */
final class WalletRoutes {

  private final SimExchange exchange;
  private final BooleanSupplier underMaintenance;

  WalletRoutes(SimExchange exchange, BooleanSupplier underMaintenance) {
    this.exchange = exchange;
    this.underMaintenance = underMaintenance;
  }

  void addTo(Map<String, Route> routes) {
    routes.put("GET /api/v3/account", Route.signed(20, this::account));
    routes.put("GET /sapi/v1/asset/assetDetail", Route.signed(1, this::assetDetail));
    routes.put("GET /sapi/v1/account/apiRestrictions", Route.signed(1, this::restrictions));
    routes.put("GET /sapi/v1/spot/delist-schedule", Route.signed(100, (r, at) -> Json.array()));
    routes.put("POST /sapi/v1/asset/transfer", Route.signed(1, this::transfer));
    new FlowRoutes(exchange).addTo(routes);
    routes.put("GET /sapi/v1/system/status", Route.open(1, (r, at) -> status()));
  }

  private JsonNode status() {
    return underMaintenance.getAsBoolean()
        ? Json.object().put("status", 1).put("msg", "system_maintenance")
        : Json.object().put("status", 0).put("msg", "normal");
  }

  private JsonNode account(ApiRequest request, long atMs) {
    String maker = Json.fixed8(exchange.rules().spotMaker());
    String taker = Json.fixed8(exchange.rules().spotTaker());
    ObjectNode answer =
        Json.object()
            .put("makerCommission", basisPoints(exchange.rules().spotMaker()))
            .put("takerCommission", basisPoints(exchange.rules().spotTaker()))
            .put("buyerCommission", 0)
            .put("sellerCommission", 0);
    answer
        .putObject("commissionRates")
        .put("maker", maker)
        .put("taker", taker)
        .put("buyer", "0.00000000")
        .put("seller", "0.00000000");
    answer
        .put("canTrade", true)
        .put("canWithdraw", false)
        .put("canDeposit", true)
        .put("brokered", false)
        .put("requireSelfTradePrevention", false)
        .put("preventSor", false)
        .put("updateTime", atMs)
        .put("accountType", "SPOT");
    ArrayNode balances = answer.putArray("balances");
    for (SpotBalance b : exchange.spotBalances()) {
      balances
          .addObject()
          .put("asset", b.asset())
          .put("free", Json.fixed8(b.free()))
          .put("locked", Json.fixed8(b.locked()));
    }
    answer.putArray("permissions").add("SPOT");
    return answer.put("uid", 1);
  }

  private static int basisPoints(BigDecimal fraction) {
    return fraction.movePointRight(4).intValue();
  }

  private JsonNode assetDetail(ApiRequest request, long atMs) {
    TreeSet<String> assets = new TreeSet<>();
    for (SeriesInfo info : exchange.series()) {
      assets.add(info.base());
      assets.add(info.quote());
    }
    ObjectNode answer = Json.object();
    for (String asset : assets) {
      answer
          .putObject(asset)
          .put("minWithdrawAmount", "0")
          .put("depositStatus", false)
          .put("withdrawFee", 0)
          .put("withdrawStatus", false);
    }
    return answer;
  }

  private JsonNode restrictions(ApiRequest request, long atMs) {
    return Json.object()
        .put("ipRestrict", true)
        .put("createTime", 1_600_000_000_000L)
        .put("enableReading", true)
        .put("enableSpotAndMarginTrading", true)
        .put("enableFutures", true)
        .put("enableWithdrawals", false)
        .put("enableInternalTransfer", false)
        .put("permitsUniversalTransfer", true)
        .put("enableMargin", false)
        .put("enableVanillaOptions", false)
        .put("enablePortfolioMarginTrading", false);
  }

  private JsonNode transfer(ApiRequest request, long atMs) {
    String asset = request.required("asset");
    BigDecimal amount = request.decimal("amount").orElseThrow(() -> ApiError.missing("amount"));
    BigDecimal toFutures =
        switch (request.required("type")) {
          case "MAIN_UMFUTURE" -> amount;
          case "UMFUTURE_MAIN" -> amount.negate();
          default -> throw ApiError.of(-1102, "Mandatory parameter 'type' was malformed.");
        };
    if (amount.signum() <= 0) {
      throw ApiError.of(
          -1102, "Mandatory parameter 'amount' was not sent, was empty/null, or malformed.");
    }
    return exchange
        .transfer(asset, toFutures, atMs)
        .map(id -> (JsonNode) Json.object().put("tranId", id))
        .orElseThrow(() -> ApiError.of(-5013, "Asset transfer failed: insufficient balance"));
  }
}
