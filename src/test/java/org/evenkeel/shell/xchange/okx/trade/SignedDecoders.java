package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.evenkeel.shell.xchange.okx.PublicDecoders;

/** What the adapter makes of signed answers, by method and path; each decoder throws if it makes nothing of one. */
public final class SignedDecoders {

  private static final Wallet WALLET = Wallet.unified(OkxRig.OKX);

  private SignedDecoders() {}

  public static SortedMap<String, Function<JsonNode, Object>> all() {
    SortedMap<String, Function<JsonNode, Object>> all = new TreeMap<>();
    all.put("POST /api/v5/trade/order", SignedDecoders::acknowledged);
    all.put("POST /api/v5/trade/cancel-order", SignedDecoders::acknowledged);
    all.put(
        "GET /api/v5/trade/order",
        json -> OkxOrderReader.anyones(PublicDecoders.symbolOf(json), OkxFields.row(json)));
    all.put("GET /api/v5/trade/orders-pending", SignedDecoders::orders);
    all.put("GET /api/v5/trade/orders-history", SignedDecoders::orders);
    all.put("GET /api/v5/trade/orders-history-archive", SignedDecoders::orders);
    all.put("GET /api/v5/trade/fills", SignedDecoders::fills);
    all.put("GET /api/v5/trade/fills-history", SignedDecoders::fills);
    all.put("POST /api/v5/trade/cancel-all-after", json -> OkxCountdown.isSet(json, 60));
    all.put("GET /api/v5/account/balance", json -> OkxAccountReader.balances(json, WALLET));
    all.put("GET /api/v5/account/positions", OkxAccountReader::positions);
    all.put("GET /api/v5/account/config", OkxAccountMode::configuration);
    all.put(
        "GET /api/v5/account/leverage-info",
        json -> OkxSetup.leverage(PublicDecoders.symbolOf(json), json));
    all.put(
        "POST /api/v5/account/set-leverage",
        json -> OkxSetup.leverage(PublicDecoders.symbolOf(json), json));
    all.put("GET /api/v5/account/bills", SignedDecoders::bills);
    all.put("GET /api/v5/account/bills-archive", SignedDecoders::bills);
    return all;
  }

  private static Object acknowledged(JsonNode json) {
    String id = JsonFields.text(OkxFields.row(json), "clOrdId");
    return OkxOrderReader.acknowledged(ClientOrderId.of(id), json);
  }

  private static Object orders(JsonNode json) {
    OkxSymbol symbol = PublicDecoders.symbolOf(json);
    return OkxOrderArchive.descending(symbol, null, json).stream()
        .map(row -> OkxOrderReader.anyones(symbol, row))
        .toList();
  }

  private static Object fills(JsonNode json) {
    OkxSymbol symbol = PublicDecoders.symbolOf(json);
    List<Object> fills = new ArrayList<>();
    for (JsonNode row : OkxFields.rows(json)) {
      fills.add(List.of(OkxPages.billId(row), OkxFillPages.fill(symbol, row)));
    }
    return fills;
  }

  /** As in the product: a transfer is a flow, a bill that comes with a fill is left out, all else is income. */
  private static Object bills(JsonNode json) {
    List<Object> found = new ArrayList<>();
    for (JsonNode row : OkxFields.rows(json)) {
      if ("1".equals(row.path("type").asText())) {
        found.add(OkxBills.flow(row, WALLET));
      } else if (!OkxBills.comesOtherwise(row)) {
        found.add(OkxBills.income(row, WALLET));
      }
    }
    return found;
  }
}
