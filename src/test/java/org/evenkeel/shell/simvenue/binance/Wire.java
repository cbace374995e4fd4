package org.evenkeel.shell.simvenue.binance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenkeel.shell.simvenue.HandMarket;
import org.evenkeel.shell.simvenue.exchange.ExchangeRules;
import org.evenkeel.shell.simvenue.exchange.ExchangeSetup;
import org.evenkeel.shell.simvenue.exchange.OpeningBalances;
import org.evenkeel.shell.simvenue.exchange.SimExchange;
import org.evenkeel.shell.simvenue.http.Credentials;
import org.evenkeel.shell.simvenue.http.Front;
import org.evenkeel.shell.simvenue.http.VenueClock;

/** A front on a free port, its market at wall time, and a client that signs by hand. */
final class Wire implements AutoCloseable {

  static final Credentials KEY = new Credentials("test-key", "test-secret");

  /** An answer with its body read as JSON, missing when it is not JSON. */
  record Reply(int status, JsonNode json, HttpResponse<String> raw) {
    int code() {
      return json.path("code").asInt();
    }

    String message() {
      return json.path("msg").asText();
    }
  }

  private static final ObjectMapper MAPPER = new ObjectMapper();

  final HandMarket market = HandMarket.calm();
  final List<String> lines = new ArrayList<>();
  final SimExchange exchange;
  final Front front;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  Wire(FrontLimits limits, String usdt) {
    Map<String, BigDecimal> money = Map.of("USDT", new BigDecimal(usdt));
    exchange =
        SimExchange.open(
            new ExchangeSetup(ExchangeRules.standard(), market.series(), market::quote, lines::add),
            new OpeningBalances(money, money),
            System.currentTimeMillis());
    VenueClock clock = VenueClock.wallSpeed(System::currentTimeMillis);
    front =
        Front.start(
            new Front.Parts(
                new Desk(exchange, market, clock, KEY, limits),
                exchange,
                clock,
                () -> List.copyOf(lines)),
            0);
  }

  static Wire open() {
    return new Wire(FrontLimits.standard(), "100000");
  }

  Reply get(String pathAndQuery) {
    return send("GET", pathAndQuery, "", KEY.apiKey());
  }

  Reply signed(String method, String path, String params) {
    return signedAt(method, path, params, System.currentTimeMillis(), KEY);
  }

  Reply signedAt(String method, String path, String params, long timestamp, Credentials key) {
    String all = (params.isEmpty() ? "" : params + "&") + "timestamp=" + timestamp;
    String signature = SignatureCheck.hmac(key.apiSecret(), all);
    return method.equals("POST")
        ? send(method, path + "?signature=" + signature, all, key.apiKey())
        : send(method, path + "?" + all + "&signature=" + signature, "", key.apiKey());
  }

  Reply send(String method, String pathAndQuery, String body, String apiKey) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(front.url() + pathAndQuery))
            .method(
                method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!apiKey.isEmpty()) {
      request.header("X-MBX-APIKEY", apiKey);
    }
    try {
      HttpResponse<String> raw = http.send(request.build(), BodyHandlers.ofString());
      return new Reply(raw.statusCode(), parse(raw.body()), raw);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode parse(String body) {
    try {
      return MAPPER.readTree(body);
    } catch (IOException e) {
      return MAPPER.missingNode();
    }
  }

  Reply fault(String json) {
    return send("POST", "/sim/fault", json, "");
  }

  @Override
  public void close() {
    front.close();
  }
}
