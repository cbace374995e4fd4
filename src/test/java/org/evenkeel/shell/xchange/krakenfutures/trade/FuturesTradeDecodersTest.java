package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.Income;
import org.evenkeel.recorded.Decoders;
import org.evenkeel.shell.config.secret.Secret;
import org.evenkeel.shell.xchange.kraken.trade.KrakenKeys;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesRefusals;
import org.junit.jupiter.api.Test;

class FuturesTradeDecodersTest {

  private static final FuturesSymbol SYMBOL =
      FuturesSymbol.of(InstrumentId.of("BTC-USD-PERP@krakenfutures"));
  private static final ClientOrderId ID = ClientOrderId.of("ek4f7q0k3v9x2m1c8z");
  private static final Wallet WALLET = Wallet.futures(FuturesAt.VENUE);
  private static final KrakenFuturesRefusals NO = new KrakenFuturesRefusals();

  static final String ORDER =
      """
      {"orderId":"61ca5732-3478-42fe-8362-abbfd9465294","cliOrdId":"ek4f7q0k3v9x2m1c8z",
       "type":"ioc","symbol":"PF_XBTUSD","side":"buy","quantity":0.010,"filled":0,
       "limitPrice":20000.5,"reduceOnly":false,"timestamp":"2026-02-27T17:17:33.888Z",
       "lastUpdateTimestamp":"2026-02-27T17:17:33.888Z"}""";

  static final String ACK =
      """
      {"result":"success","serverTime":"2026-02-27T17:17:33.888Z","sendStatus":{
       "order_id":"61ca5732-3478-42fe-8362-abbfd9465294","status":"placed",
       "cliOrdId":"ek4f7q0k3v9x2m1c8z","receivedTime":"2026-02-27T17:17:33.888Z",
       "orderEvents":[{"type":"EXECUTION","executionId":"e1ec9f63-2338-4c44-b40a-43486c6732d7",
        "price":20000,"amount":0.010,"orderPriorEdit":null,"takerReducedQuantity":null,
        "orderPriorExecution":%s}]}}"""
          .formatted(ORDER);

  static final String FILL =
      """
      {"fill_id":"e1ec9f63-2338-4c44-b40a-43486c6732d7","symbol":"PF_XBTUSD","side":"buy",
       "order_id":"61ca5732-3478-42fe-8362-abbfd9465294","size":0.010,"price":20000,
       "fillTime":"2026-02-27T17:17:33.888Z","fillType":"taker"}""";

  static final String LOG =
      """
      {"id":7,"date":"2026-02-27T17:17:33.888Z","info":"futures trade","asset":"usd",
       "contract":"pf_xbtusd","execution":"e1ec9f63-2338-4c44-b40a-43486c6732d7",
       "margin_account":"flex","old_balance":1000,"new_balance":999.8,"fee":0.1,
       "realized_pnl":0,"realized_funding":-0.1,"liquidation_fee":null}""";

  @Test
  void acknowledgments() {
    Decoders.fuzz(
        "acknowledgment", NO, ACK, json -> FuturesOrderReader.acknowledged(SYMBOL, ID, json));
  }

  @Test
  void states() {
    Decoders.fuzz(
        "state",
        NO,
        "{\"result\":\"success\",\"orders\":[{\"order\":"
            + ORDER
            + ",\"status\":\"FULLY_EXECUTED\",\"updateReason\":\"FULL_FILL\",\"error\":null}]}",
        json -> FuturesOrderReader.state(SYMBOL, ID, json));
  }

  @Test
  void open_orders() {
    Decoders.fuzz(
        "open order",
        NO,
        """
        {"order_id":"59302619-41d2-4f0b-941f-7e7914760ad3","symbol":"PF_XBTUSD","side":"sell",
         "orderType":"lmt","limitPrice":10640,"unfilledSize":304,"filledSize":0,
         "receivedTime":"2026-02-27T17:01:17.410Z","status":"untouched","reduceOnly":true,
         "lastUpdateTime":"2026-02-27T17:01:17.410Z"}""",
        json -> FuturesOrderReader.open(SYMBOL, json));
  }

  @Test
  void history() {
    Decoders.fuzz(
        "history",
        NO,
        """
        {"uid":"61ca5732-3478-42fe-8362-abbfd9465294","tradeable":"PF_XBTUSD","direction":"Buy",
         "quantity":"0.01","filled":"0.01","timestamp":1790000000000,"limitPrice":"20000.5",
         "orderType":"IoC","clientId":"ek4f7q0k3v9x2m1c8z","reduceOnly":false,
         "lastUpdateTimestamp":1790000000000}""",
        json ->
            FuturesOrderReader.historical(
                SYMBOL,
                ID,
                json,
                new FuturesOrderReader.Progress(
                    new BigDecimal("0.01"),
                    new BigDecimal("200"),
                    VenueOrder.Status.FILLED,
                    FuturesOrderReader.life(json, "orderType"))));
  }

  @Test
  void fills_and_what_they_cost() {
    AccountLog.Entry cost = AccountLog.entry(7, Decoders.json(LOG));
    Decoders.fuzz(
        "fill",
        NO,
        FILL,
        json -> FuturesFillPages.fill(SYMBOL, json, Map.of(cost.execution(), cost)));
    Decoders.fuzz(
        "log",
        NO,
        LOG,
        json -> {
          List<Income> income = new ArrayList<>();
          FuturesMovements.addIncome(income, AccountLog.entry(7, json), WALLET);
          return income;
        });
  }

  @Test
  void rights_of_a_key() {
    var link = FuturesAt.link(URI.create("http://127.0.0.1:1"));
    var calls =
        new FuturesCalls(
            link, new KrakenKeys(Secret.of(FuturesAt.KEY), Secret.of(FuturesAt.SECRET)));
    Decoders.fuzz(
        "key",
        NO,
        """
        {"accountUid":"3fa85f64-5717-4562-b3fc-2c963f66afa6",
         "permissions":{"general":"FULL_ACCESS","transfer":"NO_ACCESS"},
         "allowedCidrBlocks":["203.0.113.0/24"]}""",
        json -> new FuturesKeyRights(link, calls).report(json));
  }

  @Test
  void wallets_and_positions() {
    Decoders.fuzz(
        "wallet",
        NO,
        """
        {"result":"success","accounts":{"cash":{"type":"cashAccount","balances":{"xbt":1.5}},
         "flex":{"type":"multiCollateralMarginAccount","currencies":{
          "XBT":{"quantity":0.11,"value":4998.7,"available":0.11},
          "USD":{"quantity":5000,"value":5000,"available":5000}}}}}""",
        json -> FuturesAccountReader.balances(json, WALLET));
    Decoders.fuzz(
        "positions",
        NO,
        """
        {"result":"success","openPositions":[{"side":"short","symbol":"PF_XBTUSD","price":9392.75,
         "fillTime":"2026-02-27T14:39:12.376Z","size":0.5,"unrealizedPnl":-3.5}],
         "serverTime":"%s"}"""
            .formatted(Instant.EPOCH),
        json -> FuturesAccountReader.positions(json, "krakenfutures"));
  }
}
