package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.evenkeel.cycle.CallGate.Kind;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.kraken.KrakenRefusals;
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * Orders on the wire: one POST for an order, one for a cancel, and questions about them.
 *
 * <p>The acknowledgment says nothing but the order's id, so the order is asked for right after it; if that fails, what
 * became of it is not known, and it is looked up like any other.
 *
 * <p>This class is thread-safe.
 */
final class SpotOrderCalls {

  /** The longest deadline that Kraken accepts. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private static final String TXID = "O[A-Z0-9]{5}-[A-Z0-9]{5}-[A-Z0-9]{6}";

  private final SpotCalls calls;
  private final VenueCapabilities capabilities;

  SpotOrderCalls(SpotCalls calls, VenueCapabilities capabilities) {
    this.calls = calls;
    this.capabilities = capabilities;
  }

  SendOutcome send(Pair pair, OrderTicket ticket) {
    if (ticket.reduceOnly()) {
      return new SendOutcome.Rejected(
          ReplyRules.NOT_SENT, "the spot market has no reduce-only orders");
    }
    Duration life = Duration.between(ticket.signedAt(), ticket.validUntil());
    if (life.compareTo(LONGEST) > 0) {
      return new SendOutcome.Rejected(
          ReplyRules.NOT_SENT, "a request may be valid for 60 s at most, not " + life);
    }
    Reply reply = added(pair, ticket);
    return reply instanceof Reply.Body body
        ? state(pair, ticket.clientOrderId(), body.json())
        : ReplyRules.sent(
            reply,
            capabilities,
            json -> {
              throw new UnreadableReply("no answer");
            });
  }

  private Reply added(Pair pair, OrderTicket ticket) {
    // Coins cannot be held short, so selling them never adds.
    Kind kind = ticket.side() == Side.SELL ? Kind.REDUCE_CANCEL : Kind.ADD;
    return calls.tell(
        kind,
        1,
        "AddOrder",
        (api, s) ->
            api.addOrder(
                s.nonce(),
                "limit",
                ticket.side().name().toLowerCase(Locale.ROOT),
                Decimals.text(ticket.orderQty().value()),
                pair.text(),
                Decimals.text(ticket.limitPrice().value()),
                ticket.timeInForce().rests() ? "GTC" : ticket.timeInForce().name(),
                ticket.timeInForce().rests() ? "fciq,post" : "fciq",
                ticket.clientOrderId().value(),
                ticket.validUntil().toString(),
                // What would trade with an own order is canceled instead; the own order stays.
                "cancel-newest",
                s.apiKey(),
                s.sign()));
  }

  private SendOutcome state(Pair pair, ClientOrderId id, JsonNode acknowledgment) {
    Result<Optional<VenueOrder>> order =
        ReplyRules.judged("the acknowledgment", () -> txid(acknowledgment))
            .then(
                txid ->
                    ReplyRules.read(
                        "the order " + txid,
                        query(txid),
                        json -> SpotOrderReader.ours(pair, id, json.path("result"))));
    return switch (order) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new SendOutcome.Unknown(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value()
              .<SendOutcome>map(SendOutcome.Accepted::new)
              .orElseGet(() -> new SendOutcome.Unknown("acknowledged, but not shown yet"));
    };
  }

  static String txid(JsonNode acknowledgment) {
    JsonNode ids = JsonFields.array(acknowledgment.path("result"), "txid");
    if (ids.size() != 1 || !ids.path(0).asText().matches(TXID)) {
      throw new UnreadableReply("it has no id of an order");
    }
    return ids.path(0).asText();
  }

  private Reply query(String txid) {
    return calls.ask(
        1, "QueryOrders", (api, s) -> api.queryOrders(s.nonce(), txid, s.apiKey(), s.sign()));
  }

  /** Among the open orders first: one that ends in between is among the closed ones then. */
  Lookup lookup(Pair pair, ClientOrderId id) {
    Lookup open =
        lookup(
            pair,
            id,
            "open",
            calls.ask(
                1,
                "OpenOrders",
                (api, s) -> api.openOrders(s.nonce(), id.value(), s.apiKey(), s.sign())));
    return open instanceof Lookup.NotVisible
        ? lookup(
            pair,
            id,
            "closed",
            calls.ask(
                1,
                "ClosedOrders",
                (api, s) -> api.closedOrders(s.nonce(), id.value(), s.apiKey(), s.sign())))
        : open;
  }

  private Lookup lookup(Pair pair, ClientOrderId id, String list, Reply reply) {
    if (ReplyRules.isNotFound(reply, capabilities)) {
      return new Lookup.NotVisible();
    }
    Result<Optional<VenueOrder>> order =
        ReplyRules.read(
            "the " + list + " orders",
            reply,
            json -> SpotOrderReader.ours(pair, id, json.path("result").path(list)));
    return switch (order) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
    };
  }

  /** Whoever sent it: an id that cannot be ours is made readable as in the list of open orders. */
  Result<Optional<ClientOrderId>> clientIdOf(VenueOrderId order) {
    if (!order.value().matches(TXID)) {
      return Result.ok(Optional.empty());
    }
    Reply reply = query(order.value());
    return ReplyRules.isNotFound(reply, capabilities)
        ? Result.ok(Optional.empty())
        : ReplyRules.read(
            "the order " + order,
            reply,
            json ->
                Optional.ofNullable(json.path("result").get(order.value()))
                    .map(found -> SpotOrderReader.clientId(found, order.value())));
  }

  Result<List<VenueOrder>> openOrders(Pair pair) {
    return ReplyRules.read(
        "the open orders of " + pair.id(),
        calls.ask(
            1, "OpenOrders", (api, s) -> api.openOrders(s.nonce(), null, s.apiKey(), s.sign())),
        json -> {
          JsonNode open = json.path("result").path("open");
          if (!open.isObject()) {
            throw new UnreadableReply("the list 'open' is missing");
          }
          List<VenueOrder> orders = new ArrayList<>();
          for (Map.Entry<String, JsonNode> entry : open.properties()) {
            if (pair.is(JsonFields.text(entry.getValue().path("descr"), "pair"))) {
              orders.add(SpotOrderReader.anyones(pair, entry.getKey(), entry.getValue()));
            }
          }
          return List.copyOf(orders);
        });
  }

  Result<Boolean> cancel(ClientOrderId id) {
    Reply reply =
        calls.inTime(
            () ->
                calls.tell(
                    Kind.REDUCE_CANCEL,
                    1,
                    "CancelOrder",
                    (api, s) -> api.cancelOrder(s.nonce(), id.value(), s.apiKey(), s.sign())));
    return ReplyRules.canceled(
        reply,
        KrakenRefusals.UNKNOWN_ORDER,
        json -> JsonFields.decimal(json.path("result"), "count"));
  }
}
