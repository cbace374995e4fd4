package org.evenkeel.shell.simvenue.kraken;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
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
 * The dialect of Kraken's spot market: a list of errors and a result, both with status 200.
 *
 * <p>An order request that is refused before the exchange sees it is still written to the exchange's log, so that the log
 * shows every arrival of every client id.
 * Thread-safe.
 */
public final class KrakenDesk implements Dialect {

  private static final String ORDER = "POST /0/private/AddOrder";

  /** The one question that is answered during maintenance. */
  private static final String STATUS = "GET /0/public/SystemStatus";

  private static final String UNAVAILABLE = "EService:Unavailable";

  /** What costs twice as much as any other question, and what costs nothing. */
  private static final List<String> DEAR = List.of("TradesHistory", "Ledgers");

  private static final List<String> FREE = List.of("AddOrder", "CancelOrder");

  /** Published for the middle tier: a counter of 20 that falls by one every two seconds. */
  private static final double COUNTER = 20;

  private static final double FALLS_PER_MINUTE = 30;
  private static final double COMPRESSED = 100;

  private final SimExchange exchange;
  private final Market market;
  private final VenueClock clock;
  private final SpotSecurity security;
  private final PrivateRoutes account;
  private final Map<String, Action> routes = new TreeMap<>();
  private final double factor;
  private volatile boolean underMaintenance;
  private double left;
  private long since = System.currentTimeMillis();

  /** Computes a result at a market time. */
  @FunctionalInterface
  interface Action {
    ObjectNode answer(Map<String, String> asked, long atMs);
  }

  /** A refusal that the exchange has written down itself. */
  static final class Logged extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Logged(String error) {
      super(error);
    }
  }

  /**
   * @param speed market time per wall time; above 1, a client does the work of many minutes in one and has the allowance
   * @throws IllegalArgumentException if the secret is not in base 64
   */
  public KrakenDesk(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      double speed) {
    this.exchange = exchange;
    this.market = market;
    this.clock = clock;
    this.security = new SpotSecurity(credentials);
    Pairs pairs = new Pairs(exchange);
    this.account = new PrivateRoutes(exchange, pairs);
    new PublicRoutes(exchange, market, pairs, () -> underMaintenance).addTo(routes);
    account.addTo(routes);
    this.factor = speed > 1 ? COMPRESSED : 1;
    this.left = COUNTER * factor;
  }

  @Override
  public Answer answer(Request request) {
    try {
      Action action = routes.get(request.endpoint());
      if (action == null) {
        throw new SpotError("EGeneral:Unknown method");
      }
      if (underMaintenance && !request.endpoint().equals(STATUS)) {
        throw new SpotError(UNAVAILABLE);
      }
      if (request.path().startsWith("/0/private/")) {
        security.check(request);
        charge(request.path().substring("/0/private/".length()));
      }
      long atMs = clock.nowMs();
      advance(atMs);
      ObjectNode body = Json.object();
      body.putArray("error");
      body.set("result", action.answer(request.parameters(), atMs));
      return Answer.of(200, body);
    } catch (SpotError e) {
      recordArrival(request, e.error());
      return error(200, e.error());
    } catch (Logged e) {
      return error(200, String.valueOf(e.getMessage()));
    }
  }

  private synchronized void charge(String method) {
    long now = System.currentTimeMillis();
    double limit = COUNTER * factor;
    left = Math.min(limit, left + FALLS_PER_MINUTE * factor * (now - since) / 60_000.0);
    since = now;
    double cost = FREE.contains(method) ? 0 : DEAR.contains(method) ? 2 : 1;
    if (left < cost) {
      throw new SpotError("EAPI:Rate limit exceeded");
    }
    left -= cost;
  }

  static long whole(Map<String, String> asked, String name, long standard) {
    String text = asked.getOrDefault(name, "");
    if (text.isEmpty()) {
      return standard;
    }
    if (!text.matches("-?[0-9]{1,15}")) {
      throw SpotError.arguments(name);
    }
    return Long.parseLong(text);
  }

  static BigDecimal decimal(Map<String, String> asked, String name) {
    try {
      return new BigDecimal(asked.getOrDefault(name, ""));
    } catch (NumberFormatException e) {
      throw SpotError.arguments(name);
    }
  }

  private static Answer error(int status, String error) {
    ObjectNode body = Json.object();
    body.putArray("error").add(error);
    return Answer.of(status, body);
  }

  @Override
  public void advance(long atMs) {
    exchange.advanceTo(atMs, market.funding(exchange.tickedMs(), atMs));
    account.expire(atMs);
  }

  @Override
  public void recordArrival(Request request, String why) {
    if (request.endpoint().equals(ORDER)) {
      String id = request.parameters().getOrDefault("cl_ord_id", "");
      exchange.recordRefusal(id, 0, why, clock.nowMs());
    }
  }

  @Override
  public Answer maintenance() {
    return error(200, UNAVAILABLE);
  }

  @Override
  public void maintenance(boolean isOn) {
    underMaintenance = isOn;
  }

  @Override
  public Answer trouble(int status) {
    return error(status, "EGeneral:Internal error");
  }

  @Override
  public Answer tooMany(int status, long seconds) {
    return error(status, "EAPI:Rate limit exceeded");
  }

  @Override
  public void wrongEcho(JsonNode answer, String clientOrderId) {
    for (JsonNode order : answer.path("result")) {
      if (order instanceof ObjectNode node && node.has("cl_ord_id")) {
        node.put(
            "cl_ord_id",
            clientOrderId.isEmpty() ? node.path("cl_ord_id").asText() + "X" : clientOrderId);
      }
    }
  }
}
