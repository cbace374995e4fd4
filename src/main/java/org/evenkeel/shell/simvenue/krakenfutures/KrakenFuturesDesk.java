package org.evenkeel.shell.simvenue.krakenfutures;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Answer;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Dialect;
import org.evenkeel.shell.simvenue.http.Json;
import org.evenkeel.shell.simvenue.http.Request;
import org.evenkeel.shell.simvenue.http.VenueClock;
import org.evenkeel.shell.simvenue.market.Market;

/**
 * Kraken Futures' dialect: from request to answer without any HTTP.
 *
 * <p>Most refusals have status 200. An order request that is refused before the exchange sees it is still written to the
 * exchange's log, so that the log shows every arrival of every client id.
 * Thread-safe.
 */
public final class KrakenFuturesDesk implements Dialect {

  private static final String ORDER = "POST /derivatives/api/v3/sendorder";

  /** Kraken's word for maintenance; it has no endpoint that tells of it beforehand. */
  private static final String UNAVAILABLE = "apiServerTemporarilyUnavailable";

  /** Published: 500 of cost in ten seconds; 100 for the history, which refill in ten minutes. */
  private static final int COST = 500;

  private static final int HISTORY_COST = 100;

  /** Enough for several decisions a second on a compressed clock, and still a limit. */
  private static final int COMPRESSED = 100;

  private final SimExchange exchange;
  private final Market market;
  private final VenueClock clock;
  private final AuthentCheck security;
  private final DeadMan deadMan;
  private final Map<String, Route> routes = new TreeMap<>();
  private final CostMeter derivatives;
  private final CostMeter history;
  private volatile boolean underMaintenance;

  /**
   * @param speed market time per wall time; above 1, a client does the work of many minutes in one and has the allowance
   * @throws IllegalArgumentException if the secret is not in base 64
   */
  public KrakenFuturesDesk(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      double speed) {
    this.exchange = exchange;
    this.market = market;
    this.clock = clock;
    this.security = new AuthentCheck(credentials);
    this.deadMan = new DeadMan(exchange);
    Contracts contracts = new Contracts(exchange);
    new MarketRoutes(exchange, market, contracts).addTo(routes);
    SelfTrade selfTrade = new SelfTrade(exchange);
    selfTrade.addTo(routes);
    new OrderRoutes(exchange, contracts, selfTrade).addTo(routes);
    new AccountRoutes(exchange, contracts, deadMan).addTo(routes);
    new HistoryRoutes(exchange, contracts).addTo(routes);
    int factor = speed > 1 ? COMPRESSED : 1;
    this.derivatives = new CostMeter(COST * factor, 6.0 * COST * factor, System::currentTimeMillis);
    this.history =
        new CostMeter(
            HISTORY_COST * factor, HISTORY_COST * factor / 10.0, System::currentTimeMillis);
  }

  @Override
  public Answer answer(Request request) {
    boolean isHistory = request.path().startsWith("/api/history/");
    long atMs = clock.nowMs();
    try {
      Route route = routes.get(request.endpoint());
      if (route == null) {
        throw KrakenError.noSuchPath();
      }
      if (underMaintenance) {
        recordArrival(request, UNAVAILABLE);
        return maintenance();
      }
      Asked asked = new Asked(request);
      if (route.allowance() != Route.Allowance.NONE) {
        security.check(request);
      }
      charge(route, asked);
      atMs = clock.nowMs();
      advance(atMs);
      ObjectNode body = route.action().answer(asked, atMs);
      return Answer.of(200, isHistory ? body : success(body, atMs));
    } catch (KrakenError e) {
      recordArrival(request, e.error());
      return refusal(e, isHistory, atMs);
    }
  }

  private static ObjectNode success(ObjectNode body, long atMs) {
    return body.put("result", "success").put("serverTime", OrderJson.time(atMs));
  }

  /** The history refuses by status, everything else inside of its answer. */
  private static Answer refusal(KrakenError e, boolean isHistory, long atMs) {
    if (isHistory && e.error().equals("authenticationError")) {
      return Answer.of(
          401,
          Json.object()
              .put("status", "unauthorized")
              .put("reason", "You are not authorized to access this endpoint."));
    }
    if (isHistory && e.error().equals("apiLimitExceeded")) {
      return Answer.of(429, error("apiLimitExceeded", atMs));
    }
    return Answer.of(e.status(), error(e.error(), atMs));
  }

  private static ObjectNode error(String error, long atMs) {
    return Json.object()
        .put("result", "error")
        .put("error", error)
        .put("serverTime", OrderJson.time(atMs));
  }

  private void charge(Route route, Asked asked) {
    boolean isPaid =
        switch (route.allowance()) {
          case NONE -> true;
          case DERIVATIVES -> derivatives.take(cost(route, asked));
          case HISTORY -> history.take(route.cost());
        };
    if (!isPaid) {
      throw KrakenError.of("apiLimitExceeded");
    }
  }

  /** Fills before a moment cost more than the newest. */
  private static int cost(Route route, Asked asked) {
    return asked.text("lastFillTime").isPresent() ? 25 : route.cost();
  }

  @Override
  public void advance(long atMs) {
    exchange.advanceTo(atMs, market.funding(exchange.tickedMs(), atMs));
    deadMan.expire(atMs);
  }

  @Override
  public void recordArrival(Request request, String why) {
    if (request.endpoint().equals(ORDER)) {
      String id = request.parameters().getOrDefault("cliOrdId", "");
      exchange.recordRefusal(id, 0, why, clock.nowMs());
    }
  }

  @Override
  public Answer maintenance() {
    return Answer.of(200, error(UNAVAILABLE, clock.nowMs()));
  }

  @Override
  public void maintenance(boolean isOn) {
    underMaintenance = isOn;
  }

  @Override
  public Answer trouble(int status) {
    return Answer.of(status, error("Server Error", clock.nowMs()));
  }

  @Override
  public Answer tooMany(int status, long seconds) {
    return Answer.of(status, error("apiLimitExceeded", clock.nowMs()));
  }

  @Override
  public void wrongEcho(JsonNode answer, String clientOrderId) {
    if (answer.path("sendStatus") instanceof ObjectNode sent && sent.has("cliOrdId")) {
      String other = clientOrderId.isEmpty() ? sent.path("cliOrdId").asText() + "X" : clientOrderId;
      sent.put("cliOrdId", other);
      sent.path("orderEvents")
          .forEach(
              event -> {
                for (String name : new String[] {"order", "orderPriorExecution"}) {
                  if (event.path(name) instanceof ObjectNode order) {
                    order.put("cliOrdId", other);
                  }
                }
              });
    }
  }
}
