package org.evenkeel.shell.xchange.kraken.trade;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
import org.evenkeel.shell.xchange.kraken.Pair;

/**
 * Orders as Kraken's spot market reports them, by the venue's own id.
 *
 * <p>Its flags say whether an order is post-only. Beyond that it does not repeat how long one may live: one that is open
 * was not immediate, and one that ended was.
 */
final class SpotOrderReader {

  private static final String OUR_ALPHABET = "[A-Za-z0-9]{1,18}";

  private SpotOrderReader() {}

  /** The one order of our id out of a list by the venue's ids; empty if the list is. */
  static Optional<VenueOrder> ours(Pair pair, ClientOrderId id, JsonNode orders) {
    if (!orders.isObject()) {
      throw new UnreadableReply("a list of orders was expected");
    }
    if (orders.isEmpty()) {
      return Optional.empty();
    }
    Map.Entry<String, JsonNode> entry = orders.properties().iterator().next();
    if (orders.size() > 1 || !entry.getValue().path("cl_ord_id").asText("").equals(id.value())) {
      throw new UnreadableReply("the answer is not about the client order id " + id);
    }
    return Optional.of(order(pair, id, entry.getKey(), entry.getValue()));
  }

  /** An order of whoever placed it. */
  static VenueOrder anyones(Pair pair, String txid, JsonNode order) {
    return order(pair, clientId(order, txid), txid, order);
  }

  /** A client id that cannot be ours, or none, is replaced by 'x' and the end of the venue's own id. */
  static ClientOrderId clientId(JsonNode order, String txid) {
    String theirs = order.path("cl_ord_id").asText("");
    if (theirs.matches(OUR_ALPHABET)) {
      return ClientOrderId.of(theirs);
    }
    String plain = txid.replaceAll("[^A-Za-z0-9]", "");
    return ClientOrderId.of("x" + plain.substring(Math.max(0, plain.length() - 17)));
  }

  private static VenueOrder order(Pair pair, ClientOrderId id, String txid, JsonNode order) {
    JsonNode descr = order.path("descr");
    pair.require(JsonFields.text(descr, "pair"));
    BigDecimal volume = JsonFields.decimal(order, "vol");
    BigDecimal filled = JsonFields.decimal(order, "vol_exec");
    if (filled.signum() < 0 || volume.signum() <= 0 || filled.compareTo(volume) > 0) {
      throw new UnreadableReply("the quantities of order " + id + " make no sense");
    }
    BigDecimal cost = JsonFields.decimal(order, "cost");
    VenueOrder.Status status = status(JsonFields.text(order, "status"), filled, volume);
    BigDecimal limit = JsonFields.decimal(descr, "price");
    return new VenueOrder(
        id,
        VenueOrderId.of(txid),
        pair.id(),
        side(JsonFields.text(descr, "type")),
        Contracts.of(volume),
        Contracts.of(filled),
        filled.signum() == 0 ? BigDecimal.ZERO : Decimals.quotient(cost, filled),
        status,
        life(order, status),
        false,
        seconds(order, order.has("closetm") ? "closetm" : "opentm"),
        limit.signum() > 0 ? Optional.of(new Price(limit)) : Optional.empty(),
        Optional.of(cost));
  }

  private static String life(JsonNode order, VenueOrder.Status status) {
    List<String> flags = List.of(order.path("oflags").asText("").split(",", -1));
    return flags.contains("post") ? TimeInForce.GTX.name() : status.isClosed() ? "IOC" : "GTC";
  }

  private static VenueOrder.Status status(String word, BigDecimal filled, BigDecimal volume) {
    return switch (word) {
      case "pending", "open" ->
          filled.signum() == 0 ? VenueOrder.Status.NEW : VenueOrder.Status.PARTIALLY_FILLED;
      case "closed" ->
          filled.compareTo(volume) == 0 ? VenueOrder.Status.FILLED : VenueOrder.Status.CANCELED;
      case "canceled" -> VenueOrder.Status.CANCELED;
      case "expired" -> VenueOrder.Status.EXPIRED;
      default -> throw new UnreadableReply("no order status is called so");
    };
  }

  static Side side(String text) {
    return switch (text) {
      case "buy" -> Side.BUY;
      case "sell" -> Side.SELL;
      default -> throw new UnreadableReply("no side is called so");
    };
  }

  /** An instant from seconds since 1970 with a fraction. */
  static Instant seconds(JsonNode node, String name) {
    BigDecimal seconds = JsonFields.decimal(node, name);
    boolean isTime =
        seconds.signum() > 0 && seconds.compareTo(BigDecimal.valueOf(100_000_000_000L)) < 0;
    if (!isTime) {
      throw new UnreadableReply("'" + name + "' is no time");
    }
    long micros = seconds.movePointRight(6).longValue();
    return Instant.EPOCH.plusSeconds(micros / 1_000_000).plusNanos(micros % 1_000_000 * 1000);
  }
}
