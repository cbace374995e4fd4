package org.evenkeel.shell.xchange.binance.trade;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.route.Lookup;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.VenueCapabilities;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.core.settle.ExecutionCause;
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.binance.BinanceRefusals;
import org.evenkeel.shell.xchange.binance.BinanceSettings;
import org.evenkeel.shell.xchange.binance.MarketKind;
import org.evenkeel.shell.xchange.binance.Symbol;
import org.jspecify.annotations.Nullable;

/**
 * Orders on the wire: one POST for an order, one DELETE for a cancel, and questions about them.
 *
 * <p>This class is thread-safe.
 */
final class OrderCalls {

  private final SignedCalls calls;
  private final VenueCapabilities capabilities;

  OrderCalls(SignedCalls calls, VenueCapabilities capabilities) {
    this.calls = calls;
    this.capabilities = capabilities;
  }

  SendOutcome send(Symbol symbol, OrderTicket ticket) {
    Optional<String> objection = objection(symbol, ticket);
    return objection.isPresent()
        ? new SendOutcome.Rejected(ReplyRules.NOT_SENT, objection.get())
        : sent(symbol, ticket);
  }

  /** Why a ticket cannot go on the wire as it stands. */
  private static Optional<String> objection(Symbol symbol, OrderTicket ticket) {
    Duration window = Duration.between(ticket.signedAt(), ticket.validUntil());
    if (window.toMillis() < 1 || window.compareTo(BinanceSettings.LONGEST_WINDOW) > 0) {
      return Optional.of("a request may be valid for 1 ms to 60 s, not " + window);
    }
    if (symbol.market() == MarketKind.SPOT && ticket.reduceOnly()) {
      return Optional.of("the spot market has no reduce-only orders");
    }
    return Optional.empty();
  }

  private SendOutcome sent(Symbol symbol, OrderTicket ticket) {
    // Coins cannot be held short, so selling them never adds.
    boolean reduces =
        ticket.reduceOnly() || (symbol.market() == MarketKind.SPOT && ticket.side() == Side.SELL);
    Kind kind = reduces ? Kind.REDUCE_CANCEL : Kind.ADD;
    long timestamp = ticket.signedAt().toEpochMilli();
    SignedCalls.Signed s = calls.signed(timestamp, ticket.validUntil().toEpochMilli() - timestamp);
    String quantity = Decimals.text(ticket.orderQty().value());
    String price = Decimals.text(symbol.theirs(ticket.limitPrice().value()));
    Reply reply =
        switch (symbol.market()) {
          case FUTURES ->
              calls.tellFutures(
                  kind,
                  "fapi/v1/order",
                  s,
                  (api, signed) ->
                      api.order(
                          symbol.text(),
                          ticket.side().name(),
                          "LIMIT",
                          ticket.timeInForce().name(),
                          quantity,
                          price,
                          Boolean.toString(ticket.reduceOnly()),
                          ticket.clientOrderId().value(),
                          "RESULT",
                          signed.recvWindow(),
                          signed.timestamp(),
                          signed.apiKey(),
                          signed.signature()));
          case SPOT ->
              calls.tellSpot(
                  kind,
                  "api/v3/order",
                  s,
                  (api, signed) ->
                      api.order(
                          symbol.text(),
                          ticket.side().name(),
                          // Spot has no GTX: what only rests is a type of its own, without a time
                          // in force.
                          ticket.timeInForce().rests() ? "LIMIT_MAKER" : "LIMIT",
                          ticket.timeInForce().rests() ? null : ticket.timeInForce().name(),
                          quantity,
                          price,
                          ticket.clientOrderId().value(),
                          "RESULT",
                          signed.recvWindow(),
                          signed.timestamp(),
                          signed.apiKey(),
                          signed.signature()));
        };
    return ReplyRules.sent(
        reply, capabilities, json -> OrderReader.ours(symbol, ticket.clientOrderId(), json));
  }

  Lookup lookup(Symbol symbol, ClientOrderId id) {
    return ReplyRules.lookedUp(
        queried(symbol, null, id.value()),
        capabilities,
        json -> OrderReader.ours(symbol, id, json));
  }

  /** Whoever sent it: an id that cannot be ours is made readable as in the list of open orders. */
  Result<Optional<ClientOrderId>> clientIdOf(Symbol symbol, VenueOrderId order) {
    Reply reply = queried(symbol, order.value(), null);
    return ReplyRules.isNotFound(reply, capabilities)
        ? Result.ok(Optional.empty())
        : ReplyRules.read(
            "the order " + order + " of " + symbol.id(),
            reply,
            json -> Optional.of(OrderReader.clientId(symbol, order, json)));
  }

  /**
   * What the client id of an order says of it: the venue gives names of its own to those that it places itself.
   *
   * <p>Source: USD-M documentation, "Order Update": special client order ids.
   */
  Result<ExecutionCause> causeOf(Symbol symbol, VenueOrderId order) {
    if (symbol.market() == MarketKind.SPOT) {
      return Result.ok(ExecutionCause.ORDER);
    }
    Reply reply = queried(symbol, order.value(), null);
    return ReplyRules.isNotFound(reply, capabilities)
        ? Result.ok(ExecutionCause.ORDER)
        : ReplyRules.read(
            "the order " + order + " of " + symbol.id(),
            reply,
            json -> cause(JsonFields.text(json, "clientOrderId")));
  }

  static ExecutionCause cause(String clientOrderId) {
    if (clientOrderId.startsWith("autoclose-")) {
      return ExecutionCause.LIQUIDATION;
    }
    if (clientOrderId.startsWith("adl_autoclose")) {
      return ExecutionCause.ADL;
    }
    boolean isSettled =
        clientOrderId.startsWith("settlement_autoclose-")
            || clientOrderId.startsWith("delivery_autoclose-");
    return isSettled ? ExecutionCause.DELIVERY : ExecutionCause.ORDER;
  }

  /** One order by whichever of the two ids is given. */
  private Reply queried(Symbol symbol, @Nullable String venueId, @Nullable String clientId) {
    return switch (symbol.market()) {
      case FUTURES ->
          calls.askFutures(
              1,
              "fapi/v1/order",
              (api, s) ->
                  api.query(
                      symbol.text(),
                      venueId,
                      clientId,
                      s.recvWindow(),
                      s.timestamp(),
                      s.apiKey(),
                      s.signature()));
      case SPOT ->
          calls.askSpot(
              4,
              "api/v3/order",
              (api, s) ->
                  api.query(
                      symbol.text(),
                      venueId,
                      clientId,
                      s.recvWindow(),
                      s.timestamp(),
                      s.apiKey(),
                      s.signature()));
    };
  }

  Result<List<VenueOrder>> openOrders(Symbol symbol) {
    Reply reply =
        switch (symbol.market()) {
          case FUTURES ->
              calls.askFutures(
                  1,
                  "fapi/v1/openOrders",
                  (api, s) ->
                      api.openOrders(
                          symbol.text(), s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
          case SPOT ->
              calls.askSpot(
                  6,
                  "api/v3/openOrders",
                  (api, s) ->
                      api.openOrders(
                          symbol.text(), s.recvWindow(), s.timestamp(), s.apiKey(), s.signature()));
        };
    return ReplyRules.read(
        "the open orders of " + symbol.id(),
        reply,
        json -> {
          List<VenueOrder> orders = new ArrayList<>();
          JsonFields.array(json).forEach(row -> orders.add(OrderReader.anyones(symbol, row)));
          return List.copyOf(orders);
        });
  }

  Result<Boolean> cancel(Symbol symbol, ClientOrderId id) {
    return ReplyRules.canceled(
        calls.inTime(() -> canceled(symbol, id)),
        BinanceRefusals.CANCEL_UNKNOWN,
        json -> JsonFields.text(json, "orderId"));
  }

  private Reply canceled(Symbol symbol, ClientOrderId id) {
    SignedCalls.Signed now = calls.signedNow();
    return switch (symbol.market()) {
      case FUTURES ->
          calls.tellFutures(
              Kind.REDUCE_CANCEL,
              "fapi/v1/order",
              now,
              (api, s) ->
                  api.cancel(
                      symbol.text(),
                      id.value(),
                      s.recvWindow(),
                      s.timestamp(),
                      s.apiKey(),
                      s.signature()));
      case SPOT ->
          calls.tellSpot(
              Kind.REDUCE_CANCEL,
              "api/v3/order",
              now,
              (api, s) ->
                  api.cancel(
                      symbol.text(),
                      id.value(),
                      s.recvWindow(),
                      s.timestamp(),
                      s.apiKey(),
                      s.signature()));
    };
  }
}
