package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  /** What profit and loss of every linear contract is paid in, unless another currency is chosen for it. */
  private static final String SETTLEMENT = "USD";

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
            new Balance(
                into,
                FuturesSymbol.currency(entry.getKey()),
                quantity,
                available,
                equity(entry.getKey(), quantity, wallet)));
      }
    }
    return List.copyOf(balances);
  }

  /**
   * The quantity, and where profit and loss is paid in it, that of all open positions too; empty if the venue tells none.
   *
   * <p>Nothing is decided by it: without it the rest of the account is still good.
   */
  private static Optional<BigDecimal> equity(String coin, BigDecimal quantity, JsonNode wallet) {
    if (!coin.equals(SETTLEMENT)) {
      return Optional.of(quantity);
    }
    return wallet.has("totalUnrealized")
        ? Optional.of(quantity.add(JsonFields.decimal(wallet, "totalUnrealized")))
        : Optional.empty();
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
