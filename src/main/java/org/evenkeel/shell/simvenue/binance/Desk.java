package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.market.Market;

/**
 * From request to answer without any HTTP: weight, security, market time, route, refusals.
 *
 * <p>An order request that is refused before the exchange sees it is still written to the exchange's log, so that the log shows every arrival of every client id.
 * Thread-safe.
 */
final class Desk {

  /** An answer: status, JSON body and headers. */
  record Answer(int status, JsonNode body, Map<String, String> headers) {}

  private final SimExchange exchange;
  private final Market market;
  private final VenueClock clock;
  private final SignatureCheck security;
  private final Countdowns countdowns;
  private final RouteTable routes;
  private final WeightMeter spotWeight;
  private final WeightMeter futuresWeight;

  Desk(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      FrontLimits limits) {
    this.exchange = exchange;
    this.market = market;
    this.clock = clock;
    this.security = new SignatureCheck(credentials);
    this.countdowns = new Countdowns(exchange);
    this.routes = new RouteTable(exchange, market, countdowns);
    this.spotWeight = new WeightMeter(limits.spotWeight(), System::currentTimeMillis);
    this.futuresWeight = new WeightMeter(limits.futuresWeight(), System::currentTimeMillis);
  }

  Answer answer(ApiRequest request) {
    Map<String, String> headers = new TreeMap<>();
    try {
      Route route = routes.route(request);
      charge(request, route, headers);
      long atMs = clock.nowMs();
      switch (route.security()) {
        case PUBLIC -> {}
        case SIGNED -> security.checkSigned(request, atMs, clock.rate());
      }
      advance(atMs);
      return new Answer(200, route.action().answer(request, atMs), headers);
    } catch (ApiError e) {
      if (!e.isLogged()) {
        recordArrival(request, e.code(), e.text());
      }
      return new Answer(e.status(), Json.message(e.code(), e.text()), headers);
    }
  }

  /** Lets the exchange do what fell due until this market time. */
  void advance(long atMs) {
    exchange.advanceTo(atMs, market.funding(exchange.tickedMs(), atMs));
    countdowns.expire(atMs);
  }

  /** Writes down that an order request came and did not reach the exchange. */
  void recordArrival(ApiRequest request, int code, String message) {
    boolean order = request.method().equals("POST") && request.path().endsWith("/order");
    if (order) {
      String clientId = request.text("newClientOrderId").orElse("");
      exchange.recordRefusal(clientId, code, message, clock.nowMs());
    }
  }

  private void charge(ApiRequest request, Route route, Map<String, String> headers) {
    WeightMeter meter = request.path().startsWith("/fapi/") ? futuresWeight : spotWeight;
    int used = meter.add(route.weight());
    headers.put("X-MBX-USED-WEIGHT", Integer.toString(used));
    headers.put("X-MBX-USED-WEIGHT-1M", Integer.toString(used));
    if (meter.isOver(used)) {
      headers.put("Retry-After", Long.toString(meter.secondsLeft()));
      throw ApiError.withStatus(
          429, -1003, "Too many requests; current limit of request weight per minute exceeded.");
    }
  }

  /** Returns the answer with another client order id in it. */
  static Answer wrongEcho(Answer answer, String clientOrderId) {
    if (answer.body() instanceof ObjectNode body && body.has("clientOrderId")) {
      String other =
          clientOrderId.isEmpty() ? body.path("clientOrderId").asText() + "X" : clientOrderId;
      body.put("clientOrderId", other);
    }
    return answer;
  }
}
