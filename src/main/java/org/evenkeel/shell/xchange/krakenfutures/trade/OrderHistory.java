package org.evenkeel.shell.xchange.krakenfutures.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.krakenfutures.FuturesSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Orders that the venue's state of orders no longer shows, out of the account's history.
 *
 * <p>The state forgets an order five seconds after its end, so an order is looked for in the executions, which say what
 * it traded, and then in the order events, which say that it ended without trading.
 *
 * <p>Source: docs.kraken.com, Futures, "Get execution events", "Get order events": both page by a token.
 */
final class OrderHistory {

  /** Events of one page, the most that the venue gives. */
  private static final int PAGE = 1000;

  private static final int MOST_PAGES = 10;

  private final FuturesCalls calls;

  OrderHistory(FuturesCalls calls) {
    this.calls = calls;
  }

  /** One page of events. */
  private interface Question {
    @Nullable JsonNode ask(FuturesTradeApi api, @Nullable String token, FuturesCalls.Signed signed)
        throws Exception;
  }

  /** What became of the order of our id since an instant; empty if the history has nothing of it. */
  Result<Optional<VenueOrder>> find(FuturesSymbol symbol, ClientOrderId id, Instant since) {
    Predicate<JsonNode> isOurs = order -> order.path("clientId").asText("").equals(id.value());
    return executions(symbol, since, isOurs)
        .then(
            found ->
                found.isEmpty()
                    ? events(symbol, since, isOurs).then(ended -> ended(symbol, id, ended))
                    : ReplyRules.judged(
                        "the executions", () -> Optional.of(executed(symbol, id, found))));
  }

  /** The client id under which the order of a venue's id was sent; empty if the history has nothing of it. */
  Result<Optional<ClientOrderId>> clientIdOf(FuturesSymbol symbol, String order, Instant since) {
    Predicate<JsonNode> isIt = node -> node.path("uid").asText("").equals(order);
    return executions(symbol, since, isIt)
        .map(
            found ->
                found.stream()
                    .findFirst()
                    .map(
                        execution ->
                            FuturesOrderReader.clientId(
                                order(execution, isIt).path("clientId").asText(""), order)));
  }

  private Result<List<JsonNode>> executions(
      FuturesSymbol symbol, Instant since, Predicate<JsonNode> wanted) {
    return pages(
        "executions",
        (api, token, s) ->
            api.executions(
                since.toEpochMilli(),
                symbol.text(),
                "desc",
                PAGE,
                token,
                s.apiKey(),
                s.nonce(),
                s.authent()),
        element -> execution(element),
        execution -> !order(execution, wanted).isMissingNode());
  }

  private Result<List<JsonNode>> events(
      FuturesSymbol symbol, Instant since, Predicate<JsonNode> wanted) {
    return pages(
        "order events",
        (api, token, s) ->
            api.orderEvents(
                since.toEpochMilli(),
                symbol.text(),
                "desc",
                PAGE,
                token,
                s.apiKey(),
                s.nonce(),
                s.authent()),
        element -> element.path("event"),
        event -> isAbout(event, wanted));
  }

  private static boolean isAbout(JsonNode event, Predicate<JsonNode> wanted) {
    for (JsonNode kind : event) {
      if (wanted.test(kind.path("order")) || wanted.test(kind.path("newOrder"))) {
        return true;
      }
    }
    return false;
  }

  private interface Part {
    JsonNode of(JsonNode element);
  }

  private Result<List<JsonNode>> pages(
      String what, Question question, Part part, Predicate<JsonNode> wanted) {
    List<JsonNode> found = new ArrayList<>();
    String token = "";
    for (int i = 0; i < MOST_PAGES; i++) {
      String from = token.isEmpty() ? null : token;
      Reply reply = calls.askHistory(1, "history/" + what, (api, s) -> question.ask(api, from, s));
      Result<Optional<String>> next =
          ReplyRules.read(
              "the " + what,
              reply,
              json -> {
                for (JsonNode element : JsonFields.array(json, "elements")) {
                  JsonNode node = part.of(element);
                  if (wanted.test(node)) {
                    found.add(node);
                  }
                }
                return Optional.of(json.path("continuationToken").asText(""))
                    .filter(text -> !text.isBlank() && !text.equals(from));
              });
      if (next instanceof Result.Refused<Optional<String>> refused) {
        return Result.refused(refused.refusal());
      }
      if (next.orThrow().isEmpty()) {
        return Result.ok(List.copyOf(found));
      }
      token = next.orThrow().get();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE,
        "the " + what + " do not end after " + MOST_PAGES + " pages");
  }

  /** The documentation names the event with a capital in one place and without in another. */
  static JsonNode execution(JsonNode element) {
    JsonNode event = element.path("event");
    JsonNode kind = event.has("execution") ? event.path("execution") : event.path("Execution");
    return kind.path("execution");
  }

  /** The account's own order of an execution; both sides are listed where it traded with itself. */
  private static JsonNode order(JsonNode execution, Predicate<JsonNode> wanted) {
    for (String name : List.of("order", "takerOrder", "makerOrder")) {
      if (wanted.test(execution.path(name))) {
        return execution.path(name);
      }
    }
    return execution.path("none");
  }

  private static VenueOrder executed(
      FuturesSymbol symbol, ClientOrderId id, List<JsonNode> executions) {
    Predicate<JsonNode> isOurs = order -> order.path("clientId").asText("").equals(id.value());
    BigDecimal filled = BigDecimal.ZERO;
    BigDecimal value = BigDecimal.ZERO;
    for (JsonNode execution : executions) {
      BigDecimal quantity = JsonFields.decimal(execution, "quantity");
      filled = filled.add(quantity);
      value = value.add(quantity.multiply(JsonFields.decimal(execution, "price")));
    }
    JsonNode order = order(executions.get(0), isOurs);
    boolean isFull = JsonFields.decimal(order, "quantity").compareTo(filled) == 0;
    return FuturesOrderReader.historical(
        symbol,
        id,
        order,
        new FuturesOrderReader.Progress(
            filled,
            value,
            isFull ? VenueOrder.Status.FILLED : VenueOrder.Status.CANCELED,
            FuturesOrderReader.life(order, "orderType")));
  }

  /** An order without executions is known by its end; one that was only placed is still somewhere. */
  private static Result<Optional<VenueOrder>> ended(
      FuturesSymbol symbol, ClientOrderId id, List<JsonNode> events) {
    if (events.isEmpty()) {
      return Result.ok(Optional.empty());
    }
    return ReplyRules.judged(
        "the order events",
        () -> {
          for (JsonNode event : events) {
            if (event.has("OrderRejected")) {
              return Optional.of(rejected(symbol, id, event.path("OrderRejected")));
            }
            if (event.has("OrderCancelled")) {
              JsonNode order = event.path("OrderCancelled").path("order");
              return Optional.of(end(symbol, id, order, VenueOrder.Status.CANCELED));
            }
          }
          throw new UnreadableReply("order " + id + " was placed, and nothing says how it ended");
        });
  }

  private static VenueOrder rejected(FuturesSymbol symbol, ClientOrderId id, JsonNode event) {
    String why = event.path("orderError").asText("") + " " + event.path("reason").asText("");
    return end(symbol, id, event.path("order"), FuturesOrderReader.rejected(why));
  }

  private static VenueOrder end(
      FuturesSymbol symbol, ClientOrderId id, JsonNode order, VenueOrder.Status status) {
    return FuturesOrderReader.historical(
        symbol,
        id,
        order,
        new FuturesOrderReader.Progress(
            JsonFields.decimal(order, "filled"),
            BigDecimal.ZERO,
            status,
            FuturesOrderReader.life(order, "orderType")));
  }
}
