package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.exchange.SymbolState;
import org.evenkeel.shell.simvenue.http.Answer;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.http.Request;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.http.WeightMeter;
import org.evenkeel.shell.simvenue.market.Market;

/**
 * Binance's dialect, spot ({@code /api}, {@code /sapi}) and USD-M futures ({@code /fapi}): from request to answer without any HTTP: weight, security, market time, route, refusals.
 *
 * <p>An order request that is refused before the exchange sees it is still written to the exchange's log, so that the log shows every arrival of every client id.
 * Thread-safe.
 */
public final class Desk implements Dialect {

  /** The one question that is answered during maintenance. */
  private static final String SYSTEM_STATUS = "/sapi/v1/system/status";

  private static final int UNAVAILABLE_CODE = -1016;
  private static final String UNAVAILABLE = "This service is no longer available.";

  private final SimExchange exchange;
  private final Market market;
  private final VenueClock clock;
  private final SignatureCheck security;
  private final Countdowns countdowns;
  private final RouteTable routes;
  private final WeightMeter spotWeight;
  private final WeightMeter futuresWeight;
  private volatile boolean underMaintenance;

  public Desk(
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
    this.routes = new RouteTable(exchange, market, countdowns, () -> underMaintenance);
    this.spotWeight = new WeightMeter(limits.spotWeight(), System::currentTimeMillis);
    this.futuresWeight = new WeightMeter(limits.futuresWeight(), System::currentTimeMillis);
  }

  @Override
  public Answer answer(Request raw) {
    ApiRequest request = ApiRequest.of(raw);
    Map<String, String> headers = new TreeMap<>();
    try {
      Route route = routes.route(request);
      if (underMaintenance && !request.path().equals(SYSTEM_STATUS)) {
        throw ApiError.withStatus(503, UNAVAILABLE_CODE, UNAVAILABLE);
      }
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

  @Override
  public void advance(long atMs) {
    exchange.advanceTo(atMs, market.funding(exchange.tickedMs(), atMs));
    countdowns.expire(atMs);
  }

  @Override
  public void recordArrival(Request request, String why) {
    recordArrival(ApiRequest.of(request), 0, why);
  }

  @Override
  public Answer trouble(int status) {
    return Answer.of(
        status, Json.message(-1000, "An unknown error occurred while processing the request."));
  }

  @Override
  public Answer maintenance() {
    return Answer.of(503, Json.message(UNAVAILABLE_CODE, UNAVAILABLE));
  }

  @Override
  public void maintenance(boolean isOn) {
    underMaintenance = isOn;
  }

  @Override
  public boolean knows(SymbolState state) {
    return state != SymbolState.POST_ONLY;
  }

  @Override
  public Answer tooMany(int status, long seconds) {
    String message =
        String.format(Locale.ROOT, "Way too many requests; retry after %d seconds.", seconds);
    return Answer.of(status, Json.message(-1003, message));
  }

  private void recordArrival(ApiRequest request, int code, String message) {
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

  @Override
  public void wrongEcho(JsonNode answer, String clientOrderId) {
    if (answer instanceof ObjectNode body && body.has("clientOrderId")) {
      String other =
          clientOrderId.isEmpty() ? body.path("clientOrderId").asText() + "X" : clientOrderId;
      body.put("clientOrderId", other);
    }
  }
}
