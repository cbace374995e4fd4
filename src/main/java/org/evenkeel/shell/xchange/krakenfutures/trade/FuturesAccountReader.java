package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.data.Balance;
import org.evenkeel.core.data.VenuePosition;
import org.evenkeel.core.data.Wallet;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Balances of the multi-collateral wallet, and positions.
 *
 * <p>The holding wallet and single-collateral margin accounts back no linear contract and are left out.
 * A position that cannot be named, such as one in an inverse contract, makes the whole answer unreadable: leaving it out
 * would understate what is held.
 */
final class FuturesAccountReader {

  private FuturesAccountReader() {}

  /** Currencies under capital letters; what Kraken calls XBT is BTC. */
  static List<Balance> balances(JsonNode json, Wallet into) {
    JsonNode wallet = json.path("accounts").path("flex");
    if (!JsonFields.text(wallet, "type").equals("multiCollateralMarginAccount")) {
      throw new UnreadableReply("the account has no multi-collateral wallet");
    }
    if (!wallet.path("currencies").isObject()) {
      throw new UnreadableReply("the list 'currencies' is missing");
    }
    List<Balance> balances = new ArrayList<>();
    for (Map.Entry<String, JsonNode> entry : wallet.path("currencies").properties()) {
      BigDecimal quantity = JsonFields.decimal(entry.getValue(), "quantity");
      BigDecimal available = JsonFields.decimal(entry.getValue(), "available");
      if (quantity.signum() != 0) {
        balances.add(
            new Balance(into, FuturesSymbol.currency(entry.getKey()), quantity, available));
      }
    }
    return List.copyOf(balances);
  }

  static List<VenuePosition> positions(JsonNode json, String venue) {
    List<VenuePosition> positions = new ArrayList<>();
    for (JsonNode row : JsonFields.array(json, "openPositions")) {
      BigDecimal size = JsonFields.decimal(row, "size");
      if (size.signum() != 0) {
        positions.add(position(row, size, venue));
      }
    }
    return List.copyOf(positions);
  }

  private static VenuePosition position(JsonNode row, BigDecimal size, String venue) {
    String symbol = JsonFields.text(row, "symbol");
    InstrumentId name =
        FuturesSymbol.nameOf(symbol, venue)
            .orElseThrow(
                () ->
                    new UnreadableReply(
                        "a position is held in " + symbol + ", which is no linear contract"));
    BigDecimal quantity =
        switch (JsonFields.text(row, "side")) {
          case "long" -> size.abs();
          case "short" -> size.abs().negate();
          default -> throw new UnreadableReply("no side of a position is called so");
        };
    return new VenuePosition(
        name,
        Contracts.of(quantity),
        JsonFields.decimal(row, "price"),
        JsonFields.decimal(row, "unrealizedPnl"));
  }
}
