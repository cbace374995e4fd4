package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Set;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.AssetMargin;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount.PositionMargin;
import org.evenkeel.shell.simvenue.exchange.MarginTiers;
import org.evenkeel.shell.simvenue.http.Json;

/** Renders the futures wallet in the second and third version of Binance's account answers. */
final class FuturesAccountJson {

  private static final String ZERO = "0.00000000";
  private static final String MAX_NOTIONAL = "1000000000";

  private FuturesAccountJson() {}

  static ObjectNode accountV2(FuturesAccount account) {
    ObjectNode answer =
        Json.object()
            .put("feeTier", 0)
            .put("canTrade", true)
            .put("canDeposit", true)
            .put("canWithdraw", false)
            .put("updateTime", 0)
            .put("multiAssetsMargin", false)
            .put("tradeGroupId", -1);
    totals(answer, account);
    ArrayNode positions = answer.putArray("positions");
    for (PositionMargin p : account.positions()) {
      positions.add(
          positionCore(p)
              .put("positionInitialMargin", Json.fixed8(p.initialMargin()))
              .put("openOrderInitialMargin", ZERO)
              .put("leverage", Integer.toString(p.leverage()))
              .put("isolated", false)
              .put("entryPrice", Json.plain(p.position().entryPx()))
              .put("breakEvenPrice", Json.plain(p.position().entryPx()))
              .put("maxNotional", MAX_NOTIONAL)
              .put("bidNotional", "0")
              .put("askNotional", "0"));
    }
    return answer;
  }

  static ObjectNode accountV3(FuturesAccount account, Set<String> inUse) {
    ObjectNode answer = Json.object();
    totals(answer, account);
    ArrayNode positions = answer.putArray("positions");
    account.positions().stream()
        .filter(p -> inUse.contains(p.symbol()))
        .forEach(p -> positions.add(positionCore(p)));
    return answer;
  }

  private static void totals(ObjectNode answer, FuturesAccount account) {
    BigDecimal wallet = BigDecimal.ZERO;
    BigDecimal unrealized = BigDecimal.ZERO;
    BigDecimal positionMargin = BigDecimal.ZERO;
    BigDecimal orderMargin = BigDecimal.ZERO;
    BigDecimal maintenance = BigDecimal.ZERO;
    BigDecimal available = BigDecimal.ZERO;
    for (AssetMargin a : account.assets()) {
      wallet = wallet.add(a.walletBalance());
      unrealized = unrealized.add(a.unrealizedPnl());
      positionMargin = positionMargin.add(a.positionInitialMargin());
      orderMargin = orderMargin.add(a.orderInitialMargin());
      maintenance = maintenance.add(a.maintenanceMargin());
      available = available.add(a.availableBalance());
    }
    answer
        .put("totalInitialMargin", Json.fixed8(positionMargin.add(orderMargin)))
        .put("totalMaintMargin", Json.fixed8(maintenance))
        .put("totalWalletBalance", Json.fixed8(wallet))
        .put("totalUnrealizedProfit", Json.fixed8(unrealized))
        .put("totalMarginBalance", Json.fixed8(wallet.add(unrealized)))
        .put("totalPositionInitialMargin", Json.fixed8(positionMargin))
        .put("totalOpenOrderInitialMargin", Json.fixed8(orderMargin))
        .put("totalCrossWalletBalance", Json.fixed8(wallet))
        .put("totalCrossUnPnl", Json.fixed8(unrealized))
        .put("availableBalance", Json.fixed8(available))
        .put("maxWithdrawAmount", Json.fixed8(available));
    ArrayNode assets = answer.putArray("assets");
    account.assets().forEach(a -> assets.add(asset(a, account.atMs())));
  }

  private static ObjectNode asset(AssetMargin a, long atMs) {
    BigDecimal initial = a.positionInitialMargin().add(a.orderInitialMargin());
    return Json.object()
        .put("asset", a.asset())
        .put("walletBalance", Json.fixed8(a.walletBalance()))
        .put("unrealizedProfit", Json.fixed8(a.unrealizedPnl()))
        .put("marginBalance", Json.fixed8(a.marginBalance()))
        .put("maintMargin", Json.fixed8(a.maintenanceMargin()))
        .put("initialMargin", Json.fixed8(initial))
        .put("positionInitialMargin", Json.fixed8(a.positionInitialMargin()))
        .put("openOrderInitialMargin", Json.fixed8(a.orderInitialMargin()))
        .put("crossWalletBalance", Json.fixed8(a.walletBalance()))
        .put("crossUnPnl", Json.fixed8(a.unrealizedPnl()))
        .put("availableBalance", Json.fixed8(a.availableBalance()))
        .put("maxWithdrawAmount", Json.fixed8(a.availableBalance()))
        .put("marginAvailable", true)
        .put("updateTime", atMs);
  }

  private static ObjectNode positionCore(PositionMargin p) {
    return Json.object()
        .put("symbol", p.symbol())
        .put("positionSide", "BOTH")
        .put("positionAmt", Json.plain(p.position().qty()))
        .put("unrealizedProfit", Json.fixed8(p.unrealizedPnl()))
        .put("isolatedMargin", ZERO)
        .put("notional", Json.plain(p.notional()))
        .put("isolatedWallet", "0")
        .put("initialMargin", Json.fixed8(p.initialMargin()))
        .put("maintMargin", Json.fixed8(p.maintenanceMargin()))
        .put("updateTime", p.position().updatedMs());
  }

  static ArrayNode balance(FuturesAccount account) {
    ArrayNode answer = Json.array();
    for (AssetMargin a : account.assets()) {
      answer
          .addObject()
          .put("accountAlias", "simulated")
          .put("asset", a.asset())
          .put("balance", Json.fixed8(a.walletBalance()))
          .put("crossWalletBalance", Json.fixed8(a.walletBalance()))
          .put("crossUnPnl", Json.fixed8(a.unrealizedPnl()))
          .put("availableBalance", Json.fixed8(a.availableBalance()))
          .put("maxWithdrawAmount", Json.fixed8(a.availableBalance()))
          .put("marginAvailable", true)
          .put("updateTime", account.atMs());
    }
    return answer;
  }

  static ObjectNode positionRisk(PositionMargin p, FuturesAccount account, MarginTiers tiers) {
    return Json.object()
        .put("symbol", p.symbol())
        .put("positionSide", "BOTH")
        .put("positionAmt", Json.plain(p.position().qty()))
        .put("entryPrice", Json.plain(p.position().entryPx()))
        .put("breakEvenPrice", Json.plain(p.position().entryPx()))
        .put("markPrice", Json.fixed8(p.mark()))
        .put("unRealizedProfit", Json.fixed8(p.unrealizedPnl()))
        .put("liquidationPrice", Json.plain(liquidationPrice(p, account, tiers)))
        .put("leverage", Integer.toString(p.leverage()))
        .put("maxNotionalValue", MAX_NOTIONAL)
        .put("marginType", "cross")
        .put("isolatedMargin", ZERO)
        .put("isAutoAddMargin", "false")
        .put("isolated", false)
        .put("notional", Json.plain(p.notional()))
        .put("isolatedWallet", "0")
        .put("initialMargin", Json.fixed8(p.initialMargin()))
        .put("maintMargin", Json.fixed8(p.maintenanceMargin()))
        .put("marginAsset", p.asset())
        .put("updateTime", p.position().updatedMs());
  }

  /** Returns the mark at which the account would be liquidated if only this contract moved, within its present bracket. */
  private static BigDecimal liquidationPrice(
      PositionMargin p, FuturesAccount account, MarginTiers tiers) {
    BigDecimal qty = p.position().qty();
    if (qty.signum() == 0) {
      return BigDecimal.ZERO;
    }
    AssetMargin asset = account.asset(p.asset());
    BigDecimal buffer = asset.marginBalance().subtract(asset.maintenanceMargin());
    BigDecimal perUnit = qty.subtract(qty.abs().multiply(tiers.tier(p.notional()).rate()));
    return p.mark()
        .subtract(buffer.divide(perUnit, 8, RoundingMode.HALF_EVEN))
        .max(BigDecimal.ZERO);
  }
}
