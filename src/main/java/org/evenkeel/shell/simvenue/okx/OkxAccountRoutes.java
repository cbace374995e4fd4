package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SpotBalance;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.okx.OkxInstruments.Listed;

/** Configuration, balances, positions and leverage of the trading account. Thread-safe. */
final class OkxAccountRoutes {

  private final SimExchange exchange;
  private final OkxInstruments instruments;
  private final OkxManner manner;

  OkxAccountRoutes(SimExchange exchange, OkxInstruments instruments, OkxManner manner) {
    this.exchange = exchange;
    this.instruments = instruments;
    this.manner = manner;
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put("GET /api/v5/account/config", OkxRoute.signed(5, this::configuration));
    routes.put("GET /api/v5/account/balance", OkxRoute.signed(10, this::balance));
    routes.put("GET /api/v5/account/positions", OkxRoute.signed(10, this::positions));
    routes.put("GET /api/v5/account/leverage-info", OkxRoute.signed(20, this::leverage));
    routes.put("POST /api/v5/account/set-leverage", OkxRoute.signed(20, this::setLeverage));
  }

  private ArrayNode configuration(OkxRequest request, long atMs) {
    ArrayNode rows = Json.array();
    rows.addObject()
        .put("uid", "1")
        .put("mainUid", "1")
        .put("acctLv", manner.accountLevel())
        .put("posMode", manner.positionMode())
        .put("autoLoan", false)
        .put("perm", "read_only,trade")
        .put("ip", "127.0.0.1")
        .put("label", "simulated");
    return rows;
  }

  private ArrayNode balance(OkxRequest request, long atMs) {
    Map<String, BigDecimal> locked = new TreeMap<>();
    for (SpotBalance b : exchange.spotBalances()) {
      locked.put(b.asset(), b.locked());
    }
    ObjectNode account =
        Json.object().put("uTime", Long.toString(atMs)).put("adjEq", "").put("totalEq", "");
    ArrayNode details = account.putArray("details");
    for (AssetMargin asset : exchange.futures(atMs).assets()) {
      BigDecimal frozen =
          asset
              .positionInitialMargin()
              .add(asset.orderInitialMargin())
              .add(locked.getOrDefault(asset.asset(), BigDecimal.ZERO));
      BigDecimal available = asset.marginBalance().subtract(frozen).max(BigDecimal.ZERO);
      details
          .addObject()
          .put("ccy", asset.asset())
          .put("cashBal", Json.plain(asset.walletBalance()))
          .put("eq", Json.plain(asset.marginBalance()))
          .put("availBal", Json.plain(available))
          .put("availEq", Json.plain(available))
          .put("frozenBal", Json.plain(frozen))
          .put("upl", Json.plain(asset.unrealizedPnl()))
          .put("liab", "")
          .put("uTime", Long.toString(atMs));
    }
    return Json.array().add(account);
  }

  private ArrayNode positions(OkxRequest request, long atMs) {
    FuturesAccount account = exchange.futures(atMs);
    ArrayNode rows = Json.array();
    for (PositionMargin p : account.positions()) {
      if (p.position().qty().signum() == 0) {
        continue;
      }
      Listed listed = instruments.of(SeriesId.contract(p.symbol()));
      rows.addObject()
          .put("instType", listed.instType())
          .put("instId", listed.instId())
          .put("mgnMode", "cross")
          .put("posId", Integer.toString(listed.number()))
          .put("posSide", "net")
          .put("pos", Json.plain(listed.size(p.position().qty())))
          .put("ccy", p.asset())
          .put("avgPx", Json.plain(p.position().entryPx()))
          .put("markPx", Json.plain(p.mark()))
          .put("upl", Json.plain(p.unrealizedPnl()))
          .put("lever", Integer.toString(p.leverage()))
          .put("imr", Json.plain(p.initialMargin()))
          .put("mmr", Json.plain(p.maintenanceMargin()))
          .put("notionalUsd", Json.plain(dollars(listed, p).abs()))
          .put("adl", "1")
          .put("uTime", Long.toString(p.position().updatedMs()));
    }
    return rows;
  }

  /** The margin figures count in the currency that the contract settles in; an inverse position's quantity is dollars. */
  private static BigDecimal dollars(Listed listed, PositionMargin position) {
    return listed.isInverse() ? position.position().qty() : position.notional();
  }

  private ArrayNode leverage(OkxRequest request, long atMs) {
    Listed listed = contract(request);
    requireCross(request);
    int lever = exchange.leverage(listed.info().id().symbol());
    return Json.array().add(leverage(listed, lever));
  }

  private ArrayNode setLeverage(OkxRequest request, long atMs) {
    Listed listed = contract(request);
    requireCross(request);
    long wanted = request.whole("lever").orElseThrow(() -> OkxError.missing("lever"));
    int lever = (int) Math.min(wanted, Integer.MAX_VALUE);
    return exchange
        .setLeverage(listed.info().id().symbol(), lever, atMs)
        .map(set -> Json.array().add(leverage(listed, set)))
        .orElseThrow(
            () -> OkxError.of("59102", "Leverage exceeds the maximum limit. Please lower it."));
  }

  private static ObjectNode leverage(Listed listed, int lever) {
    return Json.object()
        .put("instId", listed.instId())
        .put("mgnMode", "cross")
        .put("posSide", "net")
        .put("lever", Integer.toString(lever));
  }

  private Listed contract(OkxRequest request) {
    Listed listed = instruments.asked(request);
    if (!listed.isContract()) {
      throw OkxError.parameter("instId");
    }
    return listed;
  }

  private static void requireCross(OkxRequest request) {
    if (!request.required("mgnMode").equals("cross")) {
      throw OkxError.parameter("mgnMode");
    }
  }
}
