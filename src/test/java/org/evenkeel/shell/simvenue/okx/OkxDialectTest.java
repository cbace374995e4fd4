package org.evenkeel.shell.simvenue.okx;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.evenkeel.shell.simvenue.exchange.OrderArrivals;
import org.evenkeel.shell.simvenue.exchange.OrderRequest;
import org.evenkeel.shell.simvenue.exchange.Side;
import org.evenkeel.shell.simvenue.exchange.TimeInForce;
import org.evenkeel.shell.simvenue.market.SeriesId;
import org.evenkeel.shell.xchange.okx.OkxRig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The dialect as any client sees it: signatures, codes, sizes, deadlines, limits. */
class OkxDialectTest {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private OkxRig rig = new OkxRig();

  @AfterEach
  void stop() {
    rig.close();
  }

  /** What came back: the HTTP status, and the code of the row if it has one, else that of the envelope. */
  private record Said(int status, String code, JsonNode body) {

    JsonNode row() {
      return body.path("data").path(0);
    }
  }

  private Map<String, String> headers(String method, String pathAndQuery, String body)
      throws Exception {
    String stamp = Instant.ofEpochMilli(System.currentTimeMillis() / 10 * 10 + 1).toString();
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(
        new SecretKeySpec(OkxRig.KEY.apiSecret().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed = (stamp + method + pathAndQuery + body).getBytes(StandardCharsets.UTF_8);
    return new TreeMap<>(
        Map.of(
            "OK-ACCESS-KEY", OkxRig.KEY.apiKey(),
            "OK-ACCESS-PASSPHRASE", OkxRig.KEY.passphrase(),
            "OK-ACCESS-TIMESTAMP", stamp,
            "OK-ACCESS-SIGN", Base64.getEncoder().encodeToString(mac.doFinal(signed))));
  }

  private Said sent(String method, String path, String body, Map<String, String> headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(rig.url() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    JsonNode json = MAPPER.readTree(answer.body());
    String rowCode = json.path("data").path(0).path("sCode").asText("");
    return new Said(
        answer.statusCode(), rowCode.isEmpty() ? json.path("code").asText() : rowCode, json);
  }

  private Said post(String path, String body) throws Exception {
    return sent("POST", path, body, headers("POST", path, body));
  }

  private Said get(String path) throws Exception {
    return sent("GET", path, "", headers("GET", path, ""));
  }

  @Test
  void why_an_order_was_canceled_has_the_published_codes() throws Exception {
    post("/api/v5/trade/order", order("").replace("ioc", "post_only"));
    assertThat(shown("test1")).isEqualTo("canceled 31");
    post("/api/v5/trade/order", order("").replace("test1", "test2").replace("20000.1", "19000"));
    assertThat(shown("test2")).isEqualTo("canceled 14");
    String resting = order("").replace("ioc", "post_only").replace("20000.1", "19000");
    post("/api/v5/trade/order", resting.replace("test1", "test3"));
    assertThat(shown("test3")).isEqualTo("live ");
    post("/api/v5/trade/cancel-order", "{\"instId\":\"BTC-USDT-SWAP\",\"clOrdId\":\"test3\"}");
    assertThat(shown("test3")).isEqualTo("canceled 1");
  }

  private String shown(String id) throws Exception {
    JsonNode row = get("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=" + id).row();
    return row.path("state").asText() + " " + row.path("cancelSource").asText();
  }

  private static String order(String more) {
    return "{\"instId\":\"BTC-USDT-SWAP\",\"tdMode\":\"cross\",\"side\":\"buy\",\"ordType\":\"ioc\","
        + "\"px\":\"20000.1\",\"sz\":\"1\",\"clOrdId\":\"test1\""
        + more
        + "}";
  }

  private static String changed(String field, String value) {
    return order("")
        .replaceFirst("\"" + field + "\":\"[^\"]*\"", "\"" + field + "\":\"" + value + "\"");
  }

  @Test
  void a_request_that_is_not_signed_as_it_must_be_is_refused_as_the_venue_refuses_it()
      throws Exception {
    String path = "/api/v5/account/balance";
    Map<String, String> right = headers("GET", path, "");
    assertThat(sent("GET", path, "", right).code()).isEqualTo("0");
    Map<String, String> codes =
        Map.of(
            "OK-ACCESS-KEY", "50111",
            "OK-ACCESS-PASSPHRASE", "50105",
            "OK-ACCESS-SIGN", "50113");
    for (Map.Entry<String, String> each : codes.entrySet()) {
      Map<String, String> wrong = new TreeMap<>(right);
      wrong.put(each.getKey(), "wrong");
      Said said = sent("GET", path, "", wrong);
      assertThat(said.code()).as(each.getKey()).isEqualTo(each.getValue());
      assertThat(said.status()).isEqualTo(401);
    }
    Map<String, String> missing =
        Map.of(
            "OK-ACCESS-KEY", "50103",
            "OK-ACCESS-PASSPHRASE", "50104",
            "OK-ACCESS-SIGN", "50106",
            "OK-ACCESS-TIMESTAMP", "50107");
    for (Map.Entry<String, String> each : missing.entrySet()) {
      Map<String, String> less = new TreeMap<>(right);
      less.remove(each.getKey());
      assertThat(sent("GET", path, "", less).code()).isEqualTo(each.getValue());
    }
    Map<String, String> old = new TreeMap<>(right);
    old.put("OK-ACCESS-TIMESTAMP", Instant.now().minusSeconds(31).toString());
    assertThat(sent("GET", path, "", old).code()).isEqualTo("50102");
    old.put("OK-ACCESS-TIMESTAMP", "yesterday");
    assertThat(sent("GET", path, "", old).code()).isEqualTo("50112");
    assertThat(sent("GET", path + "?ccy=BTC", "", right).code())
        .as("the query is signed, too")
        .isEqualTo("50113");
  }

  @Test
  void a_wrong_order_is_refused_in_its_row_with_http_200() throws Exception {
    Map<String, String> wrong = new TreeMap<>();
    wrong.put(changed("instId", "NO-USDT-SWAP"), "51001");
    wrong.put(changed("tdMode", "isolated"), "51000");
    wrong.put(changed("side", "long"), "51000");
    wrong.put(changed("ordType", "novel"), "51000");
    wrong.put(changed("sz", "1.05"), "51121");
    wrong.put(changed("sz", "0"), "51000");
    wrong.put(changed("sz", "1e3"), "51000");
    wrong.put(changed("sz", "100000000"), "51202");
    wrong.put(changed("px", "20000.15"), "51000");
    wrong.put(changed("px", "40000"), "51006");
    wrong.put(changed("clOrdId", "with-dash"), "51000");
    wrong.put(changed("sz", "90000"), "51008");
    wrong.put(order(",\"reduceOnly\":true"), "51169");
    wrong.put(order(",\"posSide\":\"long\""), "51000");
    for (Map.Entry<String, String> each : wrong.entrySet()) {
      Said said = post("/api/v5/trade/order", each.getKey());
      assertThat(said.code()).as(each.getKey()).isEqualTo(each.getValue());
      assertThat(said.status()).isEqualTo(200);
      assertThat(said.body().path("code").asText()).isEqualTo("1");
    }
    assertThat(post("/api/v5/trade/order", "{").code()).isEqualTo("50002");
    assertThat(post("/api/v5/trade/order", order("").replace("instId", "x")).code())
        .isEqualTo("50014");
    assertThat(get("/api/v5/trade/order?instId=BTC-USDT-SWAP&clOrdId=none").code())
        .isEqualTo("51603");
    assertThat(get("/api/v5/trade/order?instId=BTC-USDT-SWAP").code()).isEqualTo("51003");
    assertThat(get("/api/v5/novel").status()).isEqualTo(404);
  }

  @Test
  void after_its_deadline_an_order_is_not_processed_and_counted_as_arrived() throws Exception {
    String path = "/api/v5/trade/order";
    Map<String, String> headers = headers("POST", path, order(""));
    headers.put("expTime", Long.toString(System.currentTimeMillis() - 5));

    assertThat(sent("POST", path, order(""), headers).code()).isEqualTo("51149");

    assertThat(get(path + "?instId=BTC-USDT-SWAP&clOrdId=test1").code()).isEqualTo("51603");
    assertThat(OrderArrivals.byClientId(rig.log())).containsEntry("test1", 1);
    headers.put("expTime", Long.toString(System.currentTimeMillis() + 5_000));
    assertThat(sent("POST", path, order(""), headers).code()).isEqualTo("0");
  }

  /** venues.md 4.1 at the venue itself: this is what happens to a purchase that does not say tgtCcy. */
  @Test
  void a_purchase_at_market_is_sized_in_money_unless_it_says_otherwise() throws Exception {
    String body =
        "{\"instId\":\"USDC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"market\",\"sz\":\"100\"";
    rig.market().set(SeriesId.spot("USDCUSDT"), "0.4999", "0.5000", "100000");
    post("/api/v5/trade/order", body + ",\"clOrdId\":\"money\"}");
    post("/api/v5/trade/order", body + ",\"clOrdId\":\"coins\",\"tgtCcy\":\"base_ccy\"}");

    String query = "/api/v5/trade/order?instId=USDC-USDT&clOrdId=";
    assertThat(get(query + "money").row().path("accFillSz").asText()).isEqualTo("200");
    assertThat(get(query + "coins").row().path("accFillSz").asText()).isEqualTo("100");
  }

  @Test
  void coins_trade_crossed_under_multi_currency_margin_and_in_cash_in_futures_mode()
      throws Exception {
    String cash =
        "{\"instId\":\"USDC-USDT\",\"tdMode\":\"cash\",\"side\":\"buy\",\"ordType\":\"ioc\",\"sz\":\"10\","
            + "\"px\":\"1\",\"clOrdId\":\"a1\"}";
    assertThat(post("/api/v5/trade/order", cash).code()).isEqualTo("0");
    assertThat(post("/api/v5/trade/order", cash.replace("cash", "cross")).code())
        .isEqualTo("51000");
    rig.close();
    rig = new OkxRig(OkxManner.standard().ofLevel("3"), System::currentTimeMillis);
    assertThat(post("/api/v5/trade/order", cash).code()).isEqualTo("51000");
    assertThat(post("/api/v5/trade/order", cash.replace("cash", "cross")).code()).isEqualTo("0");
  }

  @Test
  void too_many_requests_in_two_seconds_are_refused() throws Exception {
    rig.close();
    rig = new OkxRig(OkxManner.standard(), System::currentTimeMillis);
    int refused = 0;
    for (int i = 0; i < 14; i++) {
      Said said = get("/api/v5/account/config");
      if (said.code().equals("50011")) {
        assertThat(said.status()).isEqualTo(429);
        refused++;
      }
    }
    assertThat(refused).as("five are allowed in each window").isBetween(4, 9);
  }

  @Test
  void silence_cancels_every_working_order_of_the_account() throws Exception {
    rig.exchange()
        .place(
            OrderRequest.limit(
                SeriesId.perpetual("BTCUSDT"),
                "resting",
                Side.BUY,
                TimeInForce.GTC,
                new BigDecimal("0.001"),
                new BigDecimal("19000")),
            System.currentTimeMillis());
    String path = "/api/v5/trade/cancel-all-after";
    assertThat(post(path, "{\"timeOut\":\"9\"}").code()).isEqualTo("51000");
    assertThat(post(path, "{\"timeOut\":\"10\"}").row().path("triggerTime").asText())
        .isNotEqualTo("0");

    rig.desk().advance(System.currentTimeMillis() + 9_000);
    assertThat(get("/api/v5/trade/orders-pending").body().path("data")).hasSize(1);
    rig.desk().advance(System.currentTimeMillis() + 11_000);
    assertThat(get("/api/v5/trade/orders-pending").body().path("data")).isEmpty();
  }
}
