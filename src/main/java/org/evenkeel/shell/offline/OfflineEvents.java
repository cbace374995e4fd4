package org.evenkeel.shell.offline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import org.evenkeel.core.basics.ClientOrderId;
import org.evenkeel.core.basics.Contracts;
import org.evenkeel.core.basics.CycleId;
import org.evenkeel.core.basics.InstrumentId;
import org.evenkeel.core.basics.Price;
import org.evenkeel.core.basics.Side;
import org.evenkeel.core.basics.VenueOrderId;
import org.evenkeel.core.calendar.Slot;
import org.evenkeel.core.route.Intent;
import org.evenkeel.core.route.OrderTicket;
import org.evenkeel.core.route.SendOutcome;
import org.evenkeel.core.route.TimeInForce;
import org.evenkeel.core.route.VenueOrder;
import org.evenkeel.cycle.OfflineRun;

/** The events of an offline flatten as JSON: 'begun', 'order', 'answer', 'ended'. Stateless and thread-safe. */
final class OfflineEvents {

  private OfflineEvents() {}

  static ObjectNode begun(Slot slot, String author, String reason) {
    return OfflineLines.event("begun")
        .put("strategy", slot.strategy())
        .put("at", slot.dueAt().toString())
        .put("author", author)
        .put("reason", reason);
  }

  static Slot slot(JsonNode begun) {
    return new Slot(
        text(begun, "strategy"), Instant.parse(text(begun, "at")), Slot.Occasion.FLATTEN);
  }

  static ObjectNode order(OfflineRun.Order order) {
    OrderTicket ticket = order.ticket();
    return OfflineLines.event("order")
        .put("id", ticket.clientOrderId().value())
        .put("cycle", order.intent().cycle().value())
        .put("leg", order.intent().leg())
        .put("arrival_price", order.intent().arrivalPrice().toString())
        .put("instrument", ticket.instrument().value())
        .put("side", ticket.side().name())
        .put("quantity", ticket.orderQty().toString())
        .put("limit_price", ticket.limitPrice().toString())
        .put("time_in_force", ticket.timeInForce().name())
        .put("reduce_only", ticket.reduceOnly())
        .put("signed_at", ticket.signedAt().toString())
        .put("valid_until", ticket.validUntil().toString())
        .put("at", order.at().toString());
  }

  static Intent intent(JsonNode order) {
    return new Intent(
        CycleId.of(text(order, "cycle")),
        InstrumentId.of(text(order, "instrument")),
        order.path("leg").asInt(),
        Side.valueOf(text(order, "side")),
        Contracts.of(text(order, "quantity")),
        order.path("reduce_only").asBoolean(),
        Price.of(text(order, "arrival_price")));
  }

  static OrderTicket ticket(JsonNode order) {
    return new OrderTicket(
        ClientOrderId.of(text(order, "id")),
        InstrumentId.of(text(order, "instrument")),
        Side.valueOf(text(order, "side")),
        Contracts.of(text(order, "quantity")),
        Price.of(text(order, "limit_price")),
        TimeInForce.valueOf(text(order, "time_in_force")),
        order.path("reduce_only").asBoolean(),
        Instant.parse(text(order, "signed_at")),
        Instant.parse(text(order, "valid_until")));
  }

  static ObjectNode answer(ClientOrderId id, SendOutcome answer, Instant at) {
    ObjectNode event = OfflineLines.event("answer").put("id", id.value()).put("at", at.toString());
    switch (answer) {
      case SendOutcome.Unknown unknown ->
          event.put("answer", "UNKNOWN").put("detail", unknown.detail());
      case SendOutcome.Rejected rejected ->
          event.put("answer", "REJECTED").put("code", rejected.code()).put("text", rejected.text());
      case SendOutcome.Accepted accepted ->
          event.put("answer", "ACCEPTED").set("order", venueOrder(accepted.order()));
    }
    return event;
  }

  static SendOutcome outcome(JsonNode answer) {
    return switch (text(answer, "answer")) {
      case "UNKNOWN" -> new SendOutcome.Unknown(text(answer, "detail"));
      case "REJECTED" -> new SendOutcome.Rejected(text(answer, "code"), text(answer, "text"));
      case "ACCEPTED" -> new SendOutcome.Accepted(venueOrder(answer.path("order")));
      default -> throw new IllegalStateException("no such answer: " + answer);
    };
  }

  private static ObjectNode venueOrder(VenueOrder order) {
    return OfflineLines.event("venue_order")
        .put("client_id", order.clientOrderId().value())
        .put("venue_id", order.venueOrderId().value())
        .put("instrument", order.instrument().value())
        .put("side", order.side().name())
        .put("quantity", order.orderQty().toString())
        .put("filled", order.cumQty().toString())
        .put("average_price", order.avgPx().toPlainString())
        .put("status", order.status().name())
        .put("time_in_force", order.timeInForce())
        .put("reduce_only", order.reduceOnly())
        .put("at", order.venueTime().toString());
  }

  private static VenueOrder venueOrder(JsonNode json) {
    return new VenueOrder(
        ClientOrderId.of(text(json, "client_id")),
        VenueOrderId.of(text(json, "venue_id")),
        InstrumentId.of(text(json, "instrument")),
        Side.valueOf(text(json, "side")),
        Contracts.of(text(json, "quantity")),
        Contracts.of(text(json, "filled")),
        new BigDecimal(text(json, "average_price")),
        VenueOrder.Status.valueOf(text(json, "status")),
        text(json, "time_in_force"),
        json.path("reduce_only").asBoolean(),
        Instant.parse(text(json, "at")));
  }

  static ObjectNode ended(String text, Instant at) {
    return OfflineLines.event("ended").put("text", text).put("at", at.toString());
  }

  static String text(JsonNode json, String field) {
    JsonNode value = json.get(field);
    if (value == null || !value.isTextual()) {
      throw new IllegalStateException("no text '" + field + "' in " + json);
    }
    return value.asText();
  }
}
