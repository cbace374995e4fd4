package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxKind;
import org.evenkeel.shell.xchange.okx.OkxSymbol;

/**
 * Orders as OKX reports them; sizes of a swap are in contracts, those of the spot market in the base coin.
 *
 * <p>Whatever says less than an order needs, or says it of another order, is unreadable.
 * So is a spot order that is sized in the quote coin: its size is no quantity of ours.
 */
final class OkxOrderReader {

  private static final String OUR_ALPHABET = "[A-Za-z0-9]{1,18}";

  private OkxOrderReader() {}

  /** The venue's id out of an acknowledgment, which has nothing else to say about the order. */
  static VenueOrderId acknowledged(ClientOrderId id, JsonNode json) {
    JsonNode row = OkxFields.row(json);
    if (!"0".equals(JsonFields.text(row, "sCode"))) {
      throw new UnreadableReply("the row of the acknowledgment does not say that it succeeded");
    }
    if (!id.value().equals(JsonFields.text(row, "clOrdId"))) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    return VenueOrderId.of(JsonFields.text(row, "ordId"));
  }

  /** The order of our id; a row about another id or instrument is unreadable. */
  static VenueOrder ours(OkxSymbol symbol, ClientOrderId id, JsonNode row) {
    if (!id.value().equals(JsonFields.text(row, "clOrdId"))) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    return order(symbol, id, row);
  }

  /**
   * An order of whoever placed it.
   *
   * <p>A client id that cannot be ours, or none, is replaced by 'x' and the end of the venue's own id.
   */
  static VenueOrder anyones(OkxSymbol symbol, JsonNode row) {
    return order(symbol, clientId(row), row);
  }

  /** The client id of the order of a venue's id, made readable in the same way; nothing else of it needs to be. */
  static ClientOrderId clientId(OkxSymbol symbol, VenueOrderId order, JsonNode row) {
    symbol.require(JsonFields.text(row, "instId"));
    if (!JsonFields.text(row, "ordId").equals(order.value())) {
      throw new UnreadableReply("the answer is not about the order " + order);
    }
    return clientId(row);
  }

  private static ClientOrderId clientId(JsonNode row) {
    String theirs = OkxFields.isBlank(row, "clOrdId") ? "" : JsonFields.text(row, "clOrdId");
    if (theirs.matches(OUR_ALPHABET)) {
      return ClientOrderId.of(theirs);
    }
    String venueId = JsonFields.text(row, "ordId").replaceAll("[^A-Za-z0-9]", "");
    return ClientOrderId.of("x" + venueId.substring(Math.max(0, venueId.length() - 17)));
  }

  private static VenueOrder order(OkxSymbol symbol, ClientOrderId id, JsonNode row) {
    symbol.require(JsonFields.text(row, "instId"));
    if (symbol.kind() == OkxKind.SPOT && "quote_ccy".equals(row.path("tgtCcy").asText())) {
      throw new UnreadableReply("the order " + id + " is sized in the quote coin");
    }
    BigDecimal orderQty = OkxFields.decimal(row, "sz");
    BigDecimal cumQty = OkxFields.decimalOrZero(row, "accFillSz");
    if (cumQty.signum() < 0 || orderQty.signum() <= 0 || cumQty.compareTo(orderQty) > 0) {
      throw new UnreadableReply("the quantities of order " + id + " make no sense");
    }
    return new VenueOrder(
        id,
        VenueOrderId.of(JsonFields.text(row, "ordId")),
        symbol.id(),
        side(JsonFields.text(row, "side")),
        Contracts.of(orderQty),
        Contracts.of(cumQty),
        OkxFields.decimalOrZero(row, "avgPx"),
        status(JsonFields.text(row, "state")),
        timeInForce(JsonFields.text(row, "ordType")),
        symbol.kind().isContract() && "true".equals(JsonFields.text(row, "reduceOnly")),
        OkxFields.time(row, "uTime"),
        limitPrice(row),
        Optional.empty());
  }

  /** Orders at market, which others may send, have no price. */
  private static Optional<Price> limitPrice(JsonNode row) {
    BigDecimal price = OkxFields.decimalOrZero(row, "px");
    return price.signum() > 0 ? Optional.of(new Price(price)) : Optional.empty();
  }

  static Side side(String text) {
    return switch (text) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw new UnreadableReply("no side is called so");
    };
  }

  /** OKX's order types say the time in force, too; a word of another kind never equals one of ours. */
  private static String timeInForce(String ordType) {
    return switch (ordType) {
      case "limit" -> "GTC";
      case "post_only" -> "GTX";
      default -> ordType.toUpperCase(Locale.ROOT);
    };
  }

  /** The venue's words; a new word is unreadable, never guessed. */
  private static VenueOrder.Status status(String text) {
    return switch (text) {
      case "live" -> VenueOrder.Status.NEW;
      case "partially_filled" -> VenueOrder.Status.PARTIALLY_FILLED;
      case "filled" -> VenueOrder.Status.FILLED;
      case "canceled", "mmp_canceled" -> VenueOrder.Status.CANCELED;
      default -> throw new UnreadableReply("no order state is called so");
    };
  }

  /** Source: OKX API v5, "Get order details": category. */
  static ExecutionCause cause(JsonNode row) {
    return switch (row.path("category").asText("")) {
      case "full_liquidation", "partial_liquidation" -> ExecutionCause.LIQUIDATION;
      case "adl" -> ExecutionCause.ADL;
      case "delivery" -> ExecutionCause.DELIVERY;
      default -> ExecutionCause.ORDER;
    };
  }
}
