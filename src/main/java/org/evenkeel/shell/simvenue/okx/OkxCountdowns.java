package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Map;
import java.util.OptionalLong;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;

/** The dead-man switch of the whole account: cancel-all-after, 0 or 10 to 120 seconds. Thread-safe. */
final class OkxCountdowns {

  private static final long SHORTEST = 10;
  private static final long LONGEST = 120;

  private final SimExchange exchange;
  private OptionalLong deadline = OptionalLong.empty();

  OkxCountdowns(SimExchange exchange) {
    this.exchange = exchange;
  }

  void addTo(Map<String, OkxRoute> routes) {
    routes.put("POST /api/v5/trade/cancel-all-after", OkxRoute.signed(2, this::set));
  }

  private synchronized ArrayNode set(OkxRequest request, long atMs) {
    long seconds = request.whole("timeOut").orElseThrow(() -> OkxError.missing("timeOut"));
    if (seconds != 0 && (seconds < SHORTEST || seconds > LONGEST)) {
      throw OkxError.parameter("timeOut");
    }
    deadline = seconds == 0 ? OptionalLong.empty() : OptionalLong.of(atMs + seconds * 1000);
    ArrayNode rows = Json.array();
    rows.addObject()
        .put("triggerTime", Long.toString(deadline.orElse(0)))
        .put("tag", "")
        .put("ts", Long.toString(atMs));
    return rows;
  }

  synchronized void expire(long atMs) {
    if (deadline.isEmpty() || deadline.getAsLong() > atMs) {
      return;
    }
    deadline = OptionalLong.empty();
    for (SeriesId.Kind kind : SeriesId.Kind.values()) {
      for (SimOrder order : exchange.openOrders(kind)) {
        exchange.cancel(order.series(), order.orderId(), atMs);
      }
    }
  }
}
