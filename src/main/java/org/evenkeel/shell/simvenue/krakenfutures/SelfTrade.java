package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SimOrder;
import org.evenkeel.shell.simvenue.http.Json;

/**
 * The account's strategy for an order that would trade with its own: the new one is rejected, or the ones that rest are
 * canceled. There is one account, so the strategies that reach other ones do the same.
 *
 * <p>Thread-safe.
 */
final class SelfTrade {

  private static final String REJECT = "REJECT_TAKER";

  private static final List<String> STRATEGIES =
      List.of(REJECT, "CANCEL_MAKER_SELF", "CANCEL_MAKER_CHILD", "CANCEL_MAKER_ANY");

  private final SimExchange exchange;
  private volatile String strategy = REJECT;

  SelfTrade(SimExchange exchange) {
    this.exchange = exchange;
  }

  void addTo(Map<String, Route> routes) {
    String path = "/derivatives/api/v3/self-trade-strategy";
    routes.put("GET " + path, Route.signed(2, (asked, at) -> shown()));
    routes.put("PUT " + path, Route.signed(2, this::set));
  }

  private ObjectNode shown() {
    return Json.object().put("strategy", strategy);
  }

  private ObjectNode set(Asked asked, long atMs) {
    String wanted = asked.required("strategy");
    if (!STRATEGIES.contains(wanted)) {
      throw KrakenError.invalid("strategy");
    }
    strategy = wanted;
    return shown();
  }

  /** The order as the exchange gets it, after what it would have met has made way. */
  OrderRequest apart(OrderRequest order, long atMs) {
    if (strategy.equals(REJECT)) {
      return order.yielding();
    }
    for (SimOrder resting : exchange.openContractOrders()) {
      if (resting.series().equals(order.series()) && order.meets(resting.request())) {
        exchange.cancel(resting.series(), resting.orderId(), atMs);
      }
    }
    return order;
  }
}
