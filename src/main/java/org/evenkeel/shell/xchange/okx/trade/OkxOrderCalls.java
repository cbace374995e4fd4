package org.evenkeel.shell.xchange.okx.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Decimals;
import org.evenkeel.core.basics.RefusalReason;
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
import org.evenkeel.shell.xchange.Reply;
import org.evenkeel.shell.xchange.ReplyRules;
import org.evenkeel.shell.xchange.UnreadableReply;
import org.evenkeel.shell.xchange.okx.OkxFields;
import org.evenkeel.shell.xchange.okx.OkxKind;
import org.evenkeel.shell.xchange.okx.OkxSymbol;
import org.jspecify.annotations.Nullable;

/**
 * Orders on the wire: one POST for an order, one for a cancel, and questions about them.
 *
 * <p>The acknowledgment of an order says only that it was taken, so the order is read once after it; if it cannot be read,
 * its fate is unknown.
 *
 * <p>This class is thread-safe.
 */
final class OkxOrderCalls {

  private static final String ORDER = "api/v5/trade/order";

  /** Open orders of one page, the most that the venue gives. */
  private static final int PAGE = 100;

  private static final int MOST_PAGES = 50;

  /** The order to be canceled does not exist, is canceled already, is completed already. */
  private static final List<String> NOT_OPEN = List.of("51400", "51401", "51402");

  private final OkxCalls calls;
  private final VenueCapabilities capabilities;
  private final OkxAccountMode mode;
  private final OkxOrderArchive archive;
  private final ContractValues values;

  OkxOrderCalls(
      OkxCalls calls, VenueCapabilities capabilities, OkxAccountMode mode, ContractValues values) {
    this.values = values;
    this.calls = calls;
    this.capabilities = capabilities;
    this.mode = mode;
    this.archive = new OkxOrderArchive(calls);
  }

  SendOutcome send(OkxSymbol symbol, OrderTicket ticket) {
    if (symbol.kind() == OkxKind.SPOT && ticket.reduceOnly()) {
      return new SendOutcome.Rejected(
          ReplyRules.NOT_SENT, "the spot market has no reduce-only orders");
    }
    return switch (mode.tradeMode(symbol.kind())) {
      case Result.Refused<String> refused ->
          new SendOutcome.Rejected(ReplyRules.NOT_SENT, refused.refusal().detail());
      case Result.Ok<String> tradeMode -> sent(symbol, ticket, tradeMode.value());
    };
  }

  private SendOutcome sent(OkxSymbol symbol, OrderTicket ticket, String tradeMode) {
    // Coins cannot be held short, so selling them never adds.
    boolean reduces =
        ticket.reduceOnly() || (symbol.kind() == OkxKind.SPOT && ticket.side() == Side.SELL);
    SortedMap<String, Object> body = body(symbol, ticket, tradeMode);
    String expiry = Long.toString(ticket.validUntil().toEpochMilli());
    Reply reply =
        calls.tellOnce(
            reduces ? Kind.REDUCE_CANCEL : Kind.ADD,
            ORDER,
            ticket.signedAt(),
            (api, s) ->
                api.placeOrder(
                    body,
                    expiry,
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature()));
    return ReplyRules.sent(
        reply,
        capabilities,
        json ->
            afterAcknowledgment(
                symbol, ticket, OkxOrderReader.acknowledged(ticket.clientOrderId(), json)));
  }

  /** Sizes of swaps are contracts; those of the spot market coins, and say so, because OKX's own default is money. */
  static SortedMap<String, Object> body(OkxSymbol symbol, OrderTicket ticket, String tradeMode) {
    TreeMap<String, Object> body = new TreeMap<>();
    body.put("instId", symbol.instId());
    body.put("tdMode", tradeMode);
    body.put("clOrdId", ticket.clientOrderId().value());
    body.put(
        "side",
        switch (ticket.side()) {
          case BUY -> "buy";
          case SELL -> "sell";
        });
    body.put(
        "ordType",
        switch (ticket.timeInForce()) {
          case IOC -> "ioc";
          case GTX -> "post_only";
        });
    body.put("sz", Decimals.text(ticket.orderQty().value()));
    body.put("px", Decimals.text(ticket.limitPrice().value()));
    switch (symbol.kind()) {
      case SPOT -> body.put("tgtCcy", "base_ccy");
      case SWAP, FUTURES -> {
        body.put("posSide", "net");
        body.put("reduceOnly", ticket.reduceOnly());
      }
    }
    return body;
  }

  private VenueOrder afterAcknowledgment(
      OkxSymbol symbol, OrderTicket ticket, VenueOrderId acknowledged) {
    Lookup lookup = shown(symbol, ticket.clientOrderId());
    if (lookup instanceof Lookup.Found found) {
      if (found.order().venueOrderId().equals(acknowledged)) {
        return values.valued(symbol, found.order());
      }
      throw new UnreadableReply("it was taken as " + acknowledged + ", another order is shown");
    }
    throw new UnreadableReply(
        "it was taken as "
            + acknowledged
            + " and then "
            + (lookup instanceof Lookup.Unreadable bad ? "not readable: " + bad.detail() : "gone"));
  }

  /** The order of our id, wherever the venue keeps it. */
  Lookup lookup(OkxSymbol symbol, ClientOrderId id) {
    Lookup shown = shown(symbol, id);
    if (shown instanceof Lookup.Found found) {
      return new Lookup.Found(values.valued(symbol, found.order()));
    }
    if (!(shown instanceof Lookup.NotVisible)) {
      return shown;
    }
    Result<Lookup> kept =
        archive
            .byClientId(symbol, id)
            .then(
                row ->
                    ReplyRules.judged(
                        "the order",
                        () ->
                            row.<Lookup>map(
                                    found ->
                                        new Lookup.Found(OkxOrderReader.ours(symbol, id, found)))
                                .orElseGet(Lookup.NotVisible::new)));
    return switch (kept) {
      case Result.Ok<Lookup> ok -> ok.value();
      case Result.Refused<Lookup> refused -> new Lookup.Unreadable(refused.refusal().detail());
    };
  }

  private Lookup shown(OkxSymbol symbol, ClientOrderId id) {
    return ReplyRules.lookedUp(
        orderReply(symbol, id.value(), null),
        capabilities,
        json -> OkxOrderReader.ours(symbol, id, OkxFields.row(json)));
  }

  private Reply orderReply(OkxSymbol symbol, @Nullable String clientId, @Nullable String venueId) {
    return calls.ask(
        1,
        ORDER,
        (api, s) ->
            api.order(
                symbol.instId(),
                clientId,
                venueId,
                s.apiKey(),
                s.passphrase(),
                s.timestamp(),
                s.demo(),
                s.signature()));
  }

  /** Whoever sent it: an id that cannot be ours is made readable as in the list of open orders. */
  Result<Optional<ClientOrderId>> clientIdOf(OkxSymbol symbol, VenueOrderId order) {
    Reply reply = orderReply(symbol, null, order.value());
    if (ReplyRules.isNotFound(reply, capabilities)) {
      return archive
          .byVenueId(symbol, order)
          .then(
              row ->
                  ReplyRules.judged(
                      "the order " + order,
                      () -> row.map(found -> OkxOrderReader.clientId(symbol, order, found))));
    }
    return ReplyRules.read(
        "the order " + order + " of " + symbol.id(),
        reply,
        json -> Optional.of(OkxOrderReader.clientId(symbol, order, OkxFields.row(json))));
  }

  /** What the category of an order says: the venue marks those that it places itself. */
  Result<ExecutionCause> causeOf(OkxSymbol symbol, VenueOrderId order) {
    Reply reply = orderReply(symbol, null, order.value());
    if (ReplyRules.isNotFound(reply, capabilities)) {
      return archive
          .byVenueId(symbol, order)
          .map(row -> row.map(OkxOrderReader::cause).orElse(ExecutionCause.ORDER));
    }
    return ReplyRules.read(
        "the order " + order + " of " + symbol.id(),
        reply,
        json -> OkxOrderReader.cause(OkxFields.row(json)));
  }

  Result<List<VenueOrder>> openOrders(OkxSymbol symbol) {
    List<VenueOrder> open = new ArrayList<>();
    String after = null;
    for (int i = 0; i < MOST_PAGES; i++) {
      Result<List<JsonNode>> page = openPage(symbol, after);
      Result<Boolean> read =
          page.then(
              rows ->
                  ReplyRules.judged(
                      "the open orders of " + symbol.id(),
                      () -> {
                        rows.forEach(row -> open.add(OkxOrderReader.anyones(symbol, row)));
                        return rows.size() < PAGE;
                      }));
      if (read instanceof Result.Refused<Boolean> refused) {
        return Result.refused(refused.refusal());
      }
      if (read.orThrow()) {
        return Result.ok(List.copyOf(open));
      }
      after = open.getLast().venueOrderId().value();
    }
    return Result.refused(
        RefusalReason.VENUE_UNAVAILABLE,
        "the open orders of " + symbol.id() + " do not end after " + MOST_PAGES + " pages");
  }

  private Result<List<JsonNode>> openPage(OkxSymbol symbol, @Nullable String after) {
    return ReplyRules.read(
        "the open orders of " + symbol.id(),
        calls.ask(
            1,
            "api/v5/trade/orders-pending",
            (api, s) ->
                api.openOrders(
                    symbol.kind().instType(),
                    symbol.instId(),
                    after,
                    Integer.toString(PAGE),
                    s.apiKey(),
                    s.passphrase(),
                    s.timestamp(),
                    s.demo(),
                    s.signature())),
        json -> OkxOrderArchive.descending(symbol, after, json));
  }

  Result<Boolean> cancel(OkxSymbol symbol, ClientOrderId id) {
    TreeMap<String, Object> body = new TreeMap<>();
    body.put("instId", symbol.instId());
    body.put("clOrdId", id.value());
    Reply reply =
        calls.tell(
            Kind.REDUCE_CANCEL,
            "api/v5/trade/cancel-order",
            (api, s) ->
                api.cancelOrder(
                    body, s.apiKey(), s.passphrase(), s.timestamp(), s.demo(), s.signature()));
    String notOpen =
        reply instanceof Reply.Refused refused && NOT_OPEN.contains(refused.code())
            ? refused.code()
            : NOT_OPEN.get(0);
    return ReplyRules.canceled(reply, notOpen, json -> OkxOrderReader.acknowledged(id, json));
  }
}
