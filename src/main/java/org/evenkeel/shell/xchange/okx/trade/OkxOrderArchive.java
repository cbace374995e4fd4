package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.RefusalReason;
import org.evenkeel.core.basics.Result;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.shell.xchange.JsonFields;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Orders that the question for one order does not show any more: those of seven days and of three months.
 *
 * <p>Neither list can be asked for a client id, so they are read from the newest to the oldest until it is found.
 * Orders that were canceled without a fill are in neither list after two hours.
 * Source: OKX API v5, "Get order history (last 7 days)" and "(last 3 months)".
 */
final class OkxOrderArchive {

  /** Rows of one page, the most that the venue gives. */
  static final int PAGE = 100;

  private static final int MOST_PAGES = 100;
  private static final String HISTORY = "api/v5/trade/orders-history";
  private static final String ARCHIVE = "api/v5/trade/orders-history-archive";

  private final OkxCalls calls;

  OkxOrderArchive(OkxCalls calls) {
    this.calls = calls;
  }

  /** The order of a client id, if one of the lists has it; refused if a list cannot be read to its end. */
  Result<Optional<JsonNode>> byClientId(OkxSymbol symbol, ClientOrderId id) {
    return inHistory(symbol, id, false)
        .then(found -> found.isPresent() ? Result.ok(found) : inHistory(symbol, id, true));
  }

  private Result<Optional<JsonNode>> inHistory(
      OkxSymbol symbol, ClientOrderId id, boolean isArchive) {
    String after = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<List<JsonNode>> page = page(symbol, after, PAGE, isArchive);
      if (page instanceof Result.Refused<List<JsonNode>> refused) {
        return Result.refused(refused.refusal());
      }
      List<JsonNode> rows = page.orThrow();
      Optional<JsonNode> found =
          rows.stream().filter(row -> id.value().equals(row.path("clOrdId").asText())).findFirst();
      if (found.isPresent() || rows.size() < PAGE) {
        return Result.ok(found);
      }
      after = rows.getLast().path("ordId").asText();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE,
        "the old orders of " + symbol.id() + " do not end after " + MOST_PAGES + " pages");
  }

  /** The order of a venue's id: what comes at or before it begins with it, if it is there. */
  Result<Optional<JsonNode>> byVenueId(OkxSymbol symbol, VenueOrderId order) {
    if (!order.value().matches("[0-9]{1,30}")) {
      return Result.ok(Optional.empty());
    }
    String next = new BigInteger(order.value()).add(BigInteger.ONE).toString();
    return page(symbol, next, 1, false)
        .map(rows -> first(rows, order))
        .then(
            found ->
                found.isPresent()
                    ? Result.ok(found)
                    : page(symbol, next, 1, true).map(rows -> first(rows, order)));
  }

  private static Optional<JsonNode> first(List<JsonNode> rows, VenueOrderId order) {
    return rows.stream()
        .filter(row -> order.value().equals(row.path("ordId").asText()))
        .findFirst();
  }

  private Result<List<JsonNode>> page(
      OkxSymbol symbol, @Nullable String after, int limit, boolean isArchive) {
    String type = symbol.kind().instType();
    String size = Integer.toString(limit);
    return ReplyRules.read(
        "the old orders of " + symbol.id(),
        isArchive
            ? calls.ask(
                2,
                ARCHIVE,
                (api, s) ->
                    api.orderArchive(
                        type,
                        symbol.instId(),
                        after,
                        size,
                        s.apiKey(),
                        s.passphrase(),
                        s.timestamp(),
                        s.demo(),
                        s.signature()))
            : calls.ask(
                1,
                HISTORY,
                (api, s) ->
                    api.orderHistory(
                        type,
                        symbol.instId(),
                        after,
                        size,
                        s.apiKey(),
                        s.passphrase(),
                        s.timestamp(),
                        s.demo(),
                        s.signature())),
        json -> descending(symbol, after, json));
  }

  /** Rows of this instrument, each older than the one before: anything else could loop or leave out. */
  static List<JsonNode> descending(OkxSymbol symbol, @Nullable String after, JsonNode json) {
    List<JsonNode> rows = OkxFields.rows(json);
    @Nullable BigInteger last = after == null ? null : new BigInteger(after);
    for (JsonNode row : rows) {
      symbol.require(JsonFields.text(row, "instId"));
      String text = JsonFields.text(row, "ordId");
      if (!text.matches("[0-9]{1,30}")) {
        throw new UnreadableReply("'ordId' is not a number");
      }
      BigInteger id = new BigInteger(text);
      if (last != null && id.compareTo(last) >= 0) {
        throw new UnreadableReply("the orders are not in order, newest first");
      }
      last = id;
    }
    return rows;
  }
}
