package org.evenkeel.shell.xchange.krakenfutures.trade;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Result;
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
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.evenkeel.shell.xchange.krakenfutures.KrakenFuturesRefusals;
import org.jspecify.annotations.Nullable;

/**
 * Orders on the wire: one POST for an order, one for a cancel, and questions about them.
 *
 * <p>This class is thread-safe.
 */
final class FuturesOrderCalls {

  private static final int ORDER_COST = 10;

  /** What every order of Kraken Futures is called. */
  private static final String UUID_SHAPE = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

  /** The history's allowance is small: a question that is repeated every moment would use it up in a minute. */
  private static final Duration HISTORY_PAUSE = Duration.ofSeconds(3);

  private final FuturesCalls calls;
  private final VenueCapabilities capabilities;
  private final OrderHistory history;
  private final AtomicReference<@Nullable Asked> lastAsked = new AtomicReference<>();

  /** Which order the history was last asked for without finding it, and when. */
  private record Asked(ClientOrderId id, Instant at) {}

  FuturesOrderCalls(FuturesCalls calls, VenueCapabilities capabilities) {
    this.calls = calls;
    this.capabilities = capabilities;
    this.history = new OrderHistory(calls);
  }

  SendOutcome send(FuturesSymbol symbol, OrderTicket ticket) {
    Kind kind = ticket.reduceOnly() ? Kind.REDUCE_CANCEL : Kind.ADD;
    Reply reply =
        calls.tell(
            kind,
            ORDER_COST,
            "sendorder",
            (api, s) ->
                api.sendOrder(
                    ticket.validUntil().toString(),
                    switch (ticket.timeInForce()) {
                      case IOC -> "ioc";
                      case GTX -> "post";
                    },
                    symbol.text(),
                    ticket.side().name().toLowerCase(Locale.ROOT),
                    Decimals.text(ticket.orderQty().value()),
                    Decimals.text(ticket.limitPrice().value()),
                    Boolean.toString(ticket.reduceOnly()),
                    ticket.clientOrderId().value(),
                    s.apiKey(),
                    s.nonce(),
                    s.authent()));
    return ReplyRules.sent(
        reply,
        capabilities,
        json -> FuturesOrderReader.acknowledged(symbol, ticket.clientOrderId(), json));
  }

  /** The state of the order while the venue has it, its history afterwards. */
  Lookup lookup(FuturesSymbol symbol, ClientOrderId id) {
    Result<Optional<VenueOrder>> state =
        ReplyRules.read(
            "the state of the order",
            status(id.value(), null),
            json -> FuturesOrderReader.state(symbol, id, json));
    return switch (state) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok ->
          ok.value().isPresent() ? new Lookup.Found(ok.value().get()) : inHistory(symbol, id);
    };
  }

  private Reply status(@Nullable String clientId, @Nullable String venueId) {
    return calls.ask(
        1,
        "orders/status",
        (api, s) -> api.orderStatus(clientId, venueId, s.apiKey(), s.nonce(), s.authent()));
  }

  private Lookup inHistory(FuturesSymbol symbol, ClientOrderId id) {
    Instant now = calls.link().now();
    Asked before = lastAsked.get();
    if (before != null && before.id().equals(id) && now.isBefore(before.at().plus(HISTORY_PAUSE))) {
      return new Lookup.Unreadable("the history was asked for it a moment ago");
    }
    return switch (history.find(symbol, id, oldest())) {
      case Result.Refused<Optional<VenueOrder>> refused ->
          new Lookup.Unreadable(refused.refusal().detail());
      case Result.Ok<Optional<VenueOrder>> ok -> {
        if (ok.value().isEmpty()) {
          lastAsked.set(new Asked(id, now));
        }
        yield ok.value().<Lookup>map(Lookup.Found::new).orElseGet(Lookup.NotVisible::new);
      }
    };
  }

  private Instant oldest() {
    return calls.link().estimatedVenueTime().minus(capabilities.forgetsUnfilledAfter());
  }

  /** Whoever sent it: an id that cannot be ours is made readable as in the list of open orders. */
  Result<Optional<ClientOrderId>> clientIdOf(FuturesSymbol symbol, VenueOrderId order) {
    if (!order.value().matches(UUID_SHAPE)) {
      return Result.ok(Optional.empty());
    }
    Result<Optional<ClientOrderId>> recent =
        ReplyRules.read(
            "the order " + order + " of " + symbol.id(),
            status(null, order.value()),
            json -> {
              Optional<ClientOrderId> found = Optional.empty();
              for (var entry : JsonFields.array(json, "orders")) {
                if (entry.path("order").path("orderId").asText("").equals(order.value())) {
                  String theirs = entry.path("order").path("cliOrdId").asText("");
                  found = Optional.of(FuturesOrderReader.clientId(theirs, order.value()));
                }
              }
              return found;
            });
    return recent.then(
        found -> found.isPresent() ? recent : history.clientIdOf(symbol, order.value(), oldest()));
  }

  Result<List<VenueOrder>> openOrders(FuturesSymbol symbol) {
    return ReplyRules.read(
        "the open orders of " + symbol.id(),
        calls.ask(2, "openorders", (api, s) -> api.openOrders(s.apiKey(), s.nonce(), s.authent())),
        json -> {
          List<VenueOrder> orders = new ArrayList<>();
          for (var row : JsonFields.array(json, "openOrders")) {
            if (symbol.is(JsonFields.text(row, "symbol"))) {
              orders.add(FuturesOrderReader.open(symbol, row));
            }
          }
          return List.copyOf(orders);
        });
  }

  /** Every instrument of the account with an open order; the venue lists them all in one answer. */
  Result<List<InstrumentId>> ordered(String venue) {
    return ReplyRules.read(
        "the open orders of the account",
        calls.ask(2, "openorders", (api, s) -> api.openOrders(s.apiKey(), s.nonce(), s.authent())),
        json -> {
          TreeSet<InstrumentId> names = new TreeSet<>();
          for (var row : JsonFields.array(json, "openOrders")) {
            String symbol = JsonFields.text(row, "symbol");
            names.add(
                FuturesSymbol.nameOf(symbol, venue)
                    .orElseThrow(
                        () ->
                            new UnreadableReply(
                                "an order is open in "
                                    + symbol
                                    + ", which is no linear contract")));
          }
          return List.copyOf(names);
        });
  }

  Result<Boolean> cancel(ClientOrderId id) {
    Reply reply =
        calls.inTime(
            () ->
                calls.tell(
                    Kind.REDUCE_CANCEL,
                    ORDER_COST,
                    "cancelorder",
                    (api, s) -> api.cancelOrder(id.value(), s.apiKey(), s.nonce(), s.authent())));
    return ReplyRules.canceled(
        reply,
        KrakenFuturesRefusals.NOT_FOUND,
        json -> JsonFields.text(json.path("cancelStatus"), "status"));
  }
}
