package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;

/**
 * Orders as Kraken Futures reports them: acknowledgments with their events, states, open orders and history.
 *
 * <p>Whatever says less than an order needs, or says it of another order, is unreadable.
 * The state of an order does not say how long it may live, nor does the list of open orders say whether one is post-only:
 * the acknowledgment and the history do.
 */
final class FuturesOrderReader {

  static final String IMMEDIATE = "IOC";
  static final String RESTING = "GTC";
  static final String POST_ONLY = TimeInForce.GTX.name();

  /** Why an order that was taken in is rejected, and what its life must have been. */
  private static final SortedMap<String, String> REJECTIONS =
      new TreeMap<>(Map.of("IOC_WOULD_NOT_EXECUTE", IMMEDIATE, "POST_WOULD_EXECUTE", POST_ONLY));

  private static final String OUR_ALPHABET = "[A-Za-z0-9]{1,18}";

  private FuturesOrderReader() {}

  /** How far an order came. */
  record Progress(
      BigDecimal filled, BigDecimal value, VenueOrder.Status status, String timeInForce) {}

  /** The order of our id out of the acknowledgment of sendorder. */
  static VenueOrder acknowledged(FuturesSymbol symbol, ClientOrderId id, JsonNode json) {
    JsonNode sent = json.path("sendStatus");
    JsonNode events = JsonFields.array(sent, "orderEvents");
    JsonNode order = orderOf(events.path(0));
    String echoed = order.path("cliOrdId").asText(sent.path("cliOrdId").asText(""));
    if (!echoed.equals(id.value())) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    String venueId = JsonFields.text(sent, "order_id");
    if (!JsonFields.text(order, "orderId").equals(venueId)) {
      throw new UnreadableReply("the events are about another order than the answer");
    }
    Progress progress =
        progress(events, JsonFields.decimal(order, "quantity"), life(order, "type"));
    return order(
        symbol,
        id,
        order,
        new Names("orderId", "symbol", "side", "quantity", "limitPrice"),
        progress,
        JsonFields.isoTime(sent, "receivedTime"));
  }

  private static JsonNode orderOf(JsonNode event) {
    return event.has("orderPriorExecution")
        ? event.path("orderPriorExecution")
        : event.path("order");
  }

  private static Progress progress(JsonNode events, BigDecimal quantity, String life) {
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    Optional<VenueOrder.Status> end = Optional.empty();
    String timeInForce = life;
    for (JsonNode event : events) {
      switch (JsonFields.text(event, "type")) {
        case "EXECUTION" -> {
          BigDecimal amount = JsonFields.decimal(event, "amount");
          filled = filled.add(amount);
          value = value.add(amount.multiply(JsonFields.decimal(event, "price")));
        }
        case "REJECT" -> {
          String reason = JsonFields.text(event, "reason");
          end = Optional.of(rejected(reason));
          timeInForce = REJECTIONS.getOrDefault(reason, life);
        }
        case "CANCEL" -> end = Optional.of(VenueOrder.Status.CANCELED);
        case "PLACE", "EDIT" -> {}
        default -> throw new UnreadableReply("no order event is called so");
      }
    }
    return new Progress(filled, value, status(filled, quantity, end, timeInForce), timeInForce);
  }

  private static VenueOrder.Status status(
      BigDecimal filled, BigDecimal quantity, Optional<VenueOrder.Status> end, String life) {
    if (filled.signum() > 0 && filled.compareTo(quantity) == 0) {
      return VenueOrder.Status.FILLED;
    }
    if (end.isPresent()) {
      return end.get();
    }
    if (!life.equals(RESTING) && !life.equals(POST_ONLY)) {
      if (filled.signum() == 0) {
        throw new UnreadableReply("an immediate order neither executed nor ended");
      }
      return VenueOrder.Status.CANCELED;
    }
    return filled.signum() == 0 ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED;
  }

  /** An immediate order that found nobody, or a post-only one that found somebody, came to its end as it was to. */
  static VenueOrder.Status rejected(String why) {
    boolean wasToEnd =
        REJECTIONS.keySet().stream().anyMatch(why.toUpperCase(Locale.ROOT)::contains);
    return wasToEnd ? VenueOrder.Status.EXPIRED : VenueOrder.Status.REJECTED;
  }

  /** The one order of our id out of the answer of orders/status; empty if it shows none. */
  static Optional<VenueOrder> state(FuturesSymbol symbol, ClientOrderId id, JsonNode json) {
    JsonNode orders = JsonFields.array(json, "orders");
    if (orders.isEmpty()) {
      return Optional.empty();
    }
    JsonNode entry = orders.path(0);
    JsonNode order = entry.path("order");
    if (orders.size() > 1 || !order.path("cliOrdId").asText("").equals(id.value())) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    BigDecimal filled = JsonFields.decimal(order, "filled");
    String reasons = entry.path("updateReason").asText("") + " " + entry.path("error").asText("");
    VenueOrder.Status status =
        switch (JsonFields.text(entry, "status")) {
          case "ENTERED_BOOK" ->
              filled.signum() == 0 ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED;
          case "FULLY_EXECUTED" -> VenueOrder.Status.FILLED;
          case "CANCELLED" -> VenueOrder.Status.CANCELED;
          case "REJECTED" -> rejected(reasons);
          default -> throw new UnreadableReply("no order status is called so");
        };
    return Optional.of(
        order(
            symbol,
            id,
            order,
            new Names("orderId", "symbol", "side", "quantity", "limitPrice"),
            new Progress(filled, BigDecimal.ZERO, status, life(reasons)),
            JsonFields.isoTime(order, "lastUpdateTimestamp")));
  }

  private static String life(String reasons) {
    return REJECTIONS.entrySet().stream()
        .filter(known -> reasons.contains(known.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(VenueOrder.UNSAID);
  }

  /** An order of whoever placed it, out of the list of open orders. */
  static VenueOrder open(FuturesSymbol symbol, JsonNode row) {
    BigDecimal filled = JsonFields.decimal(row, "filledSize");
    Names names = new Names("order_id", "symbol", "side", "", "limitPrice");
    return order(
        symbol,
        clientId(row.path("cliOrdId").asText(""), JsonFields.text(row, "order_id")),
        row,
        names,
        filled.add(JsonFields.decimal(row, "unfilledSize")),
        new Progress(
            filled,
            BigDecimal.ZERO,
            filled.signum() == 0 ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED,
            VenueOrder.UNSAID),
        JsonFields.isoTime(row, "lastUpdateTime"));
  }

  /** An order out of the account's history, where names differ and decimals are text. */
  static VenueOrder historical(
      FuturesSymbol symbol, ClientOrderId id, JsonNode order, Progress progress) {
    return order(
        symbol,
        id,
        order,
        new Names("uid", "tradeable", "direction", "quantity", "limitPrice"),
        progress,
        JsonFields.time(order, "lastUpdateTimestamp"));
  }

  /** What each place calls the same thing. */
  private record Names(String id, String symbol, String side, String quantity, String price) {}

  private static VenueOrder order(
      FuturesSymbol symbol,
      ClientOrderId id,
      JsonNode order,
      Names names,
      Progress progress,
      Instant at) {
    BigDecimal quantity = JsonFields.decimal(order, names.quantity());
    return order(symbol, id, order, names, quantity, progress, at);
  }

  private static VenueOrder order(
      FuturesSymbol symbol,
      ClientOrderId id,
      JsonNode order,
      Names names,
      BigDecimal quantity,
      Progress progress,
      Instant at) {
    symbol.require(JsonFields.text(order, names.symbol()));
    BigDecimal filled = progress.filled();
    if (filled.signum() < 0 || quantity.signum() <= 0 || filled.compareTo(quantity) > 0) {
      throw new UnreadableReply("the quantities of order " + id + " make no sense");
    }
    return new VenueOrder(
        id,
        VenueOrderId.of(JsonFields.text(order, names.id())),
        symbol.id(),
        side(JsonFields.text(order, names.side())),
        Contracts.of(quantity),
        Contracts.of(filled),
        progress.value().signum() == 0
            ? BigDecimal.ZERO
            : Decimals.quotient(progress.value(), filled),
        progress.status(),
        progress.timeInForce(),
        JsonFields.flag(order, "reduceOnly"),
        at,
        limitPrice(order, names.price()),
        Optional.empty());
  }

  /** Triggers, which others may place, have none until they fire. */
  private static Optional<Price> limitPrice(JsonNode order, String name) {
    if (order.path(name).isMissingNode() || order.path(name).isNull()) {
      return Optional.empty();
    }
    BigDecimal price = JsonFields.decimal(order, name);
    return price.signum() > 0 ? Optional.of(new Price(price)) : Optional.empty();
  }

  /** A client id that cannot be ours, or none, is replaced by 'x' and the end of the venue's own id. */
  static ClientOrderId clientId(String theirs, String venueId) {
    if (theirs.matches(OUR_ALPHABET)) {
      return ClientOrderId.of(theirs);
    }
    String plain = venueId.replaceAll("[^A-Za-z0-9]", "");
    return ClientOrderId.of("x" + plain.substring(Math.max(0, plain.length() - 17)));
  }

  static Side side(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw new UnreadableReply("no side is called so");
    };
  }

  /** How long an order of a type may live, in our words. */
  static String life(JsonNode order, String name) {
    return switch (JsonFields.text(order, name).toLowerCase(Locale.ROOT)) {
      case "ioc", "mkt", "market" -> IMMEDIATE;
      case "fok" -> "FOK";
      case "post" -> POST_ONLY;
      default -> RESTING;
    };
  }
}
