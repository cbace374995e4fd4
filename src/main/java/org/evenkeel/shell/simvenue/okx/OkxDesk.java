package org.evenkeel.shell.simvenue.okx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
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
 * OKX's API v5 for one trading account, over an exchange whose two wallets are one.
 *
 * <p>Orders that are refused are refused with HTTP 200, as the venue does it.
 * Thread-safe.
 */
public final class OkxDesk implements Dialect {

  private static final String ORDER = "POST /api/v5/trade/order";

  private final SimExchange exchange;
  private final Market market;
  private final VenueClock clock;
  private final OkxSecurity security;
  private final OkxCountdowns countdowns;
  private final OkxRateLimits limits;
  private final Map<String, OkxRoute> routes = new TreeMap<>();
  private volatile boolean underMaintenance;

  public OkxDesk(
      SimExchange exchange,
      Market market,
      VenueClock clock,
      Credentials credentials,
      OkxManner manner) {
    if (!exchange.rules().oneWallet()) {
      throw new IllegalArgumentException("OKX's account needs an exchange with one wallet");
    }
    this.exchange = exchange;
    this.market = market;
    this.clock = clock;
    this.security = new OkxSecurity(credentials);
    this.countdowns = new OkxCountdowns(exchange);
    this.limits = new OkxRateLimits(manner.limitFactor(), System::currentTimeMillis);
    OkxInstruments instruments = new OkxInstruments(exchange);
    new OkxMarketRoutes(exchange, market, instruments).addTo(routes);
    new OkxTradeRoutes(exchange, instruments, manner).addTo(routes);
    new OkxAccountRoutes(exchange, instruments, manner).addTo(routes);
    new OkxBillRoutes(exchange, instruments, manner).addTo(routes);
    new OkxNotices(exchange, instruments, () -> underMaintenance).addTo(routes);
    countdowns.addTo(routes);
  }

  private static OkxError unavailable() {
    return OkxError.withStatus(503, "50001", "Service temporarily unavailable. Try again later");
  }

  @Override
  public Answer maintenance() {
    OkxError error = unavailable();
    return Answer.of(error.status(), envelope(error.code(), error.text(), Json.array()));
  }

  @Override
  public void maintenance(boolean isOn) {
    underMaintenance = isOn;
  }

  @Override
  public Answer answer(Request raw) {
    try {
      OkxRoute route = routes.get(raw.endpoint());
      if (route == null) {
        throw OkxError.withStatus(404, "404", "Not Found");
      }
      if (underMaintenance && !raw.endpoint().equals(OkxNotices.STATUS)) {
        throw unavailable();
      }
      limits.count(raw.endpoint(), route);
      long atMs = clock.nowMs();
      if (route.isSigned()) {
        security.check(raw, atMs, clock.rate());
      }
      OkxRequest request = OkxRequest.of(raw);
      advance(atMs);
      return Answer.of(200, envelope("0", "", route.action().rows(request, atMs)));
    } catch (OkxError e) {
      if (!e.isLogged()) {
        recordArrival(raw, e.code(), e.text());
      }
      return refused(raw, e);
    }
  }

  private Answer refused(Request raw, OkxError error) {
    if (!error.isInRow()) {
      return Answer.of(error.status(), envelope(error.code(), error.text(), Json.array()));
    }
    ArrayNode rows = Json.array();
    rows.addObject()
        .put("clOrdId", clientOrderId(raw))
        .put("ordId", "")
        .put("tag", "")
        .put("sCode", error.code())
        .put("sMsg", error.text());
    return Answer.of(error.status(), envelope("1", "All operations failed", rows));
  }

  private static ObjectNode envelope(String code, String message, ArrayNode rows) {
    ObjectNode envelope = Json.object().put("code", code).put("msg", message);
    envelope.set("data", rows);
    return envelope;
  }

  @Override
  public void advance(long atMs) {
    exchange.advanceTo(atMs, market.funding(exchange.tickedMs(), atMs));
    countdowns.expire(atMs);
  }

  @Override
  public void recordArrival(Request request, String why) {
    recordArrival(request, "0", why);
  }

  private void recordArrival(Request request, String code, String message) {
    if (request.endpoint().equals(ORDER)) {
      exchange.recordRefusal(
          clientOrderId(request), Integer.parseInt(code), message, clock.nowMs());
    }
  }

  private static String clientOrderId(Request request) {
    try {
      return OkxRequest.of(request).text("clOrdId").orElse("");
    } catch (OkxError notJson) {
      return "";
    }
  }

  @Override
  public Answer trouble(int status) {
    return Answer.of(status, envelope("50026", "System error. Try again later", Json.array()));
  }

  @Override
  public Answer tooMany(int status, long seconds) {
    return Answer.of(status, envelope("50011", "Too Many Requests", Json.array()));
  }

  @Override
  public void wrongEcho(JsonNode answer, String clientOrderId) {
    if (answer.path("data").path(0) instanceof ObjectNode row && row.has("clOrdId")) {
      String other = clientOrderId.isEmpty() ? row.path("clOrdId").asText() + "X" : clientOrderId;
      row.put("clOrdId", other);
    }
  }
}
