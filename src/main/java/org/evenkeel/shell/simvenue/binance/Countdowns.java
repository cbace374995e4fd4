package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.simvenue.market.SeriesInfo;

/**
 * The countdowns that cancel all open futures orders of a symbol when nobody renews them.
 *
 * <p>Kept in memory only: a venue that starts anew has none. Thread-safe.
 */
final class Countdowns {

  private final SimExchange exchange;
  private final Lookup lookup;
  private final Map<SeriesId, Long> deadlines = new TreeMap<>();

  Countdowns(SimExchange exchange) {
    this.exchange = exchange;
    this.lookup = new Lookup(exchange, SeriesId.Kind.PERPETUAL);
  }

  void addTo(Map<String, Route> routes) {
    routes.put("POST /fapi/v1/countdownCancelAll", Route.signed(10, this::set));
  }

  private synchronized JsonNode set(ApiRequest request, long atMs) {
    SeriesInfo info = lookup.one(request);
    long countdown = request.whole("countdownTime").orElseThrow(() -> missing());
    if (countdown == 0) {
      deadlines.remove(info.id());
    } else {
      deadlines.put(info.id(), atMs + countdown);
    }
    return Json.object()
        .put("symbol", request.required("symbol"))
        .put("countdownTime", Long.toString(countdown));
  }

  private static ApiError missing() {
    return ApiError.missing("countdownTime");
  }

  /** Cancels what countdowns that have run out cover. */
  synchronized void expire(long atMs) {
    List<SeriesId> due = new ArrayList<>();
    deadlines.forEach(
        (series, deadline) -> {
          if (deadline <= atMs) {
            due.add(series);
          }
        });
    for (SeriesId series : due) {
      deadlines.remove(series);
      for (SimOrder order : exchange.openContractOrders()) {
        if (order.series().equals(series)) {
          exchange.cancel(series, order.orderId(), atMs);
        }
      }
    }
  }
}
