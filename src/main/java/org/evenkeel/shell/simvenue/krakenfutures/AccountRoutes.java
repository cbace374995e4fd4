package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.FuturesAccount;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Json;

/** Wallet, positions, preferences, transfers and the dead man's switch. Thread-safe. */
final class AccountRoutes {

  private static final int MOST_LEVERAGE = 50;

  private final SimExchange exchange;
  private final Contracts contracts;
  private final DeadMan deadMan;
  private final Map<String, BigDecimal> leverage = new TreeMap<>();
  private final Map<String, String> profit = new TreeMap<>();

  AccountRoutes(SimExchange exchange, Contracts contracts, DeadMan deadMan) {
    this.exchange = exchange;
    this.contracts = contracts;
    this.deadMan = deadMan;
  }

  void addTo(Map<String, Route> routes) {
    String base = "/derivatives/api/v3/";
    routes.put("GET " + base + "accounts", Route.signed(2, (a, at) -> accounts(at)));
    routes.put("GET " + base + "openpositions", Route.signed(2, (a, at) -> positions(at)));
    routes.put("GET " + base + "leveragepreferences", Route.signed(2, (a, at) -> leverages()));
    routes.put("PUT " + base + "leveragepreferences", Route.signed(10, this::setLeverage));
    routes.put("GET " + base + "pnlpreferences", Route.signed(2, (a, at) -> profits()));
    routes.put("PUT " + base + "pnlpreferences", Route.signed(10, this::setProfit));
    routes.put("GET /api/auth/v1/api-keys/v3/check", Route.signed(0, (asked, at) -> checkedKey()));
    routes.put("POST " + base + "withdrawal", Route.signed(100, this::withdraw));
    routes.put("POST " + base + "cancelallordersafter", Route.signed(25, this::after));
  }

  /** A key that trades and moves money between the account's own wallets, from this host alone. */
  private static ObjectNode checkedKey() {
    ObjectNode key = Json.object().put("accountUid", "00000000-0000-4000-8000-000000000001");
    key.putObject("permissions").put("general", "FULL_ACCESS").put("transfer", "FULL_ACCESS");
    key.putArray("allowedCidrBlocks").add("127.0.0.1/32");
    return key;
  }

  private ObjectNode accounts(long atMs) {
    FuturesAccount account = exchange.futures(atMs);
    ObjectNode answer = Json.object();
    ObjectNode accounts = answer.putObject("accounts");
    accounts.putObject("cash").put("type", "cashAccount").putObject("balances");
    ObjectNode flex = accounts.putObject("flex").put("type", "multiCollateralMarginAccount");
    ObjectNode currencies = flex.putObject("currencies");
    BigDecimal equity = BigDecimal.ZERO;
    BigDecimal available = BigDecimal.ZERO;
    for (FuturesAccount.AssetMargin asset : account.assets()) {
      currencies
          .putObject(Contracts.asset(asset.asset()))
          .put("quantity", asset.walletBalance())
          .put("value", asset.walletBalance())
          .put("collateral", asset.walletBalance())
          .put("available", asset.availableBalance());
      equity = equity.add(asset.marginBalance());
      available = available.add(asset.availableBalance());
    }
    flex.put("portfolioValue", equity)
        .put("marginEquity", equity)
        .put("availableMargin", available);
    return answer;
  }

  private ObjectNode positions(long atMs) {
    ObjectNode answer = Json.object();
    ArrayNode open = answer.putArray("openPositions");
    for (FuturesAccount.PositionMargin held : exchange.futures(atMs).positions()) {
      BigDecimal quantity = held.position().qty();
      if (quantity.signum() != 0) {
        contracts
            .bySeriesSymbol(held.symbol())
            .ifPresent(
                info ->
                    open.addObject()
                        .put("symbol", Contracts.symbol(info))
                        .put("side", quantity.signum() > 0 ? "long" : "short")
                        .put("size", quantity.abs())
                        .put("price", held.position().entryPx())
                        .put("fillTime", OrderJson.time(held.position().updatedMs()))
                        .put("unrealizedPnl", held.unrealizedPnl())
                        .put("unrealizedFunding", 0)
                        .put("pnlCurrency", "USD"));
      }
    }
    return answer;
  }

  private synchronized ObjectNode leverages() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("leveragePreferences");
    leverage.forEach(
        (symbol, most) -> list.addObject().put("symbol", symbol).put("maxLeverage", most));
    return answer;
  }

  /** Without a leverage the instrument goes back to cross margin. */
  private synchronized ObjectNode setLeverage(Asked asked, long atMs) {
    String symbol = symbol(asked);
    if (asked.text("maxLeverage").isEmpty()) {
      leverage.remove(symbol);
      return Json.object();
    }
    BigDecimal most = asked.decimal("maxLeverage");
    if (most.compareTo(BigDecimal.ONE) < 0
        || most.compareTo(BigDecimal.valueOf(MOST_LEVERAGE)) > 0) {
      throw KrakenError.invalid("maxLeverage");
    }
    leverage.put(symbol, most);
    return Json.object();
  }

  private synchronized ObjectNode profits() {
    ObjectNode answer = Json.object();
    ArrayNode list = answer.putArray("preferences");
    profit.forEach(
        (symbol, coin) -> list.addObject().put("symbol", symbol).put("pnlCurrency", coin));
    return answer;
  }

  private synchronized ObjectNode setProfit(Asked asked, long atMs) {
    profit.put(symbol(asked), asked.required("pnlPreference"));
    return Json.object();
  }

  private String symbol(Asked asked) {
    return contracts
        .find(asked.required("symbol"))
        .map(Contracts::symbol)
        .orElseThrow(() -> KrakenError.invalid("symbol"));
  }

  /** To the wallet of the spot market; the cash wallet, from which it goes unless another one is named, is empty here. */
  private ObjectNode withdraw(Asked asked, long atMs) {
    String currency = asked.required("currency");
    BigDecimal amount = asked.decimal("amount");
    if (amount.signum() <= 0) {
      throw KrakenError.of("invalidAmount");
    }
    switch (asked.text("sourceWallet").orElse("cash")) {
      case "flex" -> {}
      case "cash" -> throw KrakenError.of("insufficientFunds");
      default -> throw KrakenError.invalid("sourceWallet");
    }
    long id =
        exchange
            .transfer(Contracts.ours(currency), amount.negate(), atMs)
            .orElseThrow(() -> KrakenError.of("insufficientFunds"));
    return Json.object().put("uid", Contracts.uid(Contracts.Thing.BOOKING, 0, id));
  }

  private ObjectNode after(Asked asked, long atMs) {
    long seconds = asked.whole("timeout").orElseThrow(() -> KrakenError.missing("timeout"));
    deadMan.set(seconds, atMs);
    ObjectNode answer = Json.object();
    answer
        .putObject("status")
        .put("currentTime", OrderJson.time(atMs))
        .put("triggerTime", seconds == 0 ? "0" : OrderJson.time(atMs + seconds * 1000));
    return answer;
  }
}
