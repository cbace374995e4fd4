package org.evenkeel.shell.xchange.binance.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;

/**
 * Orders as Binance reports them: acknowledgments of type RESULT, queries and open orders.
 *
 * <p>Whatever says less than an order needs, or says it of another order, is unreadable.
 */
final class OrderReader {

  private static final String OUR_ALPHABET = "[A-Za-z0-9]{1,18}";

  private OrderReader() {}

  /** The order of our id; an answer about another id or instrument is unreadable. */
  static VenueOrder ours(Symbol symbol, ClientOrderId id, JsonNode json) {
    String echoed = JsonFields.text(json, "clientOrderId");
    if (!echoed.equals(id.value())) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    return order(symbol, id, json);
  }

  /**
   * An order of whoever placed it.
   *
   * <p>A client id that cannot be ours, such as 'web_4f...', is replaced by 'x' and the end of the venue's own id.
   */
  static VenueOrder anyones(Symbol symbol, JsonNode json) {
    return order(symbol, clientId(json), json);
  }

  /** The client id of the order of a venue's id, made readable in the same way; nothing else of it needs to be. */
  static ClientOrderId clientId(Symbol symbol, VenueOrderId order, JsonNode json) {
    symbol.require(JsonFields.text(json, "symbol"));
    if (!JsonFields.text(json, "orderId").equals(order.value())) {
      throw new UnreadableReply("the answer is not about the order " + order);
    }
    return clientId(json);
  }

  private static ClientOrderId clientId(JsonNode json) {
    String theirs = JsonFields.text(json, "clientOrderId");
    if (theirs.matches(OUR_ALPHABET)) {
      return ClientOrderId.of(theirs);
    }
    String venueId = JsonFields.text(json, "orderId").replaceAll("[^A-Za-z0-9]", "");
    return ClientOrderId.of("x" + venueId.substring(Math.max(0, venueId.length() - 17)));
  }

  private static VenueOrder order(Symbol symbol, ClientOrderId id, JsonNode json) {
    symbol.require(JsonFields.text(json, "symbol"));
    BigDecimal cumQty = JsonFields.decimal(json, "executedQty");
    BigDecimal orderQty = JsonFields.decimal(json, "origQty");
    if (cumQty.signum() < 0 || orderQty.signum() <= 0 || cumQty.compareTo(orderQty) > 0) {
      throw new UnreadableReply("the quantities of order " + id + " make no sense");
    }
    boolean isFuture = symbol.market() == MarketKind.FUTURES;
    return new VenueOrder(
        id,
        VenueOrderId.of(JsonFields.text(json, "orderId")),
        symbol.id(),
        side(JsonFields.text(json, "side")),
        Contracts.of(orderQty),
        Contracts.of(cumQty),
        symbol.ours(averagePrice(json, cumQty, isFuture)),
        status(JsonFields.text(json, "status")),
        "LIMIT_MAKER".equals(json.path("type").asText())
            ? TimeInForce.GTX.name()
            : JsonFields.text(json, "timeInForce"),
        isFuture && JsonFields.flag(json, "reduceOnly"),
        changedAt(json),
        limitPrice(symbol, json),
        Optional.of(JsonFields.decimal(json, isFuture ? "cumQuote" : "cummulativeQuoteQty")));
  }

  /** Orders at market, which others may send, have a price of zero. */
  private static Optional<Price> limitPrice(Symbol symbol, JsonNode json) {
    BigDecimal price = JsonFields.decimal(json, "price");
    return price.signum() > 0 ? Optional.of(new Price(symbol.ours(price))) : Optional.empty();
  }

  private static BigDecimal averagePrice(JsonNode json, BigDecimal cumQty, boolean isFuture) {
    if (isFuture) {
      return JsonFields.decimal(json, "avgPrice");
    }
    return cumQty.signum() == 0
        ? BigDecimal.ZERO
        : Decimals.quotient(JsonFields.decimal(json, "cummulativeQuoteQty"), cumQty);
  }

  /** Spot acknowledgments call it transactTime; queries and futures updateTime. */
  private static Instant changedAt(JsonNode json) {
    return json.has("updateTime")
        ? JsonFields.time(json, "updateTime")
        : JsonFields.time(json, "transactTime");
  }

  static Side side(String text) {
    return switch (text) {
      case "BUY" -> Side.BUY;
      case "SELL" -> Side.SELL;
      default -> throw new UnreadableReply("no side is called so");
    };
  }

  /** The venue's words (REST documentation, "Order status"); a new word is unreadable, never guessed. */
  private static VenueOrder.Status status(String text) {
    return switch (text) {
      case "NEW", "PENDING_NEW", "PENDING_CANCEL" -> VenueOrder.Status.NEW;
      case "PARTIALLY_FILLED" -> VenueOrder.Status.PARTIALLY_FILLED;
      case "FILLED" -> VenueOrder.Status.FILLED;
      case "CANCELED" -> VenueOrder.Status.CANCELED;
      case "EXPIRED", "EXPIRED_IN_MATCH" -> VenueOrder.Status.EXPIRED;
      case "REJECTED" -> VenueOrder.Status.REJECTED;
      default -> throw new UnreadableReply("no order status is called so");
    };
  }
}
